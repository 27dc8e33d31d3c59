import { expect, test } from 'vitest';
import { rowColumns } from './row-columns.ts';

const columns = ['authority_code', 'period', 'placement_type', 'children'];

test('authority and month are left out, and codes have their meanings', () => {
  const known = {
    name: 'children-by-placement-type',
    columns: [
      {
        name: 'placement_type',
        title: 'Placement type',
        codes: { codes: [{ code: 'K2', label: 'Children’s home' }] },
      },
      { name: 'children', title: 'Children', codes: null },
    ],
  };

  expect(rowColumns(columns, known)).toEqual([
    {
      at: 2,
      title: 'Placement type',
      meanings: new Map([
        ['TOTAL', 'All'],
        ['K2', 'Children’s home'],
      ]),
    },
    { at: 3, title: 'Children', meanings: new Map() },
  ]);
});

test('a column of an unknown format keeps its own name', () => {
  expect(rowColumns(columns, undefined).map(({ title }) => title)).toEqual([
    'placement type',
    'children',
  ]);
});
