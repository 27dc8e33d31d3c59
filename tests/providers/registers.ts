import { loadReferenceData } from '@sufficiency/server/modules/indicators/reference-load.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { changedFile } from '../indicators/reference-files.ts';
import type { TestApp } from '../testkit/app.ts';
import type { TestDatabase } from '../testkit/database.ts';
import { referenceFolder } from '../testkit/workspace.ts';

const register = 'ofsted-providers/provider_level_as_at_2025-03-31.csv';

/** One thing that a newer register says otherwise. */
export interface Edit {
  readonly from: string;
  readonly to: string;
}

/** Loads reference data again, with a newer register made from Ofsted's own by some edits; none: as it is. */
export async function loadRegister(
  { loaderUrl }: Pick<TestDatabase, 'loaderUrl'>,
  newer?: { readonly vintage: string; readonly edits: readonly Edit[] },
) {
  const pool = openPool({ url: loaderUrl, size: 1 });
  try {
    const replacements = newer
      ? [
          {
            file: register,
            path: await changedFile(register, ...newer.edits),
            vintage: newer.vintage,
          },
        ]
      : [];
    const { files, registerChanges } = await loadReferenceData({
      pool,
      clock: systemClock,
      folder: referenceFolder,
      replacements,
    });
    return { ...files.find(({ file }) => file === register), changes: registerChanges };
  } finally {
    await pool.end();
  }
}

const tables = [
  'provider_group',
  'provider',
  'provider_name',
  'provider_in_house',
  'service',
  'service_judgement',
  'service_change',
  'authority_place',
];

/** What every table of the register holds, as one line each: rows, a digest, and who wrote them last. */
export async function registerContents({ db }: Pick<TestDatabase, 'db'>) {
  const lines = tables.map(
    (
      table,
    ) => `select '${table}' as name, count(*)::int as rows, md5(string_agg(t::text, ',' order by t::text)) as digest,
      md5(string_agg(t.xmin::text, ',' order by t::text)) as written from ${table} t`,
  );
  return (await db.query(lines.join(' union all '))).rows;
}

/** Tables that hold something that looks so, in any column. */
export async function tablesThatHold(
  { db }: Pick<TestDatabase, 'db'>,
  pattern: string,
): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (xpath('/row/found/text()', query_to_xml(
         format('select exists (select from %I t where t::text ~* %L) as found', c.relname, $1::text),
         false, true, '')))[1]::text = 'true' order by 1`,
    [pattern],
  );
  return rows.map(({ name }) => name);
}

/** How many rows of each table of the register the application's role sees, for a viewer who reads public figures or does not. */
export async function rowsSeen(
  { pool }: Pick<TestApp, 'pool'>,
  readsReference: 'yes' | 'no',
): Promise<number[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.reads_reference', $1, true)`, [readsReference]);
    const lines = tables.map((table) => `select count(*)::int as rows from ${table}`);
    const { rows } = await client.query<{ rows: number }>(lines.join(' union all '));
    return rows.map((row) => row.rows);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
