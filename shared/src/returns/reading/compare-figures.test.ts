import { describe, expect, test } from 'vitest';
import type { DerivedFigure } from '../derive.ts';
import { compareWithPrevious, compareWithPublished } from './compare-figures.ts';

const figure = (indicator: string, value: number | null): DerivedFigure => ({
  indicator,
  value,
  symbol: value === null ? 'x' : null,
  numerator: null,
  denominator: null,
  formula: null,
  table: 'children-by-gender',
  rows: [2],
});
const indicators = new Map([
  ['children', { title: 'Children looked after', unit: 'children' }],
  ['share', { title: 'In foster care', unit: 'percent' }],
  ['cost', { title: 'Weekly cost', unit: 'GBP per week' }],
]);
const said = (value: number) => ({ value, symbol: null });

describe('comparing a return with the one before it', () => {
  test.each([
    ['children', 545, 560, 0],
    ['children', 4, 9, 0],
    ['children', 545, 54, 1],
    ['share', 62, 70, 0],
    ['share', 62, 80, 1],
    ['cost', 5_000, 6_000, 0],
    ['cost', 5_000, 50_000, 1],
  ])('%s from %d to %d asks %d questions', (key, before, now, questions) => {
    const problems = compareWithPrevious(
      [figure(key, now)],
      new Map([[key, said(before)]]),
      indicators,
    );

    expect(problems).toHaveLength(questions);
  });

  test('says what changed, in which unit', () => {
    const previous = new Map([['children', said(1_545)]]);

    expect(compareWithPrevious([figure('children', 54)], previous, indicators)).toMatchObject([
      {
        rule: 'returns/large-change',
        severity: 'QUERY',
        row: 2,
        message: 'Children looked after was 1,545 in the return before, and is 54 children now.',
      },
    ]);
  });

  test('asks where a figure is gone', () => {
    const previous = new Map([['children', said(545)]]);

    expect(compareWithPrevious([figure('children', null)], previous, indicators)).toMatchObject([
      { rule: 'returns/figure-gone' },
    ]);
  });

  test('asks where nothing changed at all', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const all = new Map(keys.map((key) => [key, { title: key, unit: 'children' }]));
    const previous = new Map(keys.map((key, index) => [key, said(index + 1)]));
    const same = keys.map((key, index) => figure(key, index + 1));

    expect(compareWithPrevious(same, previous, all)).toMatchObject([
      { rule: 'returns/all-unchanged' },
    ]);
    expect(compareWithPrevious([...same.slice(1), figure('a', 2)], previous, all)).toEqual([]);
  });
});

test('a figure far from the published one names the publication', () => {
  const published = new Map([
    ['children', { value: 545, source: 'the figure published for 31 March 2025' }],
  ]);

  expect(compareWithPublished([figure('children', 5_450)], published, indicators)).toMatchObject([
    {
      rule: 'returns/far-from-published',
      message:
        'Children looked after is 5,450 children; the figure published for 31 March 2025 is 545.',
    },
  ]);
  expect(compareWithPublished([figure('children', 560)], published, indicators)).toEqual([]);
});
