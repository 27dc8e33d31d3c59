import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { forgetReturns } from '../indicators/own-figures.ts';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import type { Arranged } from './agreements.ts';
import { arrangeAgreement, forgetAgreements, usual } from './agreements.ts';
import type { Agreement, Region } from './sight-oracle.ts';

/** Who answers for what, and which indicators there are. */
export interface Ground {
  readonly authorities: Readonly<Record<string, readonly string[]>>;
  readonly indicators: readonly { readonly key: string; readonly dataset: string }[];
}

/** A number that stands for one figure and for nothing else. */
export interface Canary {
  readonly value: number;
  readonly authority: string;
  readonly indicator: string;
  readonly dataset: string;
  readonly period: string;
}

/** An agreement as generated: history depths differ between datasets. */
export type Generated = Omit<Agreement, 'items'> & Required<Pick<Arranged, 'items'>>;

/** One region: who belongs to which consortium, and what they agreed. */
export interface Scene {
  /** Of each authority, the consortium it belongs to; null for none. */
  readonly memberships: readonly (readonly [string, string | null])[];
  readonly agreements: readonly Generated[];
}

/** Months of which there are figures. The first lies further back than some agreements reach. */
export const months = ['2024-04', '2025-05', '2026-04', '2026-05'] as const;

export const monthEnd: Readonly<Record<string, string>> = {
  '2024-04': '2024-04-30',
  '2025-05': '2025-05-31',
  '2026-04': '2026-04-30',
  '2026-05': '2026-05-31',
};

/** Every canary: seven digits, of which no sum has as many. */
const first = 7_000_000;
const step = 137;

/** What the database holds of tenants and collected indicators. */
export async function readGround(db: Pool): Promise<Ground> {
  const held = await db.query<{ slug: string; codes: string[] }>(
    `select o.slug, array_agg(a.authority_code order by a.authority_code) as codes
     from organisation o join organisation_authority a on a.organisation_id = o.id
     group by o.slug order by o.slug`,
  );
  const indicators = await db.query<{ key: string; dataset: string }>(
    `select key, dataset from indicator where collected order by id`,
  );
  return {
    authorities: Object.fromEntries(held.rows.map(({ slug, codes }) => [slug, codes])),
    indicators: indicators.rows,
  };
}

/** Gives every authority a figure of its own for every indicator and month, and says which. */
export async function plantCanaries(db: Pool, ground: Ground): Promise<Canary[]> {
  const authorities = Object.values(ground.authorities).flat();
  const canaries = authorities.flatMap((authority) =>
    ground.indicators.flatMap(({ key, dataset }) =>
      months.map((period) => ({ authority, indicator: key, dataset, period })),
    ),
  );
  const planted = canaries.map((canary, nth) => ({ ...canary, value: first + nth * step }));
  await forgetReturns(db);
  await db.query(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
     select o.organisation_id, gen_random_uuid(), c.authority, c.dataset, c.period, 1, 'a test', true, '2026-06-10',
       ${acceptedValues({ month: 'c.period', at: `'2026-06-10'` })}
     from (select distinct authority, dataset, period
       from jsonb_to_recordset($1::jsonb) as c(authority text, dataset text, period text)) c
     join organisation_authority o on o.authority_code = c.authority`,
    [JSON.stringify(planted)],
  );
  await db.query(
    `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, numerator, denominator,
       synthetic, return_id, table_name, rows, recorded_at)
     select r.tenant_id, r.authority_code, i.id, i.dataset, (r.period || '-01')::date + interval '1 month - 1 day',
       c.value, c.value, 1, true, r.id, 'a-table', '{2}', r.accepted_at
     from jsonb_to_recordset($1::jsonb) as c(authority text, dataset text, period text, indicator text, value float8)
     join indicator i on i.key = c.indicator
     join "return" r on r.authority_code = c.authority and r.dataset = c.dataset and r.period = c.period`,
    [JSON.stringify(planted)],
  );
  return planted;
}

/** Brings a region about, whatever there was before. */
export async function arrangeScene(db: Pool, scene: Scene): Promise<void> {
  await db.query('delete from consortium_member');
  await db.query(
    `insert into consortium_member (consortium_code, authority_code, joined_on)
     select m.consortium, m.authority, '2020-01-01'
     from jsonb_to_recordset($1::jsonb) as m(authority text, consortium text) where m.consortium is not null`,
    [
      JSON.stringify(
        scene.memberships.map(([authority, consortium]) => ({ authority, consortium })),
      ),
    ],
  );
  await forgetAgreements(db);
  for (const agreement of scene.agreements) await arrangeAgreement(db, agreement);
}

/** The region as the oracle reads it. */
export const regionOf = (scene: Scene, { authorities }: Ground): Region => ({
  authorities,
  hubs: { d2n2: 'd2n2', 'west-midlands': 'west-midlands' },
  consortia: Object.fromEntries(
    ['d2n2', 'west-midlands'].map((consortium) => [
      consortium,
      scene.memberships.filter(([, of]) => of === consortium).map(([authority]) => authority),
    ]),
  ),
  left: {},
});

/** An agreement with what was generated, in force in 2026 unless it says otherwise. */
export const generatedAgreement = (
  given: Partial<Pick<Generated, 'status' | 'endsOn' | 'dpiaDatedOn'>> &
    Pick<Generated, 'consortium' | 'parties' | 'items'>,
): Generated => ({ ...usual, ...given, id: randomUUID() }) as Generated;
