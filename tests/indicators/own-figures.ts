import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';

/** Indicators that returns say: sums of three datasets, and a share of the first. */
export const collected = {
  children: 'cla-month-end',
  fosterShare: 'cla-month-end-foster-share',
  placementsMade: 'placements-made-month',
  approvals: 'fostering-approvals-month',
  households: 'fostering-households-month-end',
} as const;

export const codes = {
  derby: 'E06000015',
  derbyshire: 'E10000007',
  nottingham: 'E06000018',
  nottinghamshire: 'E10000024',
  norfolk: 'E10000020',
} as const;

/** Forgets every return and every figure that returns say. */
export const forgetReturns = (db: Pool): Promise<unknown> => db.query('truncate "return" cascade');

/** A figure as a test arranges it: 1 of 1 row, without parts, in force, unless it says otherwise. */
export interface ArrangedFigure {
  readonly indicator: string;
  readonly value?: number;
  readonly symbol?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly formula?: string;
  readonly rows?: readonly number[];
  readonly supersededAt?: string;
}

/** One version of a return. */
export interface ArrangedReturn {
  readonly authority: keyof typeof codes;
  /** `2026-05` */
  readonly period: string;
  readonly version?: number;
  readonly acceptedAt?: string;
  readonly figures: readonly ArrangedFigure[];
}

/** Puts a return and its figures into the database as the superuser, whom no policy binds; gives the return’s id. */
export async function givenReturn(db: Pool, given: ArrangedReturn): Promise<string> {
  const { authority, period, version = 1, acceptedAt = '2026-06-01T09:00:00Z' } = given;
  const id = randomUUID();
  await db.query(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
     select o.organisation_id, $1, o.authority_code, i.dataset, $2, $3, 'a test', true, $4,
       ${acceptedValues({ month: '$2::text', at: '$4', ended: '$7::timestamptz' })}
     from organisation_authority o, indicator i where o.authority_code = $5 and i.key = $6 limit 1`,
    [
      id,
      period,
      version,
      acceptedAt,
      codes[authority],
      given.figures[0]?.indicator,
      given.figures[0]?.supersededAt,
    ],
  );
  await db.query(
    `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, symbol, numerator,
       denominator, synthetic, formula, return_id, table_name, rows, recorded_at, superseded_at)
     select r.tenant_id, r.authority_code, i.id, i.dataset, (r.period || '-01')::date + interval '1 month - 1 day',
       f.value, f.symbol, f.numerator, f.denominator, true, f.formula, r.id, 'a-table', coalesce(f.rows, '{2}'),
       r.accepted_at, f."supersededAt"
     from "return" r, jsonb_to_recordset($2::jsonb) as f(indicator text, value float8, symbol text, numerator float8,
       denominator float8, formula text, rows int[], "supersededAt" timestamptz)
     join indicator i on i.key = f.indicator
     where r.id = $1`,
    [id, JSON.stringify(given.figures)],
  );
  return id;
}

/** Takes an authority’s figures away, so that only those who see them can tell. */
export const withoutFigures = (db: Pool, authority: keyof typeof codes): Promise<unknown> =>
  db.query('delete from observation where authority_code = $1', [codes[authority]]);
