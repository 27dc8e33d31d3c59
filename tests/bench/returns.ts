/**
 * `pnpm bench:returns`: what checking and storing a return of a million rows takes, against PostgreSQL's own COPY of the
 * same rows into the same table, in turns. `--quick` sends a tenth, twice.
 *
 * Everything is on this machine's loopback, and nothing of it is left when it ends.
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { median } from './measure.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import type { ReturnFiles } from './return-file.ts';
import { sentPlace, writeReturnFiles } from './return-file.ts';
import type { Sending } from './servers/return-sender.ts';
import type { BenchStore } from './store.ts';
import { openStore } from './store.ts';

const quick = process.argv.includes('--quick');
const rows = quick ? 100_000 : 1_000_000;
const rounds = quick ? 2 : 3;
const account = 'commissioner.derby';
const goals = { ratio: 0.75, memory: 300_000_000, longestHold: 100 };

const say = (line: string) => console.error(line);

/** A round: the same rows sent and copied. Unit of `copied`: milliseconds. */
interface Round {
  readonly sent: Sending;
  readonly copied: number;
}

const emptied = `truncate return_row, return_figure, return_problem, return_step, return_upload, return_file_part,
  return_file, return_receipt, observation, "return"`;

/** The return that copied rows belong to: its keys. */
async function ownKeys(watcher: Client): Promise<[string, string]> {
  const found = await watcher.query<{ id: string }>(
    'select organisation_id as id from organisation_authority where authority_code = $1',
    [sentPlace.authority],
  );
  return [found.rows[0]?.id ?? '', randomUUID()];
}

async function copy(watcher: Client, keys: readonly string[], path: string): Promise<number> {
  await watcher.query(emptied);
  await watcher.query(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, period_end, version, kind, status, format, source,
       synthetic, content_hash, received_at)
     values ($1, $2, $3, $4, $5, '2026-09-30', 1, 'FILE', 'PROBLEMS', 'bench', 'bench', true, repeat('0', 64), now())`,
    [...keys, sentPlace.authority, sentPlace.dataset, sentPlace.period],
  );
  await watcher.query('checkpoint');
  const start = performance.now();
  await watcher.query(`copy return_row from '${path}'`);
  return performance.now() - start;
}

async function send(watcher: Client, store: BenchStore, files: ReturnFiles): Promise<Sending> {
  await watcher.query(emptied);
  await watcher.query('checkpoint');
  const sender = fork(
    join(import.meta.dirname, 'servers/return-sender.ts'),
    [store.appUrl, store.tokens[account] ?? '', files.small, files.csv],
    { execArgv: await nodeOptionsOfStart() },
  );
  const [sent] = await Promise.race([
    once(sender, 'message'),
    once(sender, 'exit').then(() => Promise.reject(new Error('Nothing was sent.'))),
  ]);
  await requireAll(watcher);
  return sent;
}

async function requireAll(watcher: Client): Promise<void> {
  const counted = await watcher.query<{ stored: number }>(
    `select count(*)::int as stored from return_row
     where return_id = (select id from "return" order by version desc limit 1)`,
  );
  if (counted.rows[0]?.stored !== rows) {
    throw new Error(`${counted.rows[0]?.stored} of ${rows} rows were stored.`);
  }
}

async function measure(
  watcher: Client,
  store: BenchStore,
  { files, keys }: { readonly files: ReturnFiles; readonly keys: readonly string[] },
): Promise<Round[]> {
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    // Who was first is second in the next round.
    const first = round % 2 === 0 ? await copy(watcher, keys, files.copy) : null;
    const sent = await send(watcher, store, files);
    const copied = first ?? (await copy(watcher, keys, files.copy));
    measured.push({ sent, copied });
    say(
      `round ${round} of ${rounds}: ${Math.round(sent.time)} ms sent, ${Math.round(copied)} ms copied, ` +
        `${Math.round(sent.memory / 1e6)} MB, ${Math.round(sent.longestHold)} ms held`,
    );
  }
  return measured;
}

const met = (is: boolean) => (is ? 'met' : 'missed');
const perSecond = (time: number) => Math.round(rows / (time / 1_000)).toLocaleString('en-GB');

function print(measured: readonly Round[]): string {
  const ratio = median(measured.map(({ sent, copied }) => copied / sent.time));
  const memory = Math.max(...measured.map(({ sent }) => sent.memory));
  const longestHold = Math.max(...measured.map(({ sent }) => sent.longestHold));
  const sent = median(measured.map(({ sent }) => sent.time));
  const copied = median(measured.map((round) => round.copied));
  return `${rows.toLocaleString('en-GB')} rows, ${rounds} interleaved rounds${quick ? ', quick' : ''}; Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}.

| what | measured | goal | |
| --- | ---: | ---: | ---: |
| rows a second, checked and stored | ${perSecond(sent)} | | |
| rows a second, COPY | ${perSecond(copied)} | | |
| ratio | ${ratio.toFixed(2)} | ≥ ${goals.ratio} | ${met(ratio >= goals.ratio)} |
| memory of the process at most | ${Math.round(memory / 1e6)} MB | ≤ ${goals.memory / 1e6} MB | ${met(memory <= goals.memory)} |
| longest time in which it answers nobody | ${Math.round(longestHold)} ms | ≤ ${goals.longestHold} ms | ${met(longestHold <= goals.longestHold)} |`;
}

say('Starting PostgreSQL and making the demonstration …');
const store = await openStore();
const folder = await mkdtemp(join(tmpdir(), 'sufficiency-bench-'));
const watcher = new Client({ connectionString: store.superuserUrl });
// A lost connection is told by the query it interrupts.
watcher.on('error', () => undefined);

async function end(): Promise<void> {
  await watcher.end();
  await store.drop();
  await rm(folder, { recursive: true });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end().finally(() => process.exit(1)));
}

try {
  await watcher.connect();
  await chmod(folder, 0o755);
  const keys = await ownKeys(watcher);
  const files = await writeReturnFiles(folder, { rows, keys });
  console.log(print(await measure(watcher, store, { files, keys })));
} finally {
  await end();
}
