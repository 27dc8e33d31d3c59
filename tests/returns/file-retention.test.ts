import { endFiles } from '@sufficiency/server/modules/returns/file-retention.service.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import { clockAt } from '../testkit/clock.ts';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
const pool = new pg.Pool({ connectionString: database.loaderUrl, max: 1 });
pool.on('error', () => undefined);

afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** A return of Derby's own, read from two files: one is kept until 30 June 2026, the other a day longer. */
beforeAll(async () => {
  await database.db.query(
    `with filed as (
       insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
         ${acceptedColumns})
       select organisation_id, gen_random_uuid(), authority_code, 'demand', '2019-05', 1, 'a test', true, '2020-06-01',
         ${acceptedValues({ month: `'2019-05'`, at: `'2020-06-01'` })}
       from organisation_authority where authority_code = 'E06000015' returning tenant_id, id),
     file as (
       insert into return_file (tenant_id, content_hash, size, received_at, keep_until)
       select tenant_id, repeat(nth::text, 64), 1, '2020-06-01', date '2026-06-29' + nth
       from filed, generate_series(1, 2) nth returning tenant_id, content_hash),
     part as (
       insert into return_file_part (tenant_id, content_hash, part, bytes) select tenant_id, content_hash, 0, 'a' from file)
     insert into return_upload (tenant_id, return_id, nth, name, content_hash)
     select tenant_id, id, nth, 'file ' || nth, repeat(nth::text, 64) from filed, generate_series(1, 2) nth`,
  );
});

const kept = async () =>
  (
    await database.db.query<{ line: string }>(
      `select concat_ws(' ', u.name, f.keep_until, length(p.bytes)) as line from return_upload u
       left join return_file f using (tenant_id, content_hash)
       left join return_file_part p using (tenant_id, content_hash)
       where u.name like 'file _' order by 1`,
    )
  ).rows.map(({ line }) => line);

test('a file goes on the day after its last, and its return keeps the name', async () => {
  expect(await endFiles({ pool, clock: clockAt('2026-06-30T12:00:00Z') })).toBe(0);
  expect(await kept()).toEqual(['file 1 2026-06-30 1', 'file 2 2026-07-01 1']);

  expect(await endFiles({ pool, clock: clockAt('2026-07-01T12:00:00Z') })).toBe(1);
  expect(await kept()).toEqual(['file 1', 'file 2 2026-07-01 1']);
});
