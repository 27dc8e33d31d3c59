import type { CompareChoices } from './compare-query.ts';
import { comparisonInput } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import { mostPeriods } from './compare-state.ts';
import type { FigureDetailsInput } from './figure-query.ts';

/** What to ask for to explain one figure: its indicator alone, in every period it has. */
export function figureInput(
  consortium: string,
  state: CompareState,
  asked: {
    readonly indicator: CompareChoices['indicators'][number];
    /** Code of the authority; null for a comparator, which needs the authorities it belongs to. */
    readonly code: string | null;
    /** The period of the figure. */
    readonly period: string;
  },
): FigureDetailsInput {
  const { periods, key } = asked.indicator;
  const last = periods.at(-1)?.label;
  const isKnown = periods.some(({ label }) => label === asked.period);
  return {
    ...comparisonInput(consortium, state),
    indicators: [key],
    ...(asked.code !== null && { authorities: [asked.code], comparators: [] }),
    // A figure that stands for a period the indicator lacks is explained as it was asked for.
    period: isKnown && last !== undefined ? last : state.period,
    periods: isKnown ? Math.min(periods.length, mostPeriods) : 1,
  };
}
