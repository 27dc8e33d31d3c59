import { asAtInstant } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';

/** Where the server makes a file of a comparison: the same figures, with sources, as rows. */
export function exportAddress(
  format: 'csv' | 'xlsx',
  consortium: string,
  state: CompareState,
): string {
  const asAt = asAtInstant(state.asAt);
  const parts: readonly (readonly [string, string | null | undefined])[] = [
    ['consortium', consortium],
    ['indicators', state.indicators.join(',')],
    ['authorities', state.authorities?.join(',')],
    ['period', state.period],
    ['periods', String(state.periods)],
    ['comparators', state.comparators.join(',')],
    ['asAt', asAt],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of parts) if (value) query.set(name, value);
  return `/exports/comparison.${format}?${query}`;
}
