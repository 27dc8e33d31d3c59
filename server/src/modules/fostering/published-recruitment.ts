import type { LikeForLike } from '@sufficiency/shared/fostering/like-for-like.ts';
import { likeForLike } from '@sufficiency/shared/fostering/like-for-like.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';

/** What a paper prints of one month, as it is kept. */
export interface PublishedMonthRow {
  readonly source_id: number;
  readonly authority_code: string;
  /** Written `2022-10`. */
  readonly month: string;
  /** From 1 April to 31 March, written `2022-23`. */
  readonly year: string;
  readonly enquiries: number | null;
  readonly starters: number | null;
}

/** The totals that the paper prints of one year. */
export interface PublishedTotalRow {
  readonly source_id: number;
  readonly year: string;
  readonly enquiries: number | null;
  readonly starters: number | null;
}

/** One month of a published series; what is not available is null, with its symbol. */
export interface PublishedMonth {
  readonly month: string;
  readonly enquiries: number | null;
  readonly starters: number | null;
  readonly symbol: DataSymbol | null;
}

/** A total as it is printed, and as its months add up. */
export interface PublishedSum {
  readonly printed: number | null;
  /** Sum of the months that the paper has; null where it has none. */
  readonly recomputed: number | null;
  readonly agrees: boolean;
  /** What a part-year can be held against; null for a whole year. */
  readonly likeForLike: LikeForLike | null;
}

export interface PublishedYear {
  readonly year: string;
  readonly months: readonly PublishedMonth[];
  readonly enquiries: PublishedSum;
  readonly starters: PublishedSum;
  /** The last month that the paper has; null for a whole year. */
  readonly stopsAfter: string | null;
}

type Counted = 'enquiries' | 'starters';

/**
 * Years of one paper with their totals recomputed from the months, earliest first.
 *
 * @param rows of one paper, in order of their months.
 */
export function publishedYears(
  rows: readonly PublishedMonthRow[],
  totals: readonly PublishedTotalRow[],
): PublishedYear[] {
  const [enquiries, starters] = [knownOf(rows, 'enquiries'), knownOf(rows, 'starters')];
  return [...Map.groupBy(rows, ({ year }) => year)].map(([year, months]) => {
    const printed = totals.find((total) => total.year === year);
    return {
      year,
      months: months.map(publishedMonth),
      enquiries: publishedSum(printed?.enquiries ?? null, enquiries, year),
      starters: publishedSum(printed?.starters ?? null, starters, year),
      stopsAfter: months.every(isKnown) ? null : (months.findLast(isKnown)?.month ?? null),
    };
  });
}

const isKnown = ({ enquiries, starters }: PublishedMonthRow): boolean =>
  enquiries !== null && starters !== null;

/** Values by month, where there are any. */
const knownOf = (
  rows: readonly PublishedMonthRow[],
  counted: Counted,
): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap(({ month, [counted]: value }) =>
      value === null ? [] : [[month, value] as const],
    ),
  );

const publishedMonth = (row: PublishedMonthRow): PublishedMonth => ({
  month: row.month,
  enquiries: row.enquiries,
  starters: row.starters,
  symbol: isKnown(row) ? null : 'x',
});

function publishedSum(
  printed: number | null,
  known: ReadonlyMap<string, number>,
  year: string,
): PublishedSum {
  const compared = likeForLike(known, year);
  const recomputed = compared?.value ?? null;
  return {
    printed,
    recomputed,
    agrees: printed === recomputed,
    likeForLike: compared?.isPart ? compared : null,
  };
}
