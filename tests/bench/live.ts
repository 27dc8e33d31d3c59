/**
 * `pnpm bench:live`: how long a change takes to be on other people's screens, with 500 and with 2,000 of them, and what that
 * needs. `--quick` takes about a minute.
 */
import { availableParallelism, loadavg } from 'node:os';
import { Client } from 'pg';
import type { LiveResult } from './live-run.ts';
import { runLive } from './live-run.ts';
import { makeAccounts, makeHomes } from './live-set.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import type { BenchServer } from './server-process.ts';
import { startServer } from './server-process.ts';
import { openStore } from './store.ts';
import { met, table } from './table.ts';

const updates = process.argv.includes('--quick') ? 50 : 300;

/** What may not be exceeded. Units: milliseconds; bytes. */
const goals = [
  { watchers: 500, p99: 150, memory: 300e6 },
  { watchers: 2_000, p99: 600, memory: 300e6 },
];

const store = await openStore();
const servers: BenchServer[] = [];
const database = new Client({ connectionString: store.superuserUrl });
// A lost connection is told by the query it interrupts.
database.on('error', () => undefined);
async function end(): Promise<void> {
  await Promise.all(servers.map(({ stop }) => stop()));
  await database.end();
  await store.drop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end().finally(() => process.exit(1)));
}

/** A server of its own for each: what it holds is of that many watchers. */
async function measured(watchers: number): Promise<LiveResult> {
  const server = await startServer({
    name: `live_${watchers}`,
    program: 'exchange.ts',
    appUrl: store.appUrl,
    nodeOptions: await nodeOptionsOfStart(),
  });
  servers.push(server);
  const sayer = store.tokens['commissioner.nottinghamshire'] ?? '';
  const result = await runLive({
    server,
    database,
    accounts,
    sayer,
    watchers,
    updates,
    every: 100,
  });
  await server.stop();
  return result;
}

const rowOf = (result: LiveResult, { p99, memory }: (typeof goals)[number]) => [
  `${result.watchers}, of whom ${result.seeing} see what changes`,
  `${result.p50.toFixed(0)} / ${result.p99.toFixed(0)} / ${result.worst.toFixed(0)}`,
  `≤ ${p99}: ${met(result.p99, p99)}`,
  result.heard.toFixed(3),
  `${result.lost}`,
  `${result.cpu.toFixed(0)} ms`,
  `${(result.memory / 1e6).toFixed(0)} MB`,
  `≤ ${memory / 1e6}: ${met(result.memory, memory)}`,
];

await database.connect();
await makeHomes(store.superuserUrl);
const accounts = await makeAccounts(database, 120);
try {
  const rows: string[][] = [];
  for (const goal of goals) rows.push(rowOf(await measured(goal.watchers), goal));
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    `${updates} updates, one every 100 ms; Node ${process.version}, ${availableParallelism()} cores, load ${load.join(' ')}.\n\n${table(
      [
        'watchers',
        'ms p50 / p99 / worst',
        'goal',
        'events of an update',
        'lost',
        'CPU of an update',
        'memory',
        'goal',
      ],
      rows,
    )}`,
  );
} finally {
  await end();
}
