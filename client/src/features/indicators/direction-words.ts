import type { ComparedCell, ComparedIndicator } from './comparison-model.ts';

/** Which way a figure went, as a shape and in words; null where the server says nothing. */
export interface DirectionWords {
  readonly arrow: 'up' | 'down' | 'level';
  readonly words: 'better' | 'worse' | 'no change';
}

/**
 * Direction of travel by polarity. The arrow shows which way the figure itself went: where less is
 * better, better points down.
 */
export function directionWords(
  direction: ComparedCell['direction'],
  polarity: ComparedIndicator['polarity'],
): DirectionWords | null {
  switch (direction) {
    case 'BETTER':
      return { arrow: polarity === 'HIGH' ? 'up' : 'down', words: 'better' };
    case 'WORSE':
      return { arrow: polarity === 'HIGH' ? 'down' : 'up', words: 'worse' };
    case 'SAME':
      return { arrow: 'level', words: 'no change' };
    case 'NONE':
      return null;
  }
}
