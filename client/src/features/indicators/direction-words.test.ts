import { describe, expect, test } from 'vitest';
import { directionWords } from './direction-words.ts';

describe('direction of travel', () => {
  test('points down when less is better and it got better', () => {
    expect(directionWords('BETTER', 'LOW')).toEqual({ arrow: 'down', words: 'better' });
  });

  test('points up when less is better and it got worse', () => {
    expect(directionWords('WORSE', 'LOW')).toEqual({ arrow: 'up', words: 'worse' });
  });

  test('points up when more is better and it got better', () => {
    expect(directionWords('BETTER', 'HIGH')).toEqual({ arrow: 'up', words: 'better' });
  });

  test('is level without a change', () => {
    expect(directionWords('SAME', 'HIGH')).toEqual({ arrow: 'level', words: 'no change' });
  });

  test('says nothing where the server says nothing', () => {
    expect(directionWords('NONE', 'NONE')).toBeNull();
  });
});
