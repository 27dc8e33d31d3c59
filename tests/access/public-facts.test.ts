import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';

const app = await testApp();
const database = openDatabase({ url: app.appUrl, size: 1 });
afterAll(() => database.close());

const rowsOf = (table: string) =>
  database.publicRows({ name: `all_${table}`, text: `select * from ${table} limit 1`, values: [] });

const INDICATOR = `query ($keys: [String!]!) {
  comparison(input: { consortium: "d2n2", indicators: $keys, authorities: ["E06000015"] }) {
    rows { indicator { key } columns { values symbols } }
  }
}`;

describe('what is read on nobody’s behalf, to be kept for everybody', () => {
  test.each([
    'reference_observation',
    'population_estimate',
    'service',
    'published_recruitment',
    'provider',
    'saved_comparison',
  ])('shows no row of %s', async (table) => {
    expect(await rowsOf(table)).toEqual([]);
  });

  test('shows the directories', async () => {
    expect(await rowsOf('authority')).toHaveLength(1);
  });

  test('is read anew for an indicator that was added a moment ago', async () => {
    await app.as('commissioner.derby', INDICATOR, { keys: ['cla-rate'] });
    await app.db.query(
      `insert into indicator (key, version, title, dataset, definition, unit, decimals, polarity, period_basis, source,
         licence, cautions)
       values ('added-just-now', 1, 'Added', 'placements', 'Added by a test.', 'children', 0, 'NONE', 'none', 'none',
         'none', '{}')`,
    );

    const answer = await app.as('commissioner.derby', INDICATOR, { keys: ['added-just-now'] });

    expect(answer).toEqual({
      data: {
        comparison: {
          rows: [{ indicator: { key: 'added-just-now' }, columns: { values: [], symbols: [] } }],
        },
      },
    });
  });
});
