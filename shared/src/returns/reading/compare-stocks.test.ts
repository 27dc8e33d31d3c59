import { describe, expect, test } from 'vitest';
import type { DerivedFigure } from '../derive.ts';
import { compareStocks } from './compare-stocks.ts';

const figure = (indicator: string, value: number | null): DerivedFigure => ({
  indicator,
  value,
  symbol: value === null ? 'c' : null,
  numerator: null,
  denominator: null,
  formula: null,
  table: 'children-by-placement-type',
  rows: [2],
});

const compared = (before: number | null, [held, came, left]: readonly (number | null)[]) =>
  compareStocks(
    [
      figure('cla-month-end', held ?? null),
      figure('care-started-month', came ?? null),
      figure('care-ended-month', left ?? null),
    ],
    new Map([['cla-month-end', { value: before, symbol: before === null ? 'c' : null }]]),
    new Map(),
  ).map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);

describe('children at month end', () => {
  test('that do not follow from the month before are asked about, with the arithmetic', () => {
    expect(compared(545, [560, 12, 14])).toEqual([
      'QUERY returns/stock-differs 545 children were looked after in the return before; with 12 who started and without 14 who left they would be 543, and the return says 560.',
    ]);
  });

  test.each([
    ['they follow', 545, [543, 12, 14]],
    ['late corrections explain it', 545, [548, 12, 14]],
    ['those who left are confidential', 545, [560, 12, null]],
    ['the number before is confidential', null, [560, 12, 14]],
    ['the number now is confidential', 545, [null, 12, 14]],
  ] as const)('are not asked about where %s', (_, before, now) => {
    expect(compared(before, now)).toEqual([]);
  });
});
