import { findDrift } from '@sufficiency/prisma/drift.ts';
import { sqlOfSchema } from '@sufficiency/prisma/schema-engine.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../testkit/database.ts';
import { cloneDatabase } from '../testkit/database.ts';
import type { EmptyDatabase } from '../testkit/empty-database.ts';
import { emptyDatabase } from '../testkit/empty-database.ts';

let built: EmptyDatabase;
let migrated: TestDatabase;

beforeAll(async () => {
  built = await emptyDatabase();
  await built.db.query(await sqlOfSchema());
});

beforeEach(async () => {
  migrated = await cloneDatabase();
  return migrated.drop;
});

afterAll(() => built.drop());

describe('migrations and the Prisma schema', () => {
  test('say the same', async () => {
    const { differences } = await findDrift(migrated.db, built.db);

    expect(differences).toEqual([]);
  });

  test('are seen to differ in a type, a default, a key and an index', async () => {
    await migrated.db.query(`
      alter table organisation alter column name type varchar(80);
      alter table account alter column synthetic set default true;
      alter table organisation drop constraint organisation_pkey cascade;
      create index account_by_name on account (name);
    `);

    const { differences } = await findDrift(migrated.db, built.db);

    expect(differences).toEqual(
      expect.arrayContaining([
        'column organisation.name is character varying(80) not null in migrations, text not null in the schema',
        'column account.synthetic is boolean not null default true in migrations, boolean not null default false in the schema',
        'constraint organisation.organisation_pkey is in the schema only: PRIMARY KEY (id)',
        'index account_by_name is in migrations only: CREATE INDEX account_by_name ON public.account USING btree (name)',
      ]),
    );
  });

  test('may differ in what only SQL can say, which is listed', async () => {
    await migrated.db.query(`
      create index account_in_use on account (name) where disabled_at is null;
      alter table account add constraint account_named check (name <> '');
    `);

    const { differences, sqlOnly } = await findDrift(migrated.db, built.db);

    expect(differences).toEqual([]);
    expect(sqlOnly).toEqual(
      expect.arrayContaining(['constraint account.account_named', 'index account_in_use']),
    );
  });
});
