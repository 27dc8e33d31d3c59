import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
afterAll(() => database.drop());

test('every function of ours says where its names are looked up', async () => {
  // One whose body was parsed when it was made looks nothing up any more; those of extensions are not ours.
  const { rows } = await database.db.query(
    `select p.proname as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prosqlbody is null
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
       and not coalesce(p.proconfig::text like '%search_path=%', false)
     order by 1`,
  );

  expect(rows).toEqual([]);
});
