import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId } from '../testkit/requests.ts';
import { codes, collected, forgetReturns, givenReturn } from './own-figures.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });
const [hub, derby] = ['hub-analyst.d2n2', 'commissioner.derby'];
const filed = { exact: '', records: '', older: '' };

beforeAll(async () => {
  await forgetAgreements(app.db);
  await forgetReturns(app.db);
  // The hub sees Derby’s fostering exactly, and Nottinghamshire’s records of two months.
  await arrangeAgreement(app.db, { id: randomUUID() });
  await arrangeAgreement(app.db, {
    id: randomUUID(),
    parties: ['d2n2', 'nottinghamshire'].map((organisation) => ({ organisation, signed: true })),
    items: [
      { dataset: 'fostering', recipient: 'HUB', level: 'RECORDS', historyMonths: 2 },
      { dataset: 'fostering', recipient: 'MEMBERS', level: 'EXACT' },
    ],
  });
  filed.exact = await givenReturn(app.db, {
    authority: 'derby',
    period: '2026-05',
    version: 2,
    figures: [
      { indicator: collected.approvals, value: 120, rows: [7] },
      {
        indicator: collected.households,
        value: 75,
        numerator: 90,
        denominator: 120,
        formula: '90 ÷ 120 × 100',
        rows: [7, 9],
      },
    ],
  });
  const nottinghamshire = { authority: 'nottinghamshire' } as const;
  const figures = [{ indicator: collected.approvals, value: 200, rows: [3] }];
  filed.records = await givenReturn(app.db, { ...nottinghamshire, period: '2026-05', figures });
  filed.older = await givenReturn(app.db, { ...nottinghamshire, period: '2026-03', figures });
});

const FIELDS = `source vintage formula recordedAt table row rows
  return { id authority { code } dataset period version source synthetic acceptedAt }`;

interface Provenance {
  readonly source: string;
  readonly return: { readonly id: string } | null;
  readonly rows: readonly number[];
}

/** Where the figure of an authority in May 2026 came from. */
async function provenanceOf(account: string, indicator: string, authority: string) {
  const { data } = await app.as<{
    comparison: { rows: { cells: { figure: { provenance: Provenance } }[] }[] };
  }>(
    account,
    `query ($input: ComparisonInput!) {
      comparison(input: $input) { rows { cells { figure { provenance { ${FIELDS} } } } } }
    }`,
    {
      input: {
        consortium: 'd2n2',
        indicators: [indicator],
        authorities: [authority],
        period: '2026-05',
      },
    },
  );
  return data?.comparison.rows[0]?.cells[0]?.figure.provenance;
}

const nodeOf = (account: string, id: string) =>
  app.as(
    account,
    `query ($id: ID!) { node(id: $id) { ... on Return { authority { name } dataset period version } } }`,
    {
      id: globalId('Return', id),
    },
  );

describe('a figure leads back', () => {
  test('of one’s own, to the return and the row it came from', async () => {
    expect(await provenanceOf(derby, collected.approvals, codes.derby)).toEqual({
      source: 'Return of Derby for fostering, 2026-05, version 2 (synthetic)',
      vintage: '2026-05-31',
      formula: null,
      recordedAt: '2026-06-01T09:00:00.000Z',
      table: 'a-table',
      row: 7,
      rows: [7],
      return: {
        id: globalId('Return', filed.exact),
        authority: { code: codes.derby },
        dataset: 'fostering',
        period: '2026-05',
        version: 2,
        source: 'a test',
        synthetic: true,
        acceptedAt: '2026-06-01T09:00:00.000Z',
      },
    });
  });

  test('to all its rows where it was made from several', async () => {
    expect(await provenanceOf(derby, collected.households, codes.derby)).toMatchObject({
      formula: '90 ÷ 120 × 100',
      row: null,
      rows: [7, 9],
    });
  });

  test('of another authority that is shown exactly, to whose return it was and no further', async () => {
    expect(await provenanceOf(hub, collected.households, codes.derby)).toEqual({
      source: 'Return of Derby for fostering, 2026-05 (synthetic)',
      vintage: '2026-05-31',
      formula: '90 ÷ 120 × 100',
      recordedAt: '2026-06-01T09:00:00.000Z',
      table: null,
      row: null,
      rows: [],
      return: null,
    });
  });

  test('of another authority whose records are shown, all the way', async () => {
    expect(await provenanceOf(hub, collected.approvals, codes.nottinghamshire)).toMatchObject({
      source: 'Return of Nottinghamshire for fostering, 2026-05, version 1 (synthetic)',
      table: 'a-table',
      row: 3,
      rows: [3],
      return: { id: globalId('Return', filed.records) },
    });
  });

  test('to nothing where it is not shared', async () => {
    expect(await provenanceOf(derby, collected.approvals, codes.nottinghamshire)).toMatchObject({
      vintage: null,
      recordedAt: null,
      table: null,
      rows: [],
      return: null,
    });
  });
});

describe('a return, by its id', () => {
  test('is found by its own organisation, and by who is shown its figures exactly', async () => {
    expect(await nodeOf(derby, filed.exact)).toEqual({
      data: {
        node: { authority: { name: 'Derby' }, dataset: 'fostering', period: '2026-05', version: 2 },
      },
    });
    expect(await nodeOf(hub, filed.records)).toMatchObject({
      data: { node: { authority: { name: 'Nottinghamshire' } } },
    });
    expect(await nodeOf(hub, filed.exact)).toMatchObject({
      data: { node: { authority: { name: 'Derby' } } },
    });
  });

  test.each([
    ['who is shown figures of later months', hub, 'older'],
    ['another member', 'commissioner.nottingham', 'exact'],
    ['another member, of figures it would be shown', 'commissioner.nottingham', 'records'],
    ['a reviewer', 'reviewer.d2n2', 'records'],
    ['a provider', 'provider.brook-lane-care', 'exact'],
  ] as const)('reads to %s as if there were none', async (_who, account, which) => {
    const hidden = await nodeOf(account, filed[which]);

    expect(hidden).toEqual({ data: { node: null } });
    expect(hidden).toEqual(await nodeOf(account, randomUUID()));
    expect(hidden).toEqual(await nodeOf(account, 'nothing'));
  });

  test('reads the same by the first lock alone, in code', async () => {
    await app.db.query('alter table "return" disable row level security');

    const found = await Promise.all([
      nodeOf(hub, filed.older),
      nodeOf('commissioner.nottingham', filed.records),
    ]);
    await app.db.query('alter table "return" enable row level security');

    const nothing = { data: { node: null } };
    expect(found).toEqual([nothing, nothing]);
  });
});
