import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@sufficiency/prisma/embedded.ts';
import { startEmbedded } from '@sufficiency/prisma/embedded.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let privateFolder: string;
let postgres: EmbeddedPostgres;

const ask = async (url: string, question: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(question);
    return rows[0];
  } finally {
    await client.end();
  }
};

/** The folder above is closed to other users, as `mkdtemp` makes it: also where root runs the tests. */
beforeAll(async () => {
  privateFolder = await mkdtemp(join(tmpdir(), 'sufficiency-embedded-'));
  postgres = await startEmbedded({ dataDir: join(privateFolder, 'data'), log: () => undefined });
});

afterAll(async () => {
  await postgres.stop();
  await rm(privateFolder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  test('listens on this machine only, and compiles no queries', async () => {
    const settings = await ask(
      postgres.ownerUrl,
      `select current_setting('listen_addresses') as listens, current_setting('jit') as jit`,
    );

    expect(settings).toEqual({ listens: '127.0.0.1', jit: 'off' });
  });

  test('lets nobody in without the password', async () => {
    const guess = Object.assign(new URL(postgres.ownerUrl), { password: 'postgres' });

    await expect(ask(guess.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('gives its database to an owner who is no superuser', async () => {
    const owner = await ask(
      postgres.ownerUrl,
      'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );

    expect(owner).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: true });
  });

  test('may be told to stop twice', async () => {
    const another = await startEmbedded({
      dataDir: join(privateFolder, 'another'),
      log: () => undefined,
    });
    await another.stop();

    await expect(another.stop()).resolves.toBeUndefined();
    await expect(another.ended).resolves.toBeUndefined();
  });
});
