import { conflict } from '@sufficiency/shared/errors.ts';
import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { today } from '../../platform/clock.ts';
import { pricesReadableBy, requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { AwardRecord } from './award-record.ts';
import { requireAward } from './awards.service.ts';
import { dayFrom, dayText } from './days.ts';
import { changedMeanwhile } from './framework-changes.service.ts';
import { prices } from './framework-input.ts';
import { buysFrom } from './frameworks.service.ts';
import { InputProblems } from './input-problems.ts';

/** What a provider tendered on an award, as the viewer's own organisation knows it. Unit: GBP a week. */
export interface PriceRecord {
  /** Empty where the price is one for all. */
  readonly need: string;
  readonly weeklyPrice: number;
  readonly version: number;
}

/** Placements that the viewer's own organisation called off an award. */
export interface CallOffRecord {
  readonly id: string;
  readonly authorityCode: string;
  /** `YYYY-MM-DD`. */
  readonly madeOn: string;
  readonly method: string;
  readonly placements: number;
  /** Unit: GBP a week and placement; null where nobody says. */
  readonly weeklyPrice: number | null;
  readonly synthetic: boolean;
}

const keyOf = ({ tenantId, id }: Pick<AwardRecord, 'tenantId' | 'id'>) => `${tenantId} ${id}`;
const keyOfUse = (row: { readonly holderId: string; readonly awardId: string }) =>
  `${row.holderId} ${row.awardId}`;

const idsOf = (keys: readonly string[]) => keys.flatMap((key) => key.split(' ')[1] ?? []);

const pricesByAward = inBatches(async (viewer: Viewer, keys: readonly string[]) => {
  const rows = await viewer.db.awardPrice.findMany({
    where: { AND: [pricesReadableBy(viewer.actor), { awardId: { in: idsOf(keys) } }] },
    orderBy: { need: 'asc' },
  });
  return Map.groupBy(rows, keyOfUse);
});

/** Own prices on an award, by need; never anybody else's. */
export const pricesOf = async (viewer: Viewer, award: AwardRecord): Promise<PriceRecord[]> =>
  ((await pricesByAward(viewer, keyOf(award))) ?? []).map(({ need, weeklyPrice, version }) => ({
    need,
    weeklyPrice: weeklyPrice.toNumber(),
    version,
  }));

const callOffsByAward = inBatches(async (viewer: Viewer, keys: readonly string[]) => {
  const rows = await viewer.db.callOff.findMany({
    where: { AND: [pricesReadableBy(viewer.actor), { awardId: { in: idsOf(keys) } }] },
    orderBy: [{ madeOn: 'desc' }, { id: 'asc' }],
  });
  return Map.groupBy(rows, keyOfUse);
});

/** Own call-offs of an award, the latest first; never anybody else's. */
export const callOffsOf = async (viewer: Viewer, award: AwardRecord): Promise<CallOffRecord[]> =>
  ((await callOffsByAward(viewer, keyOf(award))) ?? []).map(({ madeOn, weeklyPrice, ...row }) => ({
    ...row,
    madeOn: dayText(madeOn),
    weeklyPrice: weeklyPrice?.toNumber() ?? null,
  }));

/** Why the viewer sees a price on an award, or none. */
export function priceWhy({ actor }: Pick<Viewer, 'actor'>, { framework }: AwardRecord): string {
  if (actor.organisationKind !== 'TENANT') return 'Prices are their authority’s own.';
  return buysFrom({ actor }, framework)
    ? 'own'
    : 'Prices are their authority’s own, and you do not buy here.';
}

/** The price that stands for an award where there is one for all needs, or one only. Unit: GBP a week. */
export async function tenderedPrice(viewer: Viewer, award: AwardRecord): Promise<number | null> {
  const known = await pricesOf(viewer, award);
  const one = known.find(({ need }) => need === '') ?? (known.length === 1 ? known[0] : undefined);
  return one?.weeklyPrice ?? null;
}

/** True where this viewer could record a price or a call-off on an award. */
export const canPrice = (viewer: Viewer, { framework }: AwardRecord): boolean =>
  viewer.actor.permissions.has('contract:write') && buysFrom(viewer, framework);

/** An award the viewer's organisation buys by. @throws DomainError NOT_FOUND, CONFLICT there is none, or it does not. */
async function requireBought(viewer: Viewer, id: string): Promise<AwardRecord> {
  const award = await requireAward(viewer, id);
  if (!buysFrom(viewer, award.framework)) {
    throw conflict('Its lead does not name an authority of yours as a buyer.');
  }
  return award;
}

const pounds = (value: number) =>
  figureText({ value, symbol: null, unit: 'GBP per week', decimals: 2 });

function checkMaximum(
  problems: InputProblems,
  price: number | null | undefined,
  { maximumWeeklyPrice, lotNumber }: AwardRecord,
): void {
  problems.within('weeklyPrice', price, prices);
  if (price != null && maximumWeeklyPrice !== null && price > maximumWeeklyPrice) {
    problems.add(
      'weeklyPrice',
      `must not be above ${pounds(maximumWeeklyPrice)} a week, the published maximum of lot ${lotNumber}`,
    );
  }
}

/**
 * Records what a provider tendered on an award, for the viewer's own organisation only.
 *
 * @throws DomainError NOT_FOUND an award that the viewer may not see.
 * @throws DomainError CONFLICT one's organisation does not buy there, or the price changed since the version given.
 * @throws DomainError BAD_USER_INPUT a price above the published maximum of its lot.
 */
export async function setAwardPrice(
  viewer: Viewer,
  input: {
    readonly id: string;
    readonly need?: string | null | undefined;
    /** Unit: GBP a week. */
    readonly weeklyPrice: number;
    /** The version of the price that was seen; null where there was none. */
    readonly version?: number | null | undefined;
  },
): Promise<AwardRecord> {
  requirePermission(viewer.actor, 'contract:write');
  const award = await requireBought(viewer, input.id);
  const { weeklyPrice, version = null } = input;
  const problems = new InputProblems();
  const need = problems.optionalText('need', input.need, 100) ?? '';
  checkMaximum(problems, weeklyPrice, award);
  problems.refuse();

  const key = {
    tenantId: viewer.actor.organisationId,
    holderId: award.tenantId,
    awardId: award.id,
    need,
  };
  const changedAt = viewer.clock.now();
  if (version === null) {
    const { count } = await viewer.db.awardPrice.createMany({
      data: [{ ...key, weeklyPrice, synthetic: award.synthetic, changedAt }],
      skipDuplicates: true,
    });
    if (count === 0) throw changedMeanwhile('price');
  } else {
    const { count } = await viewer.db.awardPrice.updateMany({
      where: { ...key, version },
      data: { weeklyPrice, version: version + 1, changedAt },
    });
    if (count === 0) throw changedMeanwhile('price');
  }
  await recordOwn(viewer, { type: 'framework.priceSet', details: { id: award.id } });
  return award;
}

/** Placements called off an award, as somebody records them. */
export interface NewCallOff {
  readonly id: string;
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
 * @throws DomainError NOT_FOUND an award that the viewer may not see.
 * @throws DomainError CONFLICT one's organisation does not buy there.
 * @throws DomainError BAD_USER_INPUT another's authority, a day outside the award or ahead, no placement, or a price above the
 *   published maximum of its lot.
 */
export async function recordCallOff(viewer: Viewer, input: NewCallOff): Promise<AwardRecord> {
  requirePermission(viewer.actor, 'calloff:record');
  const award = await requireBought(viewer, input.id);
  const { authority, madeOn, method, placements, weeklyPrice = null } = input;
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

  await viewer.db.callOff.create({
    data: {
      tenantId: viewer.actor.organisationId,
      authorityCode: authority,
      holderId: award.tenantId,
      awardId: award.id,
      madeOn: dayFrom(madeOn),
      method,
      placements,
      weeklyPrice,
      synthetic: award.synthetic,
    },
    select: { id: true },
  });
  await recordOwn(viewer, {
    type: 'framework.calledOff',
    details: { id: award.id, authorities: [authority] },
  });
  return award;
}
