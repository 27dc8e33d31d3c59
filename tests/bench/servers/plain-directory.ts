import type pg from 'pg';

export interface PlainIndicator {
  readonly id: number;
  readonly key: string;
  readonly unit: string;
  readonly decimals: number;
  readonly polarity: 'HIGH' | 'LOW' | 'NONE';
}

/** Names and numbers that questions are asked in, read once. */
export interface PlainDirectory {
  readonly indicators: ReadonlyMap<string, PlainIndicator>;
  readonly authorities: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export async function readDirectory(pool: pg.Pool): Promise<PlainDirectory> {
  const indicators = await pool.query<PlainIndicator>(
    'select id, key, unit, decimals, polarity from indicator',
  );
  const authorities = await pool.query<{ code: string; name: string }>(
    'select code, name from authority',
  );
  const members = await pool.query<{ consortium: string; codes: string[] }>(
    `select m.consortium_code as consortium, array_agg(a.code::text order by a.name) as codes
     from consortium_member m join authority a on a.code = m.authority_code group by 1`,
  );
  return {
    indicators: new Map(indicators.rows.map((row) => [row.key, row])),
    authorities: new Map(authorities.rows.map(({ code, name }) => [code, name])),
    members: new Map(members.rows.map(({ consortium, codes }) => [consortium, codes])),
  };
}
