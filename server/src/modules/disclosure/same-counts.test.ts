import { countTablesOf } from '@sufficiency/shared/disclosure/count-tables.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { expect, test } from 'vitest';
import { tiesOf } from './same-counts.ts';
import { countKey } from './table-counts.ts';

/** Totals that no other count of the same return says: whoever adds a table decides whether its total is one. */
const alone: Readonly<Record<Dataset, readonly string[]>> = {
  placements: [
    'starters-by-need|starters|TOTAL',
    'leavers-by-reason|leavers|TOTAL',
    'moves-by-reason|moves|TOTAL',
    'stability|three_or_more_placements',
    'stability|long_term_children',
    'stability|same_placement_two_years',
    'unregistered-placements|children|TOTAL|TOTAL',
  ],
  costs: [],
  // These two are tied by their parts.
  providers: ['call-offs|call_offs|*', 'placements-by-sourcing|placements|TOTAL|TOTAL'],
  fostering: [
    'recruitment|households|*|TOTAL',
    'withdrawals-by-reason|households|TOTAL',
    'deregistrations-by-reason|households|TOTAL',
    'households-and-places|households|TOTAL',
    // Places are tied by each type of household.
    'households-and-places|approved_places|TOTAL',
    'households-and-places|filled_places|TOTAL',
    'households-and-places|vacant_places|TOTAL',
    'households-and-places|unavailable_places|TOTAL',
  ],
  beds: [],
  demand: [],
};

const datasets = Object.keys(alone) as Dataset[];

const totalsOf = (dataset: Dataset) =>
  countTablesOf(dataset).flatMap(({ table, characteristics, measures }) =>
    measures.map(({ name }) => {
      const codes = characteristics.map(({ total }) => (total ? totalCode : '*'));
      return countKey(table.name, name, codes);
    }),
  );

test.each(datasets)(
  'every total of %s is tied to the others of the same, or stands alone',
  (dataset) => {
    const tied = tiesOf[dataset].same.flat(2);

    expect(totalsOf(dataset).filter((key) => !tied.includes(key))).toEqual(alone[dataset]);
  },
);

test('every table of all children looked after is tied to the others', () => {
  const [ofAll = []] = tiesOf.placements.same;
  const everyChild = countTablesOf('placements').filter(({ table }) =>
    /^Children looked after on the last day of the month, .* short breaks, by /.test(
      table.description,
    ),
  );

  expect(everyChild.length).toBeGreaterThan(7);
  for (const { table, characteristics } of everyChild) {
    const total = countKey(
      table.name,
      'children',
      characteristics.map(() => totalCode),
    );
    expect(ofAll).toContainEqual([total]);
  }
});

test('ties are between tables that there are', () => {
  const unknown = datasets.flatMap((dataset) => {
    const tables = new Set(formatOf(dataset).tables.map(({ name }) => name));
    return tiesOf[dataset].same.flat(2).filter((key) => !tables.has(key.split('|')[0] ?? ''));
  });

  expect(unknown).toEqual([]);
});
