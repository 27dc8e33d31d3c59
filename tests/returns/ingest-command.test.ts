import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRoles } from '@sufficiency/prisma/roles.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokenOf } from '../testkit/app.ts';
import { cloneDatabase } from '../testkit/database.ts';
import { workspaceRoot } from '../testkit/workspace.ts';
import { demandFiles, derby, forgetReturns, statusesOf } from './returns.ts';

const app = await cloneDatabase();
afterAll(() => app.drop());
// The command works the roles' passwords out from the owner's, as a server does.
await ensureRoles({ ownerUrl: app.ownerUrl, secret: new URL(app.ownerUrl).password });
const folder = await mkdtemp(join(tmpdir(), 'sufficiency-ingest-'));
const dataDir = join(folder, 'data');
afterAll(() => rm(folder, { recursive: true }));

const period = '2026-09';
const commissioner = 'commissioner.derby';

/** Runs the command beside the server of this test, as a person would; its exit code and what it said. */
const ingest = (
  options: readonly string[],
  environment: Readonly<Record<string, string>> = { EXCHANGE_TOKEN: tokenOf(commissioner) },
) =>
  new Promise<{ code: number; said: string; refused: string }>((resolve) => {
    const command = execFile(
      process.execPath,
      [join(workspaceRoot, 'server/src/ingest.ts'), ...options],
      { env: { DATA_DIR: dataDir, DATABASE_URL: app.ownerUrl, ...environment } },
      (_error, stdout, stderr) =>
        resolve({ code: command.exitCode ?? -1, said: stdout.trim(), refused: stderr.trim() }),
    );
  });

/** Writes the tables as files, and says of whom, of what and for when they are. */
async function given(change: (text: string) => string = String): Promise<string[]> {
  const files = demandFiles(12, period).map(({ name, text }) => ({
    path: join(folder, name),
    text: change(String(text)),
  }));
  for (const { path, text } of files) await writeFile(path, text);
  const about = ['--authority', derby, '--dataset', 'demand', '--period', period];
  return [...files.map(({ path }) => path), ...about];
}

beforeAll(() => mkdir(dataDir));
beforeEach(() => forgetReturns(app));

describe('pnpm ingest', () => {
  test('sends files, and says that they wait for approval', async () => {
    const { code, said, refused } = await ingest(await given());

    expect(said).toBe('demand of E06000015 for 2026-09, version 1, waits for approval.');
    expect(refused).toMatch(/^Sending …\n[\s\S]*✓ Sending/);
    expect(code).toBe(0);
    expect(await statusesOf(app)).toEqual(['1 SUBMITTED']);
  });

  test('sends as an account of the demonstration, and only checks where it is told to', async () => {
    await writeFile(
      join(dataDir, 'demo-tokens.json'),
      JSON.stringify({ [commissioner]: tokenOf(commissioner) }),
    );

    const { said } = await ingest(
      [...(await given()), '--account', commissioner, '--check-only'],
      {},
    );

    expect(said).toBe('demand of E06000015 for 2026-09, version 1, is checked and not submitted.');
    expect(await statusesOf(app)).toEqual(['1 READY']);
  });

  test('lists what has to be mended, and ends with 1', async () => {
    const files = await given((text) => text.replace('PLANNED,12', 'PLANNED,twelve'));

    const { code, said } = await ingest(files);

    expect(said).toMatch(/^ERROR +requests-by-notice\.csv 2 +D requests +Requests .*whole-number/m);
    expect(said).toContain('has errors: mend them and send it again.');
    expect(code).toBe(1);
    expect(await statusesOf(app)).toEqual(['1 PROBLEMS']);
  });

  test.each([
    ['an account that sends no returns', tokenOf('approver.derby'), 'may not send a return'],
    ['an account of another authority', tokenOf('commissioner.nottingham'), 'You may send returns'],
    ['a token that nobody has', 'demo_nobody', 'This token cannot be used. Ask for a new one.'],
  ])('refuses %s, and ends with 2', async (_who, token, sentence) => {
    const { code, refused } = await ingest(await given(), { EXCHANGE_TOKEN: token });

    expect(refused).toContain(sentence);
    expect(code).toBe(2);
    expect(await statusesOf(app)).toEqual([]);
  });

  test('takes no token from its arguments, and says where it is to be', async () => {
    const { code, refused } = await ingest(await given(), {});

    expect(refused).toBe('Say --account, or set EXCHANGE_TOKEN to a token.');
    expect(code).toBe(2);
  });
});
