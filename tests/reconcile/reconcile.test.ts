import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, refusalOf } from '../testkit/requests.ts';

const app = await testApp();

const RECONCILE = `query Reconcile($table: ReconcileInput!) {
  reconcile(table: $table) {
    sentence checks
    findings { rule severity cells { row column } printed expected difference sentence }
    unchecked { cells { row column } sentence }
    reading { totalRows totalColumns percentColumns }
  }
}`;

const targets = {
  header: ['measure', 'category', 'period', 'value', 'unit', 'note'],
  rows: [
    ['Enquiries target', 'D2N2', '2024-25', '660', 'enquiries', ''],
    ['Approval rate target', 'D2N2', '2024-25', '15.45', 'percent', 'of enquiries'],
    ['Approvals target', 'D2N2', '2024-25', '103', 'approvals', '89% increase on a baseline of 54'],
  ],
};

const refused = async (table: object) =>
  refusalOf(await app.as('commissioner.derby', RECONCILE, { table }));

describe('a table is checked', () => {
  test('for anybody who is signed in, and its faults are told as data and in a sentence', async () => {
    const { data } = await app.as('provider.alder-and-ash-homes', RECONCILE, { table: targets });

    expect(data).toEqual({
      reconcile: {
        sentence: 'No: 2 faults, in 2 checks.',
        checks: 2,
        findings: [
          {
            rule: 'target-chain',
            severity: 'ERROR',
            cells: [
              { row: 4, column: 4 },
              { row: 2, column: 4 },
              { row: 3, column: 4 },
            ],
            printed: '103',
            expected: '102',
            difference: 1,
            sentence:
              '15.45% of 660 (“Enquiries target”) is 102, but “Approvals target” says 103: 1 more.',
          },
          {
            rule: 'growth',
            severity: 'ERROR',
            cells: [{ row: 4, column: 4 }],
            printed: '89%',
            expected: '91%',
            difference: null,
            sentence:
              '“Approvals target” says 103 and calls it a change of 89% on 54; from 54 to 103 it is 91%. 89% on 54 would be 102.',
          },
        ],
        unchecked: [],
        reading: { totalRows: [], totalColumns: [], percentColumns: [] },
      },
    });
  });

  test('as the reader says it is to be read', async () => {
    const table = {
      header: ['home', 'beds'],
      rows: [
        ['Ash', '5'],
        ['Elm', '7'],
        ['County', '13'],
      ],
    };

    const guessed = await app.as('commissioner.derby', RECONCILE, { table });
    const told = await app.as('commissioner.derby', RECONCILE, {
      table: { ...table, totalRows: [4] },
    });

    expect(guessed.data).toMatchObject({ reconcile: { findings: [], checks: 0 } });
    expect(told.data).toMatchObject({
      reconcile: {
        findings: [{ sentence: 'In “beds” the rows add up to 12, but “County” says 13: 1 more.' }],
        reading: { totalRows: [4] },
      },
    });
  });

  test('without telling what a figure that is kept back may be', async () => {
    const table = {
      header: ['home', 'children'],
      rows: [
        ['Ash', '5'],
        ['Elm', 'c'],
        ['Total', '13'],
      ],
    };

    const { data } = await app.as('commissioner.derby', RECONCILE, { table });

    expect(data).toMatchObject({
      reconcile: {
        findings: [],
        unchecked: [
          {
            cells: [{ row: 3, column: 2 }],
            sentence: 'The total of “children” cannot be checked: no figure is given for “Elm”.',
          },
        ],
      },
    });
  });

  test('for nobody who is not signed in', async () => {
    const response = await post(app, { query: RECONCILE, variables: { table: targets } });

    expect(refusalOf(await response.json())).toContain('UNAUTHENTICATED');
  });
});

describe('a table is refused', () => {
  const wide = Array.from({ length: 201 }, (_, at) => `c${at}`);

  test('when it is too wide or too long', async () => {
    expect(await refused({ header: wide, rows: [wide] })).toBe(
      'BAD_USER_INPUT: The table has 201 columns. Send 200 at most.',
    );
    expect(
      await refused({ header: ['a', 'b'], rows: Array.from({ length: 2001 }, () => ['1', '2']) }),
    ).toBe('BAD_USER_INPUT: The table has 2001 rows. Send 2000 at most.');
  });

  test('when it has too many cells', async () => {
    expect(
      await refused({ header: wide.slice(1), rows: Array.from({ length: 101 }, () => []) }),
    ).toBe('BAD_USER_INPUT: The table has 20200 cells. Send 20000 at most.');
  });

  test('when a row has more or fewer cells than the header', async () => {
    expect(await refused({ header: ['a', 'b'], rows: [['1', '2'], ['3']] })).toBe(
      'BAD_USER_INPUT: Row 3 has 1 cells and the header 2. Send as many in each.',
    );
  });

  test('when a cell is no cell', async () => {
    expect(await refused({ header: ['a', 'b'], rows: [['1', 'x'.repeat(2001)]] })).toBe(
      'BAD_USER_INPUT: Row 2 has a cell of more than 2000 characters. Send only the table.',
    );
  });

  test('when there is nothing to read', async () => {
    expect(await refused({ header: ['a', 'b'], rows: [] })).toBe(
      'BAD_USER_INPUT: Send a header of two columns or more, and a row.',
    );
  });

  test('when the reader names a row or a column that it has not got', async () => {
    const table = { header: ['a', 'b'], rows: [['x', '1']] };

    expect(await refused({ ...table, totalRows: [1] })).toBe(
      'BAD_USER_INPUT: totalRows must be from 2 to 2; 1 is not.',
    );
    expect(await refused({ ...table, percentColumns: [3] })).toBe(
      'BAD_USER_INPUT: percentColumns must be from 1 to 2; 3 is not.',
    );
  });
});

test('the largest table is checked', async () => {
  const header = Array.from({ length: 20 }, (_, at) => (at === 0 ? 'name' : `percent ${at}`));
  const rows = Array.from({ length: 1_000 }, (_, row) =>
    header.map((_column, at) => (at === 0 ? `row ${row}` : String((row * at) % 97))),
  );

  const { data } = await app.as('commissioner.derby', RECONCILE, { table: { header, rows } });

  expect(data).toMatchObject({
    reconcile: { sentence: 'There is nothing in this table to add up.' },
  });
});
