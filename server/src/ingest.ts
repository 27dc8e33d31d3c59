import { existsSync, openAsBlob } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireWeakRole } from '@sufficiency/prisma/roles.ts';
import type { Env } from './env.ts';
import { readEnv } from './env.ts';
import { tokenFileName } from './modules/access/demonstration-seed.service.ts';
import { SignIn } from './modules/access/sign-in.service.ts';
import { createViewer } from './modules/access/viewer.service.ts';
import { recordBeforeAnswer, recordNotedWithin } from './modules/audit/audit.service.ts';
import type { OnProgress } from './modules/returns/return-follower.service.ts';
import type { SendReturnInput, UploadedFile } from './modules/returns/return-input.ts';
import type { ProblemRow } from './modules/returns/return-problems.service.ts';
import { listProblems } from './modules/returns/return-problems.service.ts';
import type { ReturnRecord } from './modules/returns/return-record.ts';
import { sendReturn } from './modules/returns/return-sending.service.ts';
import { systemClock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import { openDatabase } from './platform/database.ts';
import type { Report } from './platform/progress.ts';
import { createProgress } from './platform/progress.ts';
import { secretFile } from './platform/secret-file.ts';
import { reachStore } from './platform/store.ts';

const usage = `Sends a return as the API takes it: checked, kept as a new version, and submitted for approval if nothing stands against it.

  pnpm ingest <files…> --authority E06000015 --dataset placements --period 2026-09 [--account commissioner.derby] [--check-only]

--account is an account of the demonstration. Without it the token in EXCHANGE_TOKEN says who sends.
Ends with 0 where it was taken, 1 where problems are to be mended or explained, 2 where it was refused.`;

interface Command {
  readonly files: readonly string[];
  readonly authority: string;
  readonly dataset: string;
  readonly period: string;
  readonly account: string | null;
  readonly checkOnly: boolean;
}

/** What the command line asks for. @throws Error it is not understood; the message says how to write it. */
function readCommand(): Command {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      authority: { type: 'string' },
      dataset: { type: 'string' },
      period: { type: 'string' },
      account: { type: 'string' },
      'check-only': { type: 'boolean' },
    },
  });
  const { authority, dataset, period, account = null } = values;
  if (positionals.length === 0 || !authority || !dataset || !period) throw new Error(usage);
  const missing = positionals.find((path) => !existsSync(path));
  if (missing !== undefined) throw new Error(`There is no file “${missing}”.`);
  const checkOnly = values['check-only'] === true;
  return { files: positionals, authority, dataset, period, account, checkOnly };
}

/** The token of whoever sends. @throws Error there is none. */
async function tokenFor(account: string | null, { token, dataDir }: Env): Promise<string> {
  if (account === null) {
    if (token === undefined) throw new Error('Say --account, or set EXCHANGE_TOKEN to a token.');
    return token;
  }
  const path = join(dataDir, tokenFileName);
  const known = (await secretFile(path).read())[account];
  if (known === undefined) throw new Error(`There is no token of “${account}” in ${path}.`);
  return known;
}

/** A file of the disk, read as often as it is asked for. */
async function opened(path: string): Promise<UploadedFile> {
  const blob = await openAsBlob(path);
  return { name: basename(path), size: blob.size, stream: () => blob.stream() };
}

interface Sent {
  readonly record: ReturnRecord;
  readonly problems: readonly ProblemRow[];
}

/** Sends it in one transaction, as the API does, and records a refusal likewise. */
async function send(
  database: Database,
  secret: string,
  { input, onProgress }: { readonly input: SendReturnInput; readonly onProgress: OnProgress },
): Promise<Sent> {
  const services = { database, clock: systemClock };
  const signIn = new SignIn({ ...services, demonstration: false });
  const viewer = createViewer(services, await signIn.actorOf({ kind: 'token', secret }), 'write');
  try {
    const record = await sendReturn(viewer, input, onProgress);
    const problems = await listProblems(viewer, record, {
      severity: null,
      offset: 0,
      limit: 10_001,
    });
    await recordNotedWithin(viewer);
    await viewer.operation.commit();
    return { record, problems };
  } catch (error) {
    await viewer.operation.rollback();
    const isForbidden = error instanceof Error && 'code' in error && error.code === 'FORBIDDEN';
    const refused = isForbidden ? ['submitReturn'] : [];
    await recordBeforeAnswer(viewer, { database, refused });
    throw error;
  }
}

const stepped = (report: Report): OnProgress => {
  return ({ stage, done, total }) => {
    if (stage === 'reading') report(done, total ?? 0);
  };
};

const headings = ['', 'Row', 'Column', 'Problem'] as const;

const lineOf = (found: ProblemRow): readonly string[] => [
  found.severity,
  [found.sheet, found.row].filter((part) => part !== null).join(' '),
  found.column ?? '',
  `${found.message} ${found.mend} (${found.rule})`,
];

/** Lines of cells, one below the other. */
function tableOf(lines: readonly (readonly string[])[]): string {
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const standing: Readonly<Partial<Record<ReturnRecord['status'], string>>> = {
  PROBLEMS: 'has errors: mend them and send it again',
  READY: 'is checked and not submitted',
  SUBMITTED: 'waits for approval',
};

/** What became of it, and what has to be done about it. */
function tell({ record, problems }: Sent): void {
  if (problems.length > 0) console.log(tableOf([headings, ...problems.map(lineOf)]));
  const { dataset, authorityCode, period, version, status, unexplained } = record;
  const what = `${dataset} of ${authorityCode} for ${period}, version ${version},`;
  const queries = unexplained > 0 ? ` Queries to be explained: ${unexplained}.` : '';
  console.log(`${what} ${standing[status] ?? `is ${status.toLowerCase()}`}.${queries}`);
  if (status === 'PROBLEMS' || unexplained > 0) process.exitCode = 1;
}

/** `pnpm ingest`: sends files as a return, into the database of this data folder or of DATABASE_URL. */
async function ingest(): Promise<void> {
  const { files, account, ...asked } = readCommand();
  const env = readEnv();
  const secret = await tokenFor(account, env);
  const store = await reachStore(env);
  const database = openDatabase({ url: store.appUrl, size: 2 });
  try {
    await requireWeakRole(database.pool);
    const input = { ...asked, files: await Promise.all(files.map(opened)) };
    const sent = await createProgress(process.stderr).stage('Sending', (report) =>
      send(database, secret, { input, onProgress: stepped(report) }),
    );
    tell(sent);
  } finally {
    await database.close();
    await store.close();
  }
}

try {
  await ingest();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
