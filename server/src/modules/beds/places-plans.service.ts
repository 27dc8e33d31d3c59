import { randomUUID } from 'node:crypto';
import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { PlanKind, PlanStage } from '@sufficiency/shared/beds/places-plan.ts';
import {
  planRiskReasons,
  planStages,
  planStageTitles,
} from '@sufficiency/shared/beds/places-plan.ts';
import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { codesInWords, isCodeOf } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { referenceProblem } from '@sufficiency/shared/fostering/enquiry-reference.ts';
import { dayFrom, dayFromOrNull } from '../../platform/days.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { homesHeldBy } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { isHomeId } from './homes.service.ts';
import type { PlacesPlanRecord, PlanRisk, PlanStageRecord } from './places-plan-record.ts';
import { toPlan } from './places-plan-record.ts';

type Maybe<Value> = Value | null | undefined;

/** A plan of places, whole. Days are `YYYY-MM-DD`. */
export interface PlacesPlanInput {
  /** Id of the plan to be changed, and the version seen of it; absent: a new one. */
  readonly plan?: Maybe<string>;
  readonly version?: Maybe<number>;
  /** GSS code. */
  readonly authority: string;
  /** Id of the home it is about. */
  readonly home?: Maybe<string>;
  readonly reference: string;
  readonly kind: PlanKind;
  /** Unit: places. */
  readonly places: number;
  readonly effectiveOn: string;
  readonly stage: PlanStage;
  /** Unit: GBP. */
  readonly cost?: Maybe<number>;
  readonly risk?: Maybe<PlanRisk>;
  readonly riskReason?: Maybe<string>;
  readonly stages?: Maybe<
    readonly {
      readonly stage: PlanStage;
      readonly plannedOn?: Maybe<string>;
      readonly doneOn?: Maybe<string>;
    }[]
  >;
}

const plansWhere = async (
  viewer: Viewer,
  where: Prisma.HomePlanWhereInput,
): Promise<PlacesPlanRecord[]> => {
  const rows = await viewer.db.homePlan.findMany({
    where: { AND: [where, homesHeldBy(viewer.actor)] },
    include: { stages: true },
    orderBy: [{ effectiveOn: 'asc' }, { reference: 'asc' }],
  });
  return rows.map(toPlan);
};

/**
 * Plans of places that one's organisation holds, the next one first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listPlans(viewer: Viewer, consortium: string): Promise<PlacesPlanRecord[]> {
  requirePermission(viewer.actor, 'beds:read');
  const found = await findConsortium(viewer, consortium);
  if (!found) throw notFound('consortium', consortium);
  return await plansWhere(viewer, { authorityCode: { in: found.members.map(({ code }) => code) } });
}

/** Plans by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findPlans(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(PlacesPlanRecord | null)[]> {
  const known = ids.filter(isHomeId);
  if (!viewer.actor.permissions.has('beds:read') || known.length === 0) return ids.map(() => null);
  const found = new Map(
    (await plansWhere(viewer, { id: { in: known } })).map((one) => [one.id, one]),
  );
  return ids.map((id) => found.get(id) ?? null);
}

async function requirePlan(viewer: Viewer, id: string): Promise<PlacesPlanRecord> {
  const [plan] = await findPlans(viewer, [id]);
  if (!plan) throw notFound('plan of places', globalIdOf('PlacesPlan', id));
  return plan;
}

/**
 * Keeps a plan of places, or changes one.
 *
 * @throws DomainError NOT_FOUND there is no such plan or home of one's own.
 * @throws DomainError CONFLICT it changed since the version given, or another has its reference.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 */
export async function savePlan(viewer: Viewer, input: PlacesPlanInput): Promise<PlacesPlanRecord> {
  requirePermission(viewer.actor, 'beds:plan');
  const before = input.plan == null ? null : await requirePlan(viewer, input.plan);
  if (before && before.version !== input.version) {
    throw changedMeanwhile('plan of places', before.version);
  }
  check(viewer, input, before);
  await checkHome(viewer, input);
  await checkReference(viewer, input.reference, before);
  const id = await store(viewer, input, before);
  await recordOwn(viewer, {
    type: 'placesPlan.saved',
    details: { id, authorities: [input.authority] },
  });
  return await requirePlan(viewer, id);
}

function check(viewer: Viewer, input: PlacesPlanInput, before: PlacesPlanRecord | null): void {
  const problems = new InputProblems();
  const reference = referenceProblem(input.reference);
  if (reference !== null) problems.add('reference', reference);
  if (!viewer.actor.authorityCodes.includes(input.authority)) {
    problems.add('authority', 'must be one that you answer for');
  }
  if (
    before &&
    (before.authorityCode !== input.authority || before.reference !== input.reference)
  ) {
    problems.add('plan', 'keeps its authority and its reference');
  }
  if (input.kind !== 'OPENING' && input.home == null) {
    problems.add('home', 'must say which home it is about, unless one is to open');
  }
  problems.within('places', input.places, [1, 300]);
  problems.within('cost', input.cost, [0, 1_000_000_000]);
  checkRisk(problems, input);
  checkStages(problems, input.stages ?? []);
  problems.refuse();
}

function checkRisk(problems: InputProblems, { risk, riskReason }: PlacesPlanInput): void {
  if (riskReason == null) return;
  if (risk == null) problems.add('risk', 'must say how great it is');
  if (!isCodeOf(planRiskReasons, riskReason)) {
    problems.add('riskReason', `must be one of ${codesInWords(planRiskReasons)}`);
  }
}

/** A stage as a person reads it. */
const titled = (stage: PlanStage) => `“${planStageTitles[stage]}”`;

/** Stages follow one another: none is done before one that comes before it. */
function checkStages(
  problems: InputProblems,
  stages: NonNullable<PlacesPlanInput['stages']>,
): void {
  const nthOf = ({ stage }: { readonly stage: PlanStage }) => planStages.indexOf(stage);
  const inOrder = stages.toSorted((one, other) => nthOf(one) - nthOf(other));
  for (const [nth, { stage, plannedOn, doneOn }] of inOrder.entries()) {
    if (inOrder[nth - 1]?.stage === stage) problems.add('stages', `has ${titled(stage)} twice`);
    if (plannedOn == null && doneOn == null) {
      problems.add('stages', `must say when ${titled(stage)} is planned, or was done`);
    }
    const before = inOrder.slice(0, nth).findLast((one) => one.doneOn != null);
    if (before?.doneOn != null && doneOn != null && doneOn < before.doneOn) {
      problems.add('stages', `must not have ${titled(stage)} done before ${titled(before.stage)}`);
    }
  }
}

async function checkHome(viewer: Viewer, { home, authority }: PlacesPlanInput): Promise<void> {
  if (home == null) return;
  const where = { ...homesHeldBy(viewer.actor), id: home, authorityCode: authority };
  if (!isHomeId(home) || (await viewer.db.home.count({ where })) === 0) {
    throw notFound('home of yours in that area', globalIdOf('Home', home));
  }
}

async function checkReference(
  viewer: Viewer,
  reference: string,
  before: PlacesPlanRecord | null,
): Promise<void> {
  if (before) return;
  const where = { ...homesHeldBy(viewer.actor), reference };
  if ((await viewer.db.homePlan.count({ where })) > 0) {
    throw conflict(`You have a plan “${reference}” already: change it instead.`);
  }
}

async function store(
  viewer: Viewer,
  input: PlacesPlanInput,
  before: PlacesPlanRecord | null,
): Promise<string> {
  const { tenantId } = homesHeldBy(viewer.actor);
  const id = before?.id ?? randomUUID();
  const said = {
    ...{ homeId: input.home ?? null, kind: input.kind, places: input.places, stage: input.stage },
    effectiveOn: dayFrom(input.effectiveOn),
    ...{ cost: input.cost ?? null, risk: input.risk ?? null, riskReason: input.riskReason ?? null },
    changedAt: viewer.clock.now(),
  };
  if (before) {
    const { count } = await viewer.db.homePlan.updateMany({
      where: { tenantId, id, version: before.version },
      data: { ...said, version: before.version + 1 },
    });
    if (count === 0) throw changedMeanwhile('plan of places');
  } else {
    const { authority: authorityCode, reference } = input;
    await viewer.db.homePlan.create({ data: { ...said, tenantId, id, authorityCode, reference } });
  }
  await viewer.db.homePlanStage.deleteMany({ where: { tenantId, planId: id } });
  await viewer.db.homePlanStage.createMany({
    data: (input.stages ?? []).map(({ stage, plannedOn, doneOn }) => ({
      ...{ tenantId, planId: id, stage },
      ...{ plannedOn: dayFromOrNull(plannedOn), doneOn: dayFromOrNull(doneOn) },
    })),
  });
  return id;
}

/** The stages of a plan, all of them, in order. */
export const stagesOf = ({ stages }: PlacesPlanRecord): readonly PlanStageRecord[] =>
  planStages.map(
    (stage) =>
      stages.find((one) => one.stage === stage) ?? { stage, plannedOn: null, doneOn: null },
  );
