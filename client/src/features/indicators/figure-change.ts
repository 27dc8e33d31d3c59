import type { SeriesPoint } from './comparison-model.ts';

/**
 * How far a figure moved since the period before, in its unit; null where either is not there, or
 * where the series does not end with the period of the figure.
 */
export function lastChange(series: readonly SeriesPoint[], period: string): number | null {
  const [before, last] = series.slice(-2);
  if (last?.period !== period || before?.value == null || last.value === null) return null;
  return last.value - before.value;
}
