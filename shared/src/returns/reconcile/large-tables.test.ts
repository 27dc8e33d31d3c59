import { describe, expect, test } from 'vitest';
import { reconcile } from './reconcile.ts';
import { listed } from './words.ts';

interface Shape {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly label: (row: number) => string;
}

/** Numbers that fit nothing. */
const made = ({ columns, rows, label }: Shape) => ({
  header: ['name', ...columns],
  rows: Array.from({ length: rows }, (_, row) => [
    label(row),
    ...columns.map((_column, at) => String((row * 7919 + at * 104_729) % 997)),
  ]),
});

const named = (count: number, name: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => name(at));

const everyTotal = made({
  columns: named(4, (at) => `count ${at}`),
  rows: 2_000,
  label: () => 'Total',
});
const everyOther = made({
  columns: named(9, (at) => (at % 2 === 0 ? '% share' : 'number')),
  rows: 1_000,
  label: (row) => (row % 2 === 0 ? `Row ${row}` : 'Total'),
});
const wide = made({
  columns: named(99, (at) => (at % 2 === 0 ? 'Total' : '%')),
  rows: 100,
  label: (row) => (row % 2 === 0 ? `Row ${row}` : 'Total'),
});

describe('a table within the limits is checked soon, and not all of a flood is told', () => {
  // Before, these took from seconds to minutes.
  test.each([
    ['only totals', everyTotal],
    ['subtotals of one row each', everyOther],
    ['totals both ways', wide],
  ])('%s', { timeout: 20_000 }, (_name, table) => {
    const { findings, unchecked } = reconcile(table);

    expect(findings.length).toBeLessThanOrEqual(200);
    expect(unchecked.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify({ findings, unchecked }).length).toBeLessThan(400_000);
  });
});

test('the answer counts what is not listed, and says so', () => {
  const table = made({
    columns: ['beds'],
    rows: 602,
    label: (row) => (row % 2 ? 'Total' : 'Home'),
  });

  const { sentence, findings } = reconcile(table);

  expect(findings).toHaveLength(200);
  expect(sentence).toMatch(/^No: 3\d\d faults/);
  expect(sentence).toContain(
    'The gravest 200 are listed: mend them, or check a smaller part of the table, to see the others.',
  );
});

test('of what cannot be checked the first 200 are listed', () => {
  const columns = named(3, (at) => `beds ${at}`);
  const { header, rows } = made({
    columns,
    rows: 300,
    label: (row) => (row % 3 === 2 ? 'Total' : 'Home'),
  });
  const withGaps = rows.map((row, at) => (at % 3 === 0 ? ['Home', 'c', 'c', 'c'] : row));

  const { sentence, unchecked } = reconcile({ header, rows: withGaps });

  expect(unchecked).toHaveLength(200);
  expect(sentence).toContain('300 totals could not be checked.');
  expect(sentence).toContain('The first 200 that could not be checked are listed.');
});

test('a sentence names twenty at most', () => {
  expect(listed(named(22, String))).toMatch(/“18”, “19” and 2 more$/);
});

test('what is too long for a figure is read as words', () => {
  const table = {
    header: ['home', 'beds'],
    rows: [
      ['Ash', '5'],
      ['Elm', '9'.repeat(400)],
      ['Total', '13'],
    ],
  };

  expect(reconcile(table).unchecked).toHaveLength(1);
});
