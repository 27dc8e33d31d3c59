import { placementsFormat } from '@sufficiency/shared/returns/placements-tables.ts';
import { expect, test } from 'vitest';
import { returnPreview } from './return-preview.ts';

const row = (gender: string, count: string) => ({
  row: 2,
  cells: ['E06000015', '2026-09', gender, count],
});

test('shows a table as it will be sent, with codes explained and small numbers marked', () => {
  const [table] = returnPreview(
    placementsFormat,
    new Map([['children-by-gender', [row('1', '0'), row('2', '5'), row('TOTAL', '6')]]]),
  );

  expect(table?.headings.map(({ text }) => text)).toEqual(['Gender', 'Children']);
  expect(table?.rows.map((cells) => cells.map(({ text, meaning }) => [text, meaning]))).toEqual([
    [
      ['1', 'Male'],
      ['0', null],
    ],
    [
      ['2', 'Female'],
      ['5', null],
    ],
    [
      ['TOTAL', 'All'],
      ['6', null],
    ],
  ]);
  expect(table?.rows.map((cells) => cells.map(({ isSmall }) => isSmall))).toEqual([
    [false, false],
    [false, true],
    [false, false],
  ]);
});
