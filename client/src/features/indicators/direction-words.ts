import type { ComparedCell, ComparedIndicator } from './comparison-model.ts';

/** Which way a figure went, as a shape and in words; null where the server says nothing. */
export interface DirectionWords {
  readonly arrow: 'up' | 'down' | 'level';
  readonly tone: 'better' | 'worse' | 'neutral';
  readonly words: string;
}

/** What decides how a direction is told. */
export type DirectedIndicator = Pick<ComparedIndicator, 'polarity' | 'unit' | 'decimals'>;

/**
 * Direction of travel by polarity. The arrow shows which way the figure itself went: where less is
 * better, better points down. `change` is how far it went, in the unit; null if that is not known.
 */
export function directionWords(
  direction: ComparedCell['direction'],
  indicator: DirectedIndicator,
  change: number | null,
): DirectionWords | null {
  if (direction === 'NONE') return null;
  if (direction === 'SAME') return { arrow: 'level', tone: 'neutral', words: 'no change' };

  const isUp = (direction === 'BETTER') === (indicator.polarity === 'HIGH');
  const arrow = isUp ? 'up' : 'down';
  if (isWithinRounding(indicator, change)) {
    const far = Math.abs(change ?? 0) < 0.5 ? 'less than 1 point' : '1 point';
    return { arrow, tone: 'neutral', words: `${far} ${arrow}` };
  }
  const tone = direction === 'BETTER' ? 'better' : 'worse';
  return { arrow, tone, words: tone };
}

/** A point of a percentage published as a whole number may be rounding alone: it judges nobody. */
const isWithinRounding = ({ unit, decimals }: DirectedIndicator, change: number | null) =>
  unit === 'percent' && decimals === 0 && change !== null && Math.abs(change) <= 1;
