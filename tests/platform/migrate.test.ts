import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@sufficiency/prisma/migrate.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EmptyDatabase } from '../testkit/empty-database.ts';
import { emptyDatabase } from '../testkit/empty-database.ts';

let folder: string;
let database: EmptyDatabase;

const givenMigration = async (name: string, sql: string) => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
};

const run = (from = folder) =>
  migrate({ ownerUrl: database.ownerUrl, log: () => undefined, folder: from });

const tables = async () => {
  const { rows } = await database.db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sufficiency-migrations-'));
  database = await emptyDatabase();
  await givenMigration('1_create_home', 'create table home (id int);');
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('migrating', () => {
  test('applies what is missing, oldest first, and then nothing', async () => {
    await run();
    await givenMigration('2_create_bed', 'create table bed (id int);');

    const second = await run();
    const third = await run();

    expect(second).toEqual(['2_create_bed']);
    expect(third).toEqual([]);
    expect(await tables()).toEqual(['_prisma_migrations', 'bed', 'home']);
  });

  test('keeps the record that Prisma keeps', async () => {
    await run();

    const { rows } = await database.db.query(
      `select migration_name, finished_at is not null as finished, applied_steps_count
         from _prisma_migrations`,
    );

    expect(rows).toEqual([
      { migration_name: '1_create_home', finished: true, applied_steps_count: 1 },
    ]);
  });

  test('happens once when several servers start together', async () => {
    const applied = await Promise.all([run(), run(), run()]);

    expect(applied.flat()).toEqual(['1_create_home']);
  });

  test('takes functions with semicolons in them', async () => {
    await givenMigration(
      '2_add_function',
      `create function one() returns int language plpgsql as $$ begin perform 1; return 1; end; $$;`,
    );

    await run();

    const { rows } = await database.db.query('select one()');
    expect(rows).toEqual([{ one: 1 }]);
  });

  test('leaves the schema as it was when a migration fails, and says where', async () => {
    await givenMigration('2_fail', 'create table bed (id int);\ncreate table home (id int);');

    await expect(run()).rejects.toThrow(
      'The migration 2_fail failed: relation "home" already exists',
    );

    expect(await tables()).toEqual(['_prisma_migrations', 'home']);
    await givenMigration('2_fail', 'create table bed (id int);');
    expect(await run()).toEqual(['2_fail']);
  });

  test('names the line of a mistake', async () => {
    await givenMigration('2_typo', 'create table bed (id int);\n\ncreate tabel room (id int);');

    await expect(run()).rejects.toThrow(
      'The migration 2_typo (line 3) failed: syntax error at or near "tabel"',
    );
  });

  test('refuses a migration that was changed after it was applied', async () => {
    await run();
    await givenMigration('1_create_home', 'create table home (id bigint);');

    await expect(run()).rejects.toThrow(
      'The migration 1_create_home was changed after the database received it.',
    );
  });

  test('refuses a database that a newer version migrated', async () => {
    const newer = `${folder}-newer`;
    await cp(folder, newer, { recursive: true });
    await mkdir(join(newer, '2_create_bed'));
    await writeFile(join(newer, '2_create_bed/migration.sql'), 'create table bed (id int);');
    await run(newer);
    await rm(newer, { recursive: true });

    await expect(run()).rejects.toThrow('It was migrated by a newer version: start that one.');
  });
});
