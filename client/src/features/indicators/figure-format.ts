import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { ComparedRow } from './comparison-model.ts';

/** Writes numbers of an indicator as its figures are written. */
export const figureFormat =
  ({ indicator }: Pick<ComparedRow, 'indicator'>) =>
  (value: number): string =>
    figureText({ value, symbol: null, unit: indicator.unit, decimals: indicator.decimals });
