import { encodeAddress } from '../indicators/compare-address.ts';
import type { CompareState } from '../indicators/compare-state.ts';
import { firstState } from '../indicators/compare-state.ts';

/** The address of Compare with a state of its own, the rest as on a first visit. */
export function compareLink(consortium: string, state: Partial<CompareState>): string {
  return `/${consortium}/compare?${encodeAddress({ ...firstState, ...state })}`;
}
