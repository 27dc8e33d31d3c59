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
  const wide = Array.from({ length: 101 }, (_, at) => `c${at}`);

  test('when it is too wide or too long', async () => {
    expect(await refused({ header: wide, rows: [wide] })).toBe(
      'BAD_USER_INPUT: The table has 101 columns. Send 100 at most: check a part of it.',
    );
    expect(
      await refused({ header: ['a', 'b'], rows: Array.from({ length: 2001 }, () => ['1', '2']) }),
    ).toBe('BAD_USER_INPUT: The table has 2001 rows. Send 2000 at most: check a part of it.');
  });

  test('when it has too many cells', async () => {
    expect(
      await refused({ header: wide.slice(1), rows: Array.from({ length: 101 }, () => []) }),
    ).toBe('BAD_USER_INPUT: The table has 10100 cells. Send 10000 at most: check a part of it.');
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
  const rows = Array.from({ length: 500 }, (_, row) =>
    header.map((_column, at) => (at === 0 ? `row ${row}` : String((row * at) % 97))),
  );

  const { data } = await app.as('commissioner.derby', RECONCILE, { table: { header, rows } });

  expect(data).toMatchObject({
    reconcile: { sentence: 'There is nothing in this table to add up.' },
  });
});

describe('a table with thousands of faults keeps nobody waiting', () => {
  // Twenty rows and their total, which is wrong everywhere, again and again.
  const columns = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? `beds ${at}` : '% share'));
  const faulty = {
    header: ['name', ...columns],
    rows: Array.from({ length: 400 }, (_, row) => [
      row % 20 === 19 ? 'Total' : `Home ${row}`,
      ...columns.map((_column, at) => String((row * 7919 + at * 104_729) % 997)),
    ]),
  };

  test('it is checked beside the thread that answers', async () => {
    const shares = Array.from({ length: 9 }, (_, at) => (at % 2 === 0 ? '% share' : 'number'));
    const long = {
      header: ['name', ...shares],
      rows: Array.from({ length: 1_000 }, (_, row) => [
        row % 2 === 0 ? `Row ${row}` : 'Total',
        ...shares.map((_column, at) => String((row * 7919 + at * 104_729) % 997)),
      ]),
    };

    const before = process.threadCpuUsage();
    const answer = await app.as('commissioner.derby', RECONCILE, { table: long });
    const { user, system } = process.threadCpuUsage(before);

    expect(refusalOf(answer)).toMatch(/^$|takes too long/);
    // Unit: microseconds. To check it here would take a second.
    expect(user + system).toBeLessThan(400_000);
  });

  test('it is told in part, in an answer of a size that can be read', async () => {
    const { data } = await app.as('commissioner.derby', RECONCILE, { table: faulty });

    expect(JSON.stringify(data).length).toBeLessThan(150_000);
    expect(data).toMatchObject({
      reconcile: { sentence: expect.stringContaining('The gravest 200 are listed') },
    });
  });

  test('and organisations check one at a time, so that there is a thread for others', async () => {
    const ask = (account: string) => app.as(account, RECONCILE, { table: targets });
    const many = Array.from({ length: 6 }, () => ask('commissioner.derby'));
    const other = await ask('provider.alder-and-ash-homes');
    const answers = await Promise.all(many);

    expect(answers.map(refusalOf).filter(Boolean)).toEqual([
      'CONFLICT: Your organisation is checking several tables at this moment. Check this one after them.',
    ]);
    expect(refusalOf(other)).toBe('');
  });

  test('it is checked no longer when the client has left', async () => {
    const ended = Promise.withResolvers<unknown>();
    const said: unknown[] = [];
    const client = new AbortController();
    process.once('worker', (thread) => {
      thread.once('exit', ended.resolve);
      thread.on('message', (message) => {
        said.push(message);
        client.abort();
      });
    });

    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...app.credentialsOf('commissioner.derby') },
      body: JSON.stringify({ query: RECONCILE, variables: { table: faulty } }),
      signal: client.signal,
    });
    await app.fetch(request).catch(() => null);
    await ended.promise;

    // The thread was about to begin, and never came to an answer.
    expect(said).toEqual(['ready']);
  });
});
