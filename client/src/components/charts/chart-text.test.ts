import { describe, expect, test } from 'vitest';
import { spreadLabels, wrapped } from './chart-text.ts';

describe('labels in a column', () => {
  test('stay where they want to be when there is room', () => {
    const places = spreadLabels(
      [
        { id: 'high', at: 20, height: 10 },
        { id: 'low', at: 60, height: 10 },
      ],
      { top: 0, bottom: 100 },
    );

    expect([...places]).toEqual([
      ['high', 20],
      ['low', 60],
    ]);
  });

  test('move apart until none covers another', () => {
    const places = spreadLabels(
      [
        { id: 'one', at: 50, height: 10 },
        { id: 'two', at: 50, height: 10 },
        { id: 'three', at: 51, height: 10 },
      ],
      { top: 0, bottom: 100 },
    );

    expect([...places.values()]).toEqual([50, 60, 70]);
  });

  test('move up rather than out at the bottom', () => {
    const places = spreadLabels(
      [
        { id: 'one', at: 98, height: 10 },
        { id: 'two', at: 99, height: 10 },
      ],
      { top: 0, bottom: 100 },
    );

    expect([...places.values()]).toEqual([85, 95]);
  });
});

describe('text in a chart', () => {
  test('breaks between words', () => {
    expect(wrapped('Bath and North East Somerset', 90, 14)).toEqual([
      'Bath and',
      'North East',
      'Somerset',
    ]);
  });

  test('keeps a long word whole', () => {
    expect(wrapped('Nottinghamshire', 20, 14)).toEqual(['Nottinghamshire']);
  });
});
