/** Periods over two calendar years, written `201819`: 2018-19. */
const overTwoYears = /^(academic year|financial year|tax year)/i;

/** What is wrong with how a period is written, as the end of the sentence “*time_period* …”; null where nothing is. */
export function timePeriodProblem(period: string, identifier: string): string | null {
  if (!overTwoYears.test(identifier)) {
    return /^\d{4}$/.test(period) ? null : 'must be a year, for example 2026';
  }
  const years = /^\d{2}(\d{2})(\d{2})$/.exec(period);
  return years && (Number(years[1]) + 1) % 100 === Number(years[2])
    ? null
    : `must be two years as six digits, for example 202526, where time_identifier is ${identifier}`;
}
