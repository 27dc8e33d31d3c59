import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { Figure } from '../indicators/comparison.service.ts';

const households = {
  unit: 'households',
  numerator: null,
  denominator: null,
  status: 'PROVISIONAL',
} as const;

const provenance = (formula: string) => ({
  sourceId: null,
  fallbackSource: 'Enquiries to foster, and what happened to them, as they were recorded',
  formula,
  filed: null,
});

/** Households counted from records that this viewer sees. */
export const countedHouseholds = (
  value: number,
  of: { readonly formula: string; readonly why: string; readonly synthetic: boolean },
): Figure => ({
  ...households,
  value,
  symbol: null,
  text: figureText({ value, symbol: null, unit: households.unit, decimals: 0 }),
  synthetic: of.synthetic,
  why: of.why,
  provenance: provenance(of.formula),
});

/** No figure: `why` says so, the same whether or not there is one that this viewer may not see. */
export const noHouseholds = (why: string): Figure => ({
  ...households,
  value: null,
  symbol: 'x',
  text: 'x',
  synthetic: false,
  why,
  provenance: provenance('none'),
});
