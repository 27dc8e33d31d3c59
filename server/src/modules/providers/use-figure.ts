import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { Figure } from '../indicators/comparison.service.ts';

/** What a figure made here is of. */
export interface FigureOf {
  readonly unit: string;
  readonly decimals: number;
  /** Whose record it is made from. */
  readonly source: string;
  /** How it is made, in words; null for what was recorded as it stands. */
  readonly formula?: string | null;
}

/** A figure worked out from rows that this viewer sees. */
export const madeFigure = (
  value: number,
  of: FigureOf,
  { why, synthetic }: { readonly why: string; readonly synthetic: boolean },
): Figure => ({
  ...bare(of),
  value,
  symbol: null,
  text: figureText({ value, symbol: null, unit: of.unit, decimals: of.decimals }),
  synthetic,
  why,
});

/** No figure: `why` says so, the same whether or not there is one that this viewer may not see. */
export const noFigureOf = (of: FigureOf, why: string): Figure => ({
  ...bare(of),
  value: null,
  symbol: 'x',
  text: 'x',
  synthetic: false,
  why,
});

const bare = ({ unit, source, formula }: FigureOf) => ({
  unit,
  numerator: null,
  denominator: null,
  status: 'FINAL' as const,
  provenance: {
    sourceId: null,
    fallbackSource: source,
    formula: formula ?? null,
    filed: null,
  },
});
