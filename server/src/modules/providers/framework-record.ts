import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { ExtensionRight } from '@sufficiency/shared/providers/framework-terms.ts';
import { dayOrNull } from '../../platform/days.ts';

/** All that describes a framework, in the order in which it is read. */
export const frameworkParts = {
  lots: { include: { tiers: { orderBy: { number: 'asc' } } }, orderBy: { number: 'asc' } },
  buyers: { select: { authorityCode: true } },
  dates: { orderBy: [{ on: 'asc' }, { kind: 'asc' }] },
  extensions: { orderBy: { nth: 'asc' } },
} satisfies Prisma.FrameworkInclude;

type Row = Prisma.FrameworkGetPayload<{ include: typeof frameworkParts }>;

/** A framework with its lots, tiers, buyers, dates and rights to extend. Days are `YYYY-MM-DD`. */
export interface FrameworkRecord
  extends Omit<Row, 'startsOn' | 'endsOn' | 'value' | 'lots' | 'extensions'> {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Unit: GBP over its whole term. */
  readonly value: number | null;
  readonly lots: readonly LotRecord[];
  readonly extensions: readonly ExtensionRight[];
}

/** A lot, and of which framework. */
export interface LotRecord {
  readonly framework: FrameworkRecord;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly service: string | null;
  readonly need: string | null;
  /** Published. Unit: GBP a week. */
  readonly maximumWeeklyPrice: number | null;
  readonly printedMemberships: number | null;
  readonly tiers: readonly TierRecord[];
}

/** A tier, and of which lot. */
export interface TierRecord {
  readonly lot: LotRecord;
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly hoursToRespond: number | null;
}

/** A framework as it was read. */
export function toFramework({ lots, extensions, ...row }: Row): FrameworkRecord {
  const parts: LotRecord[] = [];
  const framework: FrameworkRecord = {
    ...row,
    startsOn: dayOrNull(row.startsOn),
    endsOn: dayOrNull(row.endsOn),
    value: row.value === null ? null : row.value.toNumber(),
    lots: parts,
    extensions: extensions.map((right) => ({ ...right, takenOn: dayOrNull(right.takenOn) })),
  };
  for (const { tiers, ...lot } of lots) {
    const within: TierRecord[] = [];
    const record: LotRecord = {
      ...lot,
      framework,
      maximumWeeklyPrice: lot.maximumWeeklyPrice?.toNumber() ?? null,
      tiers: within,
    };
    for (const tier of tiers) within.push({ ...tier, lot: record });
    parts.push(record);
  }
  return framework;
}
