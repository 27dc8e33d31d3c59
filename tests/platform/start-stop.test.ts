import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerProcess } from './server-process.ts';
import {
  copyDataDir,
  newDataDir,
  processesOn,
  removeDataDir,
  startServer,
} from './server-process.ts';

let usedDataDir: string;
let dataDir: string;
let started: ServerProcess[];

const start = (launcher?: string) => {
  const server = startServer({ DATA_DIR: dataDir }, launcher);
  started.push(server);
  return server;
};

const ready = async (server: ServerProcess) => {
  const response = await fetch(new URL('/ready', await server.address));
  return response.status;
};

let interrupted: { readonly code: number | null; readonly left: readonly string[] };
let next: { readonly status: number; readonly code: number | null };

/** A first start is the slow one: it is done once, and its folder copied for tests of later starts. */
beforeAll(async () => {
  usedDataDir = await newDataDir();
  started = [];
  dataDir = usedDataDir;
  const first = start();
  await first.loads;
  first.kill('SIGTERM');
  const { code } = await first.ended;
  interrupted = { code, left: processesOn(usedDataDir) };

  const second = start();
  const status = await ready(second);
  second.kill('SIGTERM');
  next = { status, code: (await second.ended).code };
});

afterAll(async () => {
  for (const server of started) server.kill('SIGKILL');
  await removeDataDir(usedDataDir);
});

describe('a first start', () => {
  test('that is interrupted leaves no process, and the next one gets ready', () => {
    expect(interrupted).toEqual({ code: 0, left: [] });
    expect(next).toEqual({ status: 200, code: 0 });
  });

  test('leaves secrets that only its user can read', async () => {
    const secrets = await stat(join(usedDataDir, 'secrets.json'));
    const tokens = await stat(join(usedDataDir, 'demo-tokens.json'));

    expect([secrets.mode & 0o777, tokens.mode & 0o777]).toEqual([0o600, 0o600]);
  });
});

describe('a later start', () => {
  beforeEach(async () => {
    started = [];
    dataDir = await copyDataDir(usedDataDir);
  });

  afterEach(async () => {
    for (const server of started) server.kill('SIGKILL');
    // Takes the database from a server that a failed test left behind, which then ends.
    await removeDataDir(dataDir);
    await Promise.all(started.map(({ ended }) => ended));
  });

  test.for(['SIGTERM', 'SIGINT'] as const)(
    'is ended by %s with its database, cleanly',
    async (signal) => {
      const server = start();
      await server.address;

      server.kill(signal);

      expect(await server.ended).toMatchObject({ code: 0 });
      expect(processesOn(dataDir)).toEqual([]);
    },
  );

  test('ends with the package manager that started it', async () => {
    const launcher = join(dataDir, 'pnpm');
    await writeFile(launcher, `#!/bin/sh\n"$@" &\nwait\n`, { mode: 0o755 });
    const server = start(launcher);
    await server.address;

    server.kill('SIGKILL');

    await server.ended;
    expect(processesOn(dataDir)).toEqual([]);
  });

  test('recovers after kill -9, its PostgreSQL still running', async () => {
    const killed = start();
    await killed.address;
    killed.kill('SIGKILL');
    await killed.ended;
    const left = processesOn(dataDir).length;

    const status = await ready(start());

    expect(left).toBeGreaterThan(0);
    expect(status).toBe(200);
  });

  test('is refused while another runs, whose number it names', async () => {
    const first = start();
    await first.address;

    const { code, printed } = await start().ended;

    expect(code).toBe(1);
    expect(printed).toContain(`Another server (process ${first.pid}) is using ${dataDir}`);
    expect(await ready(first)).toBe(200);
  });

  test('takes no notice of a process that was given the number of the old PostgreSQL', async () => {
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(pidFile, `${process.pid}\n${dataDir}/postgres\n0\n5432\n\n127.0.0.1\n`);

    const status = await ready(start());

    expect(status).toBe(200);
  });

  test('keeps its accounts’ tokens', async () => {
    const before = await readFile(join(usedDataDir, 'demo-tokens.json'), 'utf8');
    await start().address;

    const after = await readFile(join(dataDir, 'demo-tokens.json'), 'utf8');

    expect(after).toBe(before);
  });
});
