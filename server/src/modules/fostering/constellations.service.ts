import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom, dayFromOrNull } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { recordedAuthorities } from './household-adding.service.ts';
import { HouseholdCheck } from './household-input.ts';
import type { ConstellationRecord } from './household-record.ts';
import { mayChange, requireConstellation, requireHousehold } from './households.service.ts';

type Maybe<Value> = Value | null | undefined;

/** What can change of a constellation. Days are `YYYY-MM-DD`. */
interface ConstellationTerms {
  /** Id of the household whose home is the hub. */
  readonly hubHousehold?: Maybe<string>;
  readonly satelliteHouseholds: number;
  readonly satellitePlaces: number;
  /** Its last day. */
  readonly endedOn?: Maybe<string>;
}

/** A constellation as somebody enters it. */
export interface NewConstellation extends ConstellationTerms {
  /** GSS code. */
  readonly authority: string;
  readonly reference: string;
  readonly startedOn: string;
}

/**
 * Adds a constellation of an authority of one's own, or of a member of one's hub.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 * @throws DomainError CONFLICT there is one of that reference already.
 */
export async function addConstellation(
  viewer: Viewer,
  input: NewConstellation,
): Promise<ConstellationRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const { authority: authorityCode, reference, startedOn } = input;
  const tenantId = viewer.actor.organisationId;
  const problems = new InputProblems();
  const check = new HouseholdCheck(problems.found, today(viewer.clock));
  if (!(await recordedAuthorities(viewer)).includes(authorityCode)) {
    check.add('authority', 'must be one that you answer for, or a member of your hub');
  }
  check.reference('reference', reference);
  check.past('startedOn', startedOn);
  await checkTerms(viewer, problems, { tenantId, authorityCode, startedOn, input });
  problems.refuse();
  if ((await viewer.db.fosteringConstellation.count({ where: { tenantId, reference } })) > 0) {
    throw conflict(`You have a constellation “${reference}” already: change it instead.`);
  }
  const { id } = await viewer.db.fosteringConstellation.create({
    data: {
      ...{ tenantId, authorityCode, reference, ...termsOf(input) },
      startedOn: dayFrom(startedOn),
      recordedAt: viewer.clock.now(),
    },
    select: { id: true },
  });
  const constellation = await requireConstellation(viewer, id);
  await recordSaved(viewer, constellation);
  return constellation;
}

/** A constellation as it is from now on. */
export interface ConstellationChange extends ConstellationTerms {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
}

/**
 * Changes a constellation.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT as for adding.
 */
export async function changeConstellation(
  viewer: Viewer,
  input: ConstellationChange,
): Promise<ConstellationRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const before = await requireConstellation(viewer, input.id);
  if (!mayChange(viewer.actor, before)) throw notFound('constellation of yours', input.id);
  const { tenantId, id, version } = before;
  if (version !== input.version) throw changedMeanwhile('constellation', version);
  const problems = new InputProblems();
  await checkTerms(viewer, problems, { ...before, input });
  problems.refuse();
  const { count } = await viewer.db.fosteringConstellation.updateMany({
    where: { tenantId, id, version },
    data: { ...termsOf(input), version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile('constellation');
  await recordSaved(viewer, before);
  return await requireConstellation(viewer, id);
}

const termsOf = (input: ConstellationTerms) => ({
  hubHouseholdId: input.hubHousehold ?? null,
  satelliteHouseholds: input.satelliteHouseholds,
  satellitePlaces: input.satellitePlaces,
  endedOn: dayFromOrNull(input.endedOn),
});

async function checkTerms(
  viewer: Viewer,
  problems: InputProblems,
  of: Pick<ConstellationRecord, 'tenantId' | 'authorityCode' | 'startedOn'> & {
    readonly input: ConstellationTerms;
  },
): Promise<void> {
  const { satelliteHouseholds, satellitePlaces, endedOn, hubHousehold } = of.input;
  problems.within('satelliteHouseholds', satelliteHouseholds, [0, 30]);
  problems.within('satellitePlaces', satellitePlaces, [0, 200]);
  problems.term('endedOn', of.startedOn, endedOn);
  if (endedOn != null && endedOn > today(viewer.clock)) {
    problems.add('endedOn', 'must not be a day to come');
  }
  if (hubHousehold == null) return;
  const household = await requireHousehold(viewer, hubHousehold);
  if (household.tenantId !== of.tenantId || household.authorityCode !== of.authorityCode) {
    problems.add('hubHousehold', 'must be a household of the same authority and holder');
  }
}

const recordSaved = (viewer: Viewer, { id, tenantId, authorityCode }: ConstellationRecord) =>
  recordAudit(viewer, {
    tenantIds: [...new Set([viewer.actor.organisationId, tenantId])],
    type: 'constellation.saved',
    details: { id, authorities: [authorityCode] },
  });
