import { conflict } from '@sufficiency/shared/errors.ts';
import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { pricesReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { AwardRecord } from './award-record.ts';
import { requireAward } from './awards.service.ts';
import { prices } from './framework-input.ts';
import { buysFrom } from './frameworks.service.ts';

/** What a provider tendered on an award, as the viewer's own organisation knows it. Unit: GBP a week. */
export interface PriceRecord {
  /** Empty where the price is one for all. */
  readonly need: string;
  readonly weeklyPrice: number;
  readonly version: number;
}

/** The key of an award among what was recorded on awards. */
export const keyOf = ({ tenantId, id }: Pick<AwardRecord, 'tenantId' | 'id'>) =>
  `${tenantId} ${id}`;
/** The same, of what was recorded on it. */
export const keyOfUse = (row: { readonly holderId: string; readonly awardId: string }) =>
  `${row.holderId} ${row.awardId}`;

/** Ids of awards, of their keys. */
export const idsOf = (keys: readonly string[]) => keys.flatMap((key) => key.split(' ')[1] ?? []);

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

/** True where this viewer could record a price on an award. */
export const canPrice = (viewer: Viewer, { framework }: AwardRecord): boolean =>
  viewer.actor.permissions.has('contract:write') && buysFrom(viewer, framework);

/** An award the viewer's organisation buys by. @throws DomainError NOT_FOUND, CONFLICT there is none, or it does not. */
export async function requireBought(viewer: Viewer, id: string): Promise<AwardRecord> {
  const award = await requireAward(viewer, id);
  if (!buysFrom(viewer, award.framework)) {
    throw conflict('Its lead does not name an authority of yours as a buyer.');
  }
  return award;
}

const pounds = (value: number) =>
  figureText({ value, symbol: null, unit: 'GBP per week', decimals: 2 });

/** A problem at `weeklyPrice` where it is above the published maximum of the award's lot. */
export function checkMaximum(
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
