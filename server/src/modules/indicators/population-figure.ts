import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { Figure } from './figure.ts';
import { publicFigure } from './figure.ts';

/** A mid-year estimate as a figure. Unit: children. */
export function populationFigure(
  estimate: {
    readonly children: number | null;
    readonly symbol: string | null;
    readonly year: number;
    readonly sourceId: number;
  } | null,
): Figure | null {
  if (!estimate) return null;
  return publicFigure(
    {
      value: estimate.children,
      symbol: estimate.symbol as DataSymbol | null,
      status: 'FINAL',
      numerator: null,
      denominator: null,
      formula: null,
      reason: null,
      source_id: estimate.sourceId,
    },
    {
      unit: 'children',
      decimals: 0,
      source: `Office for National Statistics, mid-${estimate.year} population estimates`,
    },
  );
}
