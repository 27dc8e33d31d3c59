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
  ['children', { title: 'Children looked after', unit: 'children', decimals: 0 }],
  ['share', { title: 'In foster care', unit: 'percent', decimals: 0 }],
  ['cost', { title: 'Weekly cost', unit: 'GBP per week', decimals: 0 }],
]);
const known = { indicators, sheets: new Map([['children-by-gender', 'Gender']]) };
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
    const previous = new Map([[key, said(before)]]);

    const problems = compareWithPrevious([figure(key, now)], previous, known);

    expect(problems).toHaveLength(questions);
  });

  test.each([
    ['children', 1_545, 54, 'Children looked after was 1,545 children', '54 children'],
    ['children', 30, 1, 'Children looked after was 30 children', '1 child'],
    ['share', 62, 80, 'In foster care was 62%', '80%'],
    ['cost', 5_000, 50_000, 'Weekly cost was £5,000 per week', '£50,000 per week'],
  ])('says what changed of %s from %d to %d, both in their unit', (key, before, now, was, is) => {
    const previous = new Map([[key, said(before)]]);

    expect(compareWithPrevious([figure(key, now)], previous, known)).toMatchObject([
      { message: `${was} in the return before, and is ${is} now.`, value: is },
    ]);
  });

  test('says where: table, sheet and, of a cell as it stands, its row', () => {
    const previous = new Map([['children', said(1_545)]]);
    const workedOut = { ...figure('children', 54), formula: 'boys + girls' };

    expect(compareWithPrevious([workedOut], previous, known)).toMatchObject([
      { table: 'children-by-gender', sheet: 'Gender', row: null, value: null },
    ]);
    expect(compareWithPrevious([figure('children', 54)], previous, known)).toMatchObject([
      {
        rule: 'returns/large-change',
        severity: 'QUERY',
        table: 'children-by-gender',
        sheet: 'Gender',
        row: 2,
      },
    ]);
  });

  test('asks where a figure is gone', () => {
    const previous = new Map([['children', said(545)]]);

    expect(compareWithPrevious([figure('children', null)], previous, known)).toMatchObject([
      { rule: 'returns/figure-gone' },
    ]);
  });

  test('asks where nothing changed at all', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const all = new Map(keys.map((key) => [key, { title: key, unit: 'children', decimals: 0 }]));
    const previous = new Map(keys.map((key, index) => [key, said(index + 1)]));
    const same = keys.map((key, index) => figure(key, index + 1));

    expect(compareWithPrevious(same, previous, { ...known, indicators: all })).toMatchObject([
      { rule: 'returns/all-unchanged' },
    ]);
    expect(
      compareWithPrevious([...same.slice(1), figure('a', 2)], previous, {
        ...known,
        indicators: all,
      }),
    ).toEqual([]);
  });
});

test('a figure far from the published one names the publication', () => {
  const published = new Map([
    ['children', { value: 545, source: 'the figure published for 31 March 2025' }],
  ]);

  expect(compareWithPublished([figure('children', 5_450)], published, known)).toMatchObject([
    {
      rule: 'returns/far-from-published',
      sheet: 'Gender',
      message:
        'Children looked after is 5,450 children; the figure published for 31 March 2025 is 545 children.',
    },
  ]);
  expect(compareWithPublished([figure('children', 560)], published, known)).toEqual([]);
});
