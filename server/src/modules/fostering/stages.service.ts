import { dayInWords } from '@sufficiency/shared/days.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Stage, StageSet } from '@sufficiency/shared/fostering/stages.ts';
import {
  defaultStageSet,
  isStandardStage,
  stageProblems,
  stageSetOn,
} from '@sufficiency/shared/fostering/stages.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { stageSetsReadableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches, oncePerOperation } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { consortiaOfActor, findConsortium } from '../authorities/authorities.service.ts';
import type { StageSetRow } from './stages.queries.ts';
import { stageSetsWanted } from './stages.queries.ts';

/** The stages of a consortium's enquiries: those in force, and every set there was. */
export interface ConsortiumStages {
  /** Code. */
  readonly consortium: string;
  readonly current: StageSet;
  /** Latest made first; the product's own last. */
  readonly sets: readonly StageSet[];
  /** True where the viewer may change them. */
  readonly viewerCanChange: boolean;
}

/** Sets of stages by consortium: of those that the viewer's organisation belongs to. */
const setsByConsortium = inBatches(async (viewer: Viewer, codes: readonly string[]) => {
  const own = (await consortiaOfActor(viewer)).map(({ code }) => code);
  const readable = codes.filter(stageSetsReadableBy(own));
  const rows =
    readable.length === 0
      ? []
      : await viewer.operation.rows<StageSetRow>(stageSetsWanted(readable));
  return Map.groupBy(
    rows.map(({ consortium_code, version, in_force_from, stages }) => ({
      consortiumCode: consortium_code,
      version,
      inForceFrom: in_force_from,
      stages,
    })),
    ({ consortiumCode }) => consortiumCode,
  );
});

/** What an operation has read already: each event that is recorded asks. */
const known = oncePerOperation(() => Promise.resolve(new Map<string, Promise<StageSet[]>>()));

/** Every set of stages a consortium's hub has made, the latest first, and the product's own. */
export async function stageSetsOf(viewer: Viewer, consortium: string): Promise<StageSet[]> {
  const read = await known(viewer);
  const before = read.get(consortium);
  if (before) return await before;
  const sets = setsByConsortium(viewer, consortium).then((made) => [
    ...(made ?? []),
    defaultStageSet,
  ]);
  read.set(consortium, sets);
  return await sets;
}

/**
 * What the stages of a consortium's enquiries are, and were.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function readStages(viewer: Viewer, code: string): Promise<ConsortiumStages> {
  requirePermission(viewer.actor, 'enquiry:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const sets = await stageSetsOf(viewer, code);
  return {
    consortium: code,
    current: stageSetOn(sets, today(viewer.clock)),
    sets,
    viewerCanChange:
      viewer.actor.permissions.has('fostering:plan') && viewer.actor.consortiumCode === code,
  };
}

/** Stages as a hub would have them from a day on. */
export interface NewStages {
  /** Code. */
  readonly consortium: string;
  /** The version of the set that was seen last; 0 for the product's own. */
  readonly version: number;
  /** `YYYY-MM-DD`, today or later; today where absent. */
  readonly inForceFrom?: string | null | undefined;
  readonly stages: readonly Stage[];
}

/**
 * Changes the stages of a consortium's enquiries from a day on, as its hub. What was recorded before stays as it is, under the
 * stages that were in force then.
 *
 * @throws DomainError FORBIDDEN the viewer's organisation is not the consortium's hub.
 * @throws DomainError BAD_USER_INPUT what is wrong with the stages, by path; a day that has gone.
 * @throws DomainError CONFLICT somebody changed them meanwhile.
 */
export async function changeStages(viewer: Viewer, input: NewStages): Promise<ConsortiumStages> {
  const { actor, clock } = viewer;
  requirePermission(actor, 'fostering:plan');
  const { viewerCanChange, sets } = await readStages(viewer, input.consortium);
  if (!viewerCanChange) throw notFound('consortium that your hub serves', input.consortium);
  const [latest = defaultStageSet] = sets;
  const inForceFrom = input.inForceFrom ?? today(clock);
  refuse(input.stages);
  if (inForceFrom < today(clock)) {
    throw badInput('inForceFrom must be today or later: what was recorded keeps its stages.');
  }
  if (latest.version !== input.version) {
    throw changedMeanwhile('list of stages', latest.version);
  }
  if (latest.inForceFrom !== null && inForceFrom < latest.inForceFrom) {
    throw badInput(
      `inForceFrom must not be before ${dayInWords(latest.inForceFrom)}, when the last change comes into force.`,
    );
  }

  const { organisationId: tenantId } = actor;
  const of = { tenantId, version: latest.version + 1 };
  await viewer.db.fosteringStageSet.createMany({
    data: {
      ...of,
      consortiumCode: input.consortium,
      inForceFrom: dayFrom(inForceFrom),
      madeAt: clock.now(),
      madeBy: actor.accountId,
    },
  });
  await viewer.db.fosteringStage.createMany({
    data: input.stages.map(({ code, title, definition, used, clock: limit }, index) => ({
      ...of,
      ...{ code, used, title: title.trim(), definition: definition.trim(), position: index + 1 },
      clockFrom: limit?.from ?? null,
      clockLimit: limit?.limit ?? null,
      clockUnit: limit?.unit ?? null,
      standard: isStandardStage(code),
    })),
  });
  (await known(viewer)).delete(input.consortium);
  await recordOwn(viewer, {
    type: 'stages.changed',
    details: { consortium: input.consortium, id: String(of.version) },
  });
  return await readStages(viewer, input.consortium);
}

function refuse(stages: readonly Stage[]): void {
  const problems = stageProblems(stages);
  const [first] = problems;
  if (!first) return;
  const sentences = problems.slice(0, 5).map(({ path, message }) => `${path} ${message}.`);
  throw badInput(sentences.join(' '), { path: first.path, problems: problems.length });
}
