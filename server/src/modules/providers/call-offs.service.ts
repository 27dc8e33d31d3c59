import { notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom, dayText } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { pricesReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { checkMaximum, idsOf, keyOf, keyOfUse, requireBought } from './award-prices.service.ts';
import type { AwardRecord } from './award-record.ts';
import { buysFrom, isUuid } from './frameworks.service.ts';

/** Placements that the viewer's own organisation called off an award. */
export interface CallOffRecord {
  readonly id: string;
  readonly awardId: string;
  readonly holderId: string;
  readonly authorityCode: string;
  /** `YYYY-MM-DD`. */
  readonly madeOn: string;
  readonly method: string;
  readonly placements: number;
  /** Unit: GBP a week and placement; null where nobody says. */
  readonly weeklyPrice: number | null;
  readonly synthetic: boolean;
  readonly version: number;
}

async function callOffsWhere(viewer: Viewer, where: object): Promise<CallOffRecord[]> {
  const rows = await viewer.db.callOff.findMany({
    where: { AND: [pricesReadableBy(viewer.actor), where] },
    orderBy: [{ madeOn: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ madeOn, weeklyPrice, ...row }) => ({
    ...row,
    madeOn: dayText(madeOn),
    weeklyPrice: weeklyPrice?.toNumber() ?? null,
  }));
}

const callOffsByAward = inBatches(async (viewer: Viewer, keys: readonly string[]) =>
  Map.groupBy(await callOffsWhere(viewer, { awardId: { in: idsOf(keys) } }), keyOfUse),
);

/** Own call-offs of an award, the latest first; never anybody else's. */
export const callOffsOf = async (viewer: Viewer, award: AwardRecord): Promise<CallOffRecord[]> =>
  (await callOffsByAward(viewer, keyOf(award))) ?? [];

/** Own call-offs by their ids, in the same order; null where there is none of one's own. */
export async function findCallOffs(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(CallOffRecord | null)[]> {
  const records = await callOffsWhere(viewer, { id: { in: ids.filter(isUuid) } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** True where this viewer could record a call-off of an award. */
export const canCallOff = (viewer: Viewer, { framework }: AwardRecord): boolean =>
  viewer.actor.permissions.has('calloff:record') && buysFrom(viewer, framework);

/** True where this viewer could correct a call-off, or take it back. */
export const canCorrectCallOff = ({ actor }: Viewer, { authorityCode }: CallOffRecord): boolean =>
  actor.permissions.has('calloff:record') && actor.authorityCodes.includes(authorityCode);

/** What somebody says of placements called off. */
export interface CallOffTerms {
  readonly authority: string;
  readonly madeOn: string;
  readonly method: 'DIRECT' | 'COMPETITION';
  readonly placements: number;
  /** Unit: GBP a week and placement. */
  readonly weeklyPrice?: number | null | undefined;
}

/**
 * Records placements called off an award, for an authority of one's own that its lead names as a buyer.
 *
 * @param input with the id of the award.
 * @throws DomainError NOT_FOUND an award that the viewer may not see.
 * @throws DomainError CONFLICT one's organisation does not buy there.
 * @throws DomainError BAD_USER_INPUT another's authority, a day outside the award or ahead, no placement, or a price above the
 *   published maximum of its lot.
 */
export async function recordCallOff(
  viewer: Viewer,
  input: CallOffTerms & { readonly id: string },
): Promise<AwardRecord> {
  requirePermission(viewer.actor, 'calloff:record');
  const award = await requireBought(viewer, input.id);
  const { tenantId: holderId, id: awardId, synthetic } = award;
  const data = {
    ...checkedTerms(viewer, award, input),
    ...{ tenantId: viewer.actor.organisationId, holderId, awardId, synthetic },
  };
  await viewer.db.callOff.create({ data, select: { id: true } });
  await tell(viewer, 'framework.calledOff', { id: awardId, authorityCode: input.authority });
  return award;
}

/** A call-off of one's own, and the version of it that the person saw. */
export interface SeenCallOff {
  readonly id: string;
  readonly version: number;
}

/**
 * Corrects a call-off of one's own that was recorded wrongly: all of it is as it is said now.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may correct.
 * @throws DomainError CONFLICT it changed since the version given, or one's organisation does not buy there any more.
 * @throws DomainError BAD_USER_INPUT as for recording it.
 */
export async function correctCallOff(
  viewer: Viewer,
  input: CallOffTerms & SeenCallOff,
): Promise<AwardRecord> {
  const { award, where } = await requireOwnCallOff(viewer, input);
  const data = { ...checkedTerms(viewer, award, input), version: input.version + 1 };
  const { count } = await viewer.db.callOff.updateMany({ where, data });
  if (count === 0) throw changedMeanwhile('call-off');
  const authorityCode = input.authority;
  await tell(viewer, 'framework.callOffCorrected', { id: award.id, authorityCode });
  return award;
}

/**
 * Takes back a call-off of one's own that was recorded wrongly: it is gone, and the log keeps that it was.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for correcting it.
 */
export async function takeBackCallOff(viewer: Viewer, input: SeenCallOff): Promise<AwardRecord> {
  const { award, where, authorityCode } = await requireOwnCallOff(viewer, input);
  const { count } = await viewer.db.callOff.deleteMany({ where });
  if (count === 0) throw changedMeanwhile('call-off');
  await tell(viewer, 'framework.callOffTakenBack', { id: award.id, authorityCode });
  return award;
}

async function requireOwnCallOff(viewer: Viewer, { id, version }: SeenCallOff) {
  requirePermission(viewer.actor, 'calloff:record');
  const [callOff] = await findCallOffs(viewer, [id]);
  if (!callOff || !canCorrectCallOff(viewer, callOff)) throw notFound('call-off of yours', id);
  if (callOff.version !== version) throw changedMeanwhile('call-off', callOff.version);
  const award = await requireBought(viewer, callOff.awardId);
  const where = { tenantId: viewer.actor.organisationId, id, version };
  return { award, where, authorityCode: callOff.authorityCode };
}

/** @throws DomainError BAD_USER_INPUT what is wrong with it, by path. */
function checkedTerms(viewer: Viewer, award: AwardRecord, terms: CallOffTerms) {
  const { authority, madeOn, method, placements, weeklyPrice = null } = terms;
  const problems = new InputProblems();
  const { leadAuthorityCode, buyers } = award.framework;
  const named = [leadAuthorityCode, ...buyers.map(({ authorityCode }) => authorityCode)];
  if (!(viewer.actor.authorityCodes.includes(authority) && named.includes(authority))) {
    problems.add('authority', 'must be one that you answer for and that may call off there');
  }
  const last = [award.endsOn, today(viewer.clock)].filter((day) => day !== null).sort()[0] ?? '';
  if (madeOn < award.startsOn || madeOn > last) {
    problems.add('madeOn', `must be from ${award.startsOn} to ${last}`);
  }
  problems.within('placements', placements, [1, 1_000]);
  checkMaximum(problems, weeklyPrice, award);
  problems.refuse();
  return { authorityCode: authority, madeOn: dayFrom(madeOn), method, placements, weeklyPrice };
}

const tell = (
  viewer: Viewer,
  type: 'framework.calledOff' | 'framework.callOffCorrected' | 'framework.callOffTakenBack',
  { id, authorityCode }: { readonly id: string; readonly authorityCode: string },
): Promise<void> => recordOwn(viewer, { type, details: { id, authorities: [authorityCode] } });
