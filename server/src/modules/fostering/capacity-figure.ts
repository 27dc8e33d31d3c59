import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { Figure } from '../indicators/comparison.service.ts';

/** Where a figure of capacity comes from, and why the viewer sees it. */
export interface FigureOrigin {
  readonly why: string;
  readonly source: string;
  readonly synthetic: boolean;
}

export const recordedHouseholds =
  'Approved fostering households and their places, as they were recorded';

/** A figure worked out here; `x` without a value, and then `why` says why there is none. */
export function capacityFigure(
  given: {
    readonly value: number | null;
    readonly unit: string;
    readonly formula: string;
    readonly decimals?: number;
    readonly numerator?: number;
    readonly denominator?: number;
  },
  { why, source, synthetic }: FigureOrigin,
): Figure {
  const { value, unit } = given;
  const symbol = value === null ? 'x' : null;
  return {
    value,
    symbol,
    text: figureText({ value, symbol, unit, decimals: given.decimals ?? 0 }),
    unit,
    numerator: given.numerator ?? null,
    denominator: given.denominator ?? null,
    status: 'PROVISIONAL',
    synthetic: value !== null && synthetic,
    why,
    provenance: { sourceId: null, fallbackSource: source, formula: given.formula, filed: null },
  };
}

/** No figure, and why. */
export const noCapacity = (unit: string, why: string): Figure =>
  capacityFigure(
    { value: null, unit, formula: 'none' },
    { why, source: recordedHouseholds, synthetic: false },
  );
