import { randomUUID } from 'node:crypto';
import type { StoredReturn } from '@sufficiency/server/modules/returns/returns-store.queries.ts';
import { storeReturns } from '@sufficiency/server/modules/returns/returns-store.queries.ts';
import { figuresOf } from '@sufficiency/shared/returns/derive.ts';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
const app = new pg.Pool({ connectionString: database.appUrl, max: 1 });
app.on('error', () => undefined);

afterAll(async () => {
  await app.end();
  await database.drop();
});

const who = { account: 'commissioner.derby', at: '2026-06-15T12:00:00Z' };

/** A later version of a month’s demand, with two requests, of an authority. */
async function given(authorityCode: string, version = 2): Promise<StoredReturn> {
  const { rows } = await database.db.query<{ id: string }>(
    `select organisation_id as id from organisation_authority where authority_code = 'E06000015'`,
  );
  const period = '2025-05';
  const cells = [authorityCode, period, 'FOSTER', 'FOSTER', '2'];
  const total = [authorityCode, period, 'TOTAL', 'TOTAL', '2'];
  const tables = new Map([
    [
      'requests-by-type',
      [
        { row: 2, cells },
        { row: 5, cells: total },
      ],
    ],
  ]);
  return {
    tenantId: rows[0]?.id ?? '',
    id: randomUUID(),
    authorityCode,
    dataset: 'demand',
    period,
    version,
    source: 'a test',
    synthetic: true,
    acceptedAt: new Date('2026-06-15T12:00:00Z'),
    tables,
    figures: figuresOf({ dataset: 'demand', authority: authorityCode, period, tables }),
  };
}

const store = (client: pg.PoolClient, returns: readonly StoredReturn[]) =>
  storeReturns(
    async (statement) => (await client.query({ ...statement, values: [...statement.values] })).rows,
    returns,
  );

describe('storing a return', () => {
  test('closes the figures it replaces at the moment it was accepted, and keeps its rows', async () => {
    const later = await given('E06000015');

    const { stored, figures, kept } = await underPolicies(app, who, async (client) => ({
      stored: await store(client, [later]),
      figures: (
        await client.query(
          `select o.value, o.symbol, o.return_id = $1 as new, o.superseded_at as closed
           from observation o join indicator i on i.id = o.indicator_id
           where i."key" in ('placement-requests-month', 'requests-without-placement-month')
             and o.authority_code = 'E06000015' and o.period_end = '2025-05-31' order by 3, i."key" desc`,
          [later.id],
        )
      ).rows,
      kept: (
        await client.query('select "row", cells from return_row where return_id = $1', [later.id])
      ).rows,
    }));

    expect(stored).toEqual(new Set([later.id]));
    expect(figures).toEqual([
      { value: expect.any(Number), symbol: null, new: false, closed: later.acceptedAt },
      { value: expect.any(Number), symbol: null, new: false, closed: later.acceptedAt },
      { value: null, symbol: 'x', new: true, closed: null },
      { value: 2, symbol: null, new: true, closed: null },
    ]);
    expect(kept).toEqual(later.tables.get('requests-by-type'));
  });

  test('of a version that is there already stores nothing of it', async () => {
    const first = await given('E06000015', 1);

    const { stored, rows } = await underPolicies(app, who, async (client) => ({
      stored: await store(client, [first]),
      rows: (await client.query('select from return_row where return_id = $1', [first.id]))
        .rowCount,
    }));

    expect(stored).toEqual(new Set());
    expect(rows).toBe(0);
  });

  test('of an authority that the tenant does not answer for is refused', async () => {
    const others = await given('E06000018', 7);

    const storing = underPolicies(app, who, (client) => store(client, [others]));

    await expect(storing).rejects.toMatchObject({ code: '42501' });
  });
});
