import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from '@sufficiency/server/platform/lock.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const lockModule = new URL('../../server/src/platform/lock.ts', import.meta.url).href;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sufficiency-lock-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A program that takes the lock, says so, and then does what is given. */
const program = (then: string) =>
  `const { lockDataDir } = await import(${JSON.stringify(lockModule)});
   await lockDataDir(${JSON.stringify(folder)}); console.log('held'); ${then}`;

describe('a data folder', () => {
  test('is refused at once to a second process, with the number of the first', async () => {
    const lock = await lockDataDir(folder);

    const second = lockDataDir(folder);

    await expect(second).rejects.toThrow(
      `Another server (process ${process.pid}) is using ${folder}. Stop it, or set DATA_DIR to another folder.`,
    );
    lock.release();
  });

  test('is free as soon as its holder was killed', async () => {
    const holder = spawn(process.execPath, ['-e', program('setInterval(() => {}, 1000)')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    await expect(lockDataDir(folder)).rejects.toThrow(`process ${holder.pid}`);

    holder.kill('SIGKILL');
    await once(holder, 'exit');

    const lock = await lockDataDir(folder);
    lock.release();
  });

  test('is free although the number of its last holder belongs to somebody else by now', async () => {
    await writeFile(join(folder, 'server.pid'), `${process.pid}\n`);

    const lock = await lockDataDir(folder);

    lock.release();
  });

  test('goes to one of several that ask at once', async () => {
    let held = 0;
    const asked = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['-e', program('process.stdin.resume()')], {
        stdio: ['pipe', 'pipe', 'ignore'],
      }),
    );
    for (const { stdout } of asked) {
      stdout.once('data', () => {
        held += 1;
      });
    }

    const ended = () => asked.filter(({ exitCode }) => exitCode !== null);
    await expect
      .poll(() => ({ held, refused: ended().length }), { timeout: 60_000 })
      .toEqual({ held: 1, refused: 3 });

    for (const { stdin } of asked) stdin.end();
    await expect.poll(() => ended().length, { timeout: 60_000 }).toBe(4);
  });
});
