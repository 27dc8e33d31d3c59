import { expect, test } from 'vitest';
import { rowsOf } from '../return-rows.fixture.ts';
import { compareBeds } from './compare-beds.ts';

const homes = rowsOf(
  ['SC000001', 'CHILDRENS-HOME', 'PR1', '4', '4', '4'],
  ['SC000002', 'CHILDRENS-HOME', 'PR1', '3', '3', 'c'],
  ['SC000003', 'CHILDRENS-HOME', 'PR1', '3', '3', '3'],
);

const asked = (...states: readonly (readonly string[])[]) =>
  compareBeds(
    new Map([
      ['homes', homes],
      ['bed-states', rowsOf(...states)],
    ]),
    new Map([['bed-states', 'beds.csv']]),
  ).map(({ rule, table, sheet, row, message }) =>
    [rule, table, sheet, row, message].filter((part) => part !== null).join(' '),
  );

const state = (urn: string, day: string, occupied: string) => [
  urn,
  day,
  occupied,
  '0',
  '1',
  '0',
  '',
];

test('the newest state of a home is of its usable beds', () => {
  expect(
    asked(
      state('SC000001', '2026-09-30', '4'),
      state('SC000001', '2026-09-01', '3'),
      state('SC000002', '2026-09-30', '9'),
      state('SC000003', '2026-09-30', '2'),
    ),
  ).toEqual([
    'returns/beds-differ bed-states beds.csv 2 SC000001 has 4 usable beds among the homes, but its newest bed state is of 5.',
  ]);
});

test('homes without a state are named, and states of homes that are not listed', () => {
  expect(asked(state('SC000001', '2026-09-30', 'c'), state('SC000009', '2026-09-30', '1'))).toEqual(
    [
      'returns/beds-differ bed-states beds.csv Homes without a bed state: SC000002, SC000003.',
      'returns/beds-differ homes Bed states of homes that are not listed: SC000009.',
    ],
  );
});

test('a return without one of the two tables is asked nothing', () => {
  expect(compareBeds(new Map([['homes', homes]]), new Map())).toEqual([]);
});
