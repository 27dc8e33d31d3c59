import { describe, expect, test } from 'vitest';
import { directionWords } from './direction-words.ts';

const low = { polarity: 'LOW', unit: 'per 10,000 children', decimals: 0 } as const;
const high = { ...low, polarity: 'HIGH' } as const;
const share = { polarity: 'LOW', unit: 'percent', decimals: 0 } as const;

describe('direction of travel', () => {
  test('points down when less is better and it got better', () => {
    expect(directionWords('BETTER', low, -2)).toEqual({
      arrow: 'down',
      tone: 'better',
      words: 'better',
    });
  });

  test('points up when less is better and it got worse', () => {
    expect(directionWords('WORSE', low, 2)).toEqual({ arrow: 'up', tone: 'worse', words: 'worse' });
  });

  test('points up when more is better and it got better', () => {
    expect(directionWords('BETTER', high, null)).toEqual({
      arrow: 'up',
      tone: 'better',
      words: 'better',
    });
  });

  test('is level without a change', () => {
    expect(directionWords('SAME', high, 0)).toEqual({
      arrow: 'level',
      tone: 'neutral',
      words: 'no change',
    });
  });

  test('says nothing where the server says nothing', () => {
    expect(directionWords('NONE', { ...low, polarity: 'NONE' }, 3)).toBeNull();
  });
});

describe('one point of a whole percentage', () => {
  test('is told and not judged: it may be rounding', () => {
    expect(directionWords('WORSE', share, 1)).toEqual({
      arrow: 'up',
      tone: 'neutral',
      words: '1 point up',
    });
    expect(directionWords('BETTER', share, -1)).toEqual({
      arrow: 'down',
      tone: 'neutral',
      words: '1 point down',
    });
  });

  test('is called less where the figures were worked out', () => {
    expect(directionWords('WORSE', share, 0.2)?.words).toBe('less than 1 point up');
  });

  test('is judged when it is two', () => {
    expect(directionWords('WORSE', share, 2)?.tone).toBe('worse');
  });

  test('is judged where percentages have decimals', () => {
    expect(directionWords('WORSE', { ...share, decimals: 1 }, 1)?.tone).toBe('worse');
  });
});
