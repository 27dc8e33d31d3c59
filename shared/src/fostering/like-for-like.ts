/** A year that may not be over, against the same months of the year before. */
export interface LikeForLike {
  /** Months of the year that have a value, written `2022-04`, in order. */
  readonly months: readonly string[];
  readonly value: number;
  /** The same months of the year before; null where one of them has no value. */
  readonly before: number | null;
  /** All twelve months of the year before; null where one of them has no value. Never to be held against a part of a year. */
  readonly wholeYearBefore: number | null;
  /** Whether a month of the year has no value. */
  readonly isPart: boolean;
}

const yearBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** The months from April to March of a financial year written `2022-23`. */
export const monthsOfFinancialYear = (year: string): readonly string[] => {
  const starts = Number(year.slice(0, 4));
  return Array.from({ length: 12 }, (_, nth) => {
    const month = ((nth + 3) % 12) + 1;
    return `${month > 3 ? starts : starts + 1}-${String(month).padStart(2, '0')}`;
  });
};

/**
 * A financial year held against the one before, month for month: seven months of one are compared with the same seven of the
 * other. Null where no month of the year has a value.
 *
 * @param values by month, written `2022-04`; a month that is absent is not known, which is not zero.
 */
export function likeForLike(values: ReadonlyMap<string, number>, year: string): LikeForLike | null {
  const all = monthsOfFinancialYear(year);
  const months = all.filter((month) => values.has(month));
  const value = sumOf(values, months);
  if (value === null || months.length === 0) return null;
  return {
    months,
    value,
    before: sumOf(values, months.map(yearBefore)),
    wholeYearBefore: sumOf(values, all.map(yearBefore)),
    isPart: months.length < all.length,
  };
}

function sumOf(values: ReadonlyMap<string, number>, months: readonly string[]): number | null {
  const found = months.flatMap((month) => values.get(month) ?? []);
  return found.length === months.length ? found.reduce((sum, value) => sum + value, 0) : null;
}
