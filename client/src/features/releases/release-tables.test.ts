import { describe, expect, test } from 'vitest';
import { byType, shares } from './release-fixture.ts';
import {
  cellAt,
  keptShares,
  orderedCells,
  orderedRows,
  picturedRow,
  rowLabel,
  shownTables,
  symbolsIn,
  unitBeside,
} from './release-tables.ts';

const tables = [byType, shares];

test('the share that is left counts what is kept back, not what is not shared', () => {
  expect(keptShares(tables)).toMatchObject([
    { name: 'children-by-placement-type', published: 7, keptBack: 1, share: 87.5 },
    { name: 'indicators', published: 2, keptBack: 1 },
  ]);
});

test('a unit stands beside a figure as far as its text does not say it', () => {
  const beside = ['children', 'percent', 'GBP', 'GBP per week'].map((unit) => unitBeside({ unit }));
  expect(beside).toEqual(['children', '', '', 'per week']);
});

test('the legend has the symbols of the tables that are shown, and no others', () => {
  expect(symbolsIn([byType])).toEqual(['x', 'c']);
  expect(symbolsIn([shares])).toEqual(['c']);
});

describe('the tables that an address asks for', () => {
  test('are one, all, or the first where it names none there is', () => {
    expect(shownTables(tables, 'indicators')).toEqual([shares]);
    expect(shownTables(tables, 'all')).toEqual(tables);
    expect(shownTables(tables, 'nowhere')).toEqual([byType]);
  });

  test('are the first that shows anything where it names none', () => {
    const empty = { ...shares, rows: [] };
    expect(shownTables([empty, byType], null)).toEqual([byType]);
    expect(shownTables([empty], null)).toEqual([empty]);
  });
});

test('the picture shows the row asked for, else the total, else the first', () => {
  expect(picturedRow(byType, 'K1')?.codes).toEqual(['K1']);
  expect(picturedRow(byType, null)?.codes).toEqual(['total']);
  expect(picturedRow(shares, 'nowhere')?.labels).toEqual(['In foster care']);
});

test('the total comes before its parts, and is named once', () => {
  expect(orderedRows(byType).map((row) => rowLabel(row, byType))).toEqual(['Total', 'U1', 'K1']);
});

test('the consortium’s figure comes first and the reader’s own next, as there may be many columns', () => {
  const [row = { cells: [] }] = byType.rows;

  expect(orderedCells(row, ['E06000018']).map(({ subject }) => subject)).toEqual([
    'D2N2',
    'Nottingham',
    'Derby',
  ]);
});

test('a figure is found by its table, row and subject', () => {
  const place = { table: 'children-by-placement-type', row: 'U1' };

  expect(cellAt(tables, { ...place, subject: 'consortium' })?.cell.value).toBe(360);
  expect(cellAt(tables, { ...place, subject: 'E06000018' })?.cell.value).toBe(240);
  expect(cellAt(tables, { ...place, subject: 'elsewhere' })).toBeNull();
});
