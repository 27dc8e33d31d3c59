import { comparators } from '@sufficiency/shared/indicators/comparators.ts';
import { encodeAddress } from '../indicators/compare-address.ts';
import { firstState } from '../indicators/compare-state.ts';
import type { SavedComparison } from './saved-comparison-queries.ts';

/** The address of Compare that shows what was saved. */
export function savedAddress(query: SavedComparison['query']): string {
  const state = {
    ...firstState,
    indicators: query.indicators,
    authorities: query.authorities,
    period: query.period,
    periods: query.periods,
    comparators: comparators.filter((known) => query.comparators.includes(known)),
    asAt: query.asAt,
  };
  return `/${encodeURIComponent(query.consortium)}/compare?${encodeAddress(state)}`;
}
