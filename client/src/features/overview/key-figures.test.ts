import { describe, expect, test } from 'vitest';
import { keyFigureTable, seenPart, whyNothing } from './key-figures.ts';

const indicator = {
  id: 'i1',
  key: 'cla-rate',
  title: 'Rate',
  unit: 'per 10,000 children',
  decimals: 0,
  polarity: 'LOW' as const,
  periodBasis: 'snapshot at 31 March',
};
const comparable = { comparable: true, warnings: [] };
const figure = {
  value: 88,
  text: '88',
  symbol: null,
  status: 'FINAL',
  synthetic: false,
  why: 'public',
} as const;
const cell = (subject: string, code: string | null, period: string) => ({
  subject,
  code,
  period,
  direction: 'BETTER' as const,
  figure,
});

describe('the table of key figures', () => {
  test('has members first, then England and the consortium', () => {
    const cells = [
      cell('england', null, '2025'),
      cell('consortium', null, '2025'),
      cell('Derby', 'E06000015', '2025'),
    ];

    const table = keyFigureTable(
      { periods: ['2025'], rows: [{ indicator, comparable, cells }] },
      'D2N2',
    );

    expect(table.columns).toEqual([
      { subject: 'Derby', code: 'E06000015', name: 'Derby' },
      { subject: 'england', code: null, name: 'England' },
      { subject: 'consortium', code: null, name: 'D2N2' },
    ]);
  });

  test('shows the latest period of each indicator beside the one before', () => {
    const latest = cell('Derby', 'E06000015', '2025');
    const before = cell('Derby', 'E06000015', '2024');
    const rows = [{ indicator, comparable, cells: [latest, before] }];

    const [row] = keyFigureTable({ periods: ['2024', '2024-25', '2025'], rows }, 'D2N2').rows;

    expect(row).toMatchObject({ period: '2025', figures: [{ latest, before }] });
  });

  test('leaves a gap where a row has no such subject', () => {
    const rows = [
      { indicator, comparable, cells: [cell('Derby', 'E06000015', '2025')] },
      { indicator, comparable, cells: [cell('england', null, '2025')] },
    ];

    const table = keyFigureTable({ periods: ['2025'], rows }, 'D2N2');

    expect(table.rows[1]?.figures[0]).toBeNull();
  });

  test('says once for a row that all its figures are provisional', () => {
    const provisional = {
      ...cell('Derby', 'E06000015', '2025'),
      figure: { ...figure, status: 'PROVISIONAL' as const },
    };
    const hidden = {
      ...cell('Nottingham', 'E06000018', '2025'),
      figure: { ...figure, text: 'c', symbol: 'c' as const },
    };
    const rows = [{ indicator, comparable, cells: [provisional, hidden] }];

    const [row] = keyFigureTable({ periods: ['2025'], rows }, 'D2N2').rows;

    expect(row?.remark).toEqual({ status: 'PROVISIONAL', synthetic: false });
  });

  test('says it at each figure when only some are provisional', () => {
    const provisional = {
      ...cell('Derby', 'E06000015', '2025'),
      figure: { ...figure, status: 'PROVISIONAL' as const },
    };
    const rows = [
      { indicator, comparable, cells: [provisional, cell('Nottingham', 'E06000018', '2025')] },
    ];

    const [row] = keyFigureTable({ periods: ['2025'], rows }, 'D2N2').rows;

    expect(row?.remark).toBeNull();
  });
});

describe('why there is nothing to see', () => {
  const hidden = {
    ...cell('Derby', 'E06000015', '2025'),
    figure: { ...figure, text: 'x', symbol: 'x' as const, why: 'not shared: releases only' },
  };

  test('is said when no figure at all may be seen', () => {
    const rows = [{ indicator, comparable, cells: [hidden] }];

    expect(whyNothing({ periods: ['2025'], rows })).toBe('not shared: releases only');
  });

  test('is not said when some figures may be seen', () => {
    const rows = [{ indicator, comparable, cells: [hidden, cell('England', null, '2025')] }];

    expect(whyNothing({ periods: ['2025'], rows })).toBeNull();
  });
});

test('the part of a table with figures leaves out who has none, and says who that is', () => {
  const none = { ...figure, text: 'x', symbol: 'x' as const, why: 'not shared: releases only' };
  const nottingham = { ...cell('Nottingham', 'E06000018', '2025'), figure: none };
  const derby = cell('Derby', 'E06000015', '2025');
  const other = { ...indicator, id: 'i2', key: 'cla-number' };
  const rows = [
    { indicator, comparable, cells: [nottingham, derby] },
    { indicator: other, comparable, cells: [nottingham, { ...derby, figure: none }] },
  ];

  const { table, unseen } = seenPart(keyFigureTable({ periods: ['2025'], rows }, 'D2N2'));

  expect(table.columns.map(({ name }) => name)).toEqual(['Derby']);
  expect(table.rows.map((row) => row.indicator.key)).toEqual(['cla-rate']);
  expect(table.rows[0]?.figures.map((each) => each?.latest.subject)).toEqual(['Derby']);
  expect(unseen.map(({ name }) => name)).toEqual(['Nottingham']);
});
