/**
 * `pnpm bench`: what a comparison costs the server, as ratios to plain SQL over HTTP in one interleaved run.
 * `--quick` takes about a minute: fewer rounds, and three years of months instead of five.
 *
 * Prints a table, and writes it to bench-results/ as Markdown and JSON. Everything is on this machine's loopback, and
 * nothing of it is left when it ends: neither a process nor the database.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { workspaceRoot } from '../testkit/workspace.ts';
import { casesOf, consortium } from './cases.ts';
import { comparisonBody, postgraphileBody } from './documents.ts';
import type { FiledSize } from './filed-set.ts';
import type { Contender } from './measure.ts';
import { measure } from './measure.ts';
import type { SetSize } from './national-set.ts';
import { addNationalSet } from './national-set.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import { measureOverheads } from './overheads.ts';
import { addPostgraphileFunctions } from './postgraphile-functions.ts';
import { installPostgraphile } from './postgraphile-install.ts';
import type { Report } from './report.ts';
import { print } from './report.ts';
import { resultsOf } from './results.ts';
import { requireSameAnswers } from './same-answers.ts';
import { readScriptSizes } from './script-size.ts';
import { measureSearch } from './search.ts';
import type { BenchServer } from './server-process.ts';
import { startServer } from './server-process.ts';
import type { BenchStore } from './store.ts';
import { openStore } from './store.ts';

const quick = process.argv.includes('--quick');
const size: SetSize = { indicators: 300, months: quick ? 36 : 60 };
const filedSize: FiledSize = { indicators: 150, months: quick ? 24 : 36 };
const rounds = quick ? 4 : 25;
/** Longest run. Unit: milliseconds. */
const longest = 20 * 60_000;
const account = 'commissioner.birmingham';

const say = (line: string) => console.error(line);

async function bench(store: BenchStore, watcher: Client, servers: BenchServer[]): Promise<Report> {
  say('Adding the generated national set …');
  const observations = await addNationalSet(store.superuserUrl, size);
  const { contenders, withoutPostgraphile } = await startContenders(store, watcher, servers);
  const cases = casesOf(await authorityCodes(watcher));
  const token = store.tokens[account] ?? '';
  await requireSameAnswers(cases, contenders, { token, indicators: size.indicators });

  say('Warming up and measuring …');
  const measured = await measure({
    cases,
    contenders,
    rounds,
    indicators: size.indicators,
    token,
    watcher,
    onRound: (done) => say(`round ${done} of ${rounds}`),
  });
  say('Adding generated returns, and measuring what locks and log cost …');
  const { filed, overheads } = await measureOverheads({
    store,
    watcher,
    servers,
    rounds,
    size: filedSize,
  });
  say('Measuring searches of the register …');
  const searches = await measureSearch({ store, watcher, servers, rounds });
  const memory = servers.map(async ({ name, usage }) => [name, (await usage()).memory] as const);
  return {
    measuredAt: new Date().toISOString(),
    quick,
    machine: { cores: availableParallelism(), node: process.version, load: loadavg() },
    set: { observations, filed, ...size },
    rounds,
    cases: resultsOf(cases, measured),
    overheads,
    searches,
    memory: Object.fromEntries(await Promise.all(memory)),
    scripts: await readScriptSizes(),
    withoutPostgraphile,
  };
}

/** Starts the servers, and adds them to those that have to be stopped. */
async function startContenders(store: BenchStore, watcher: Client, servers: BenchServer[]) {
  const { appUrl } = store;
  const start = async (options: Parameters<typeof startServer>[0]) => {
    const server = await startServer(options);
    servers.push(server);
    return server;
  };
  const exchange = await start({
    name: 'exchange',
    program: 'exchange.ts',
    appUrl,
    nodeOptions: await nodeOptionsOfStart(),
  });
  const plain = await start({ name: 'plain', program: 'plain.ts', appUrl });
  const contenders: Contender[] = [
    { server: exchange, path: '/graphql', bodyOf: comparisonBody },
    { server: plain, path: '/', bodyOf: (question) => JSON.stringify(question) },
  ];

  say('Installing PostGraphile for the bench …');
  const installed = await installPostgraphile();
  if ('reason' in installed) return { contenders, withoutPostgraphile: installed.reason };
  try {
    await addPostgraphileFunctions(store.superuserUrl);
    const packages = installed.folder;
    const members = await memberCodes(watcher);
    const server = await start({
      name: 'postgraphile',
      program: 'postgraphile.ts',
      appUrl,
      packages,
    });
    const bodyOf: Contender['bodyOf'] = (question) => postgraphileBody(question, members);
    return {
      contenders: [...contenders, { server, path: '/graphql', bodyOf }],
      withoutPostgraphile: null,
    };
  } catch (error) {
    return { contenders, withoutPostgraphile: `PostGraphile could not be started: ${error}` };
  }
}

async function authorityCodes(watcher: Client): Promise<string[]> {
  const { rows } = await watcher.query<{ code: string }>(
    'select code from authority order by name',
  );
  return rows.map(({ code }) => code);
}

async function memberCodes(watcher: Client): Promise<string[]> {
  const { rows } = await watcher.query<{ code: string }>(
    'select authority_code as code from consortium_member where consortium_code = $1',
    [consortium],
  );
  return rows.map(({ code }) => code);
}

async function keep(report: Report, text: string): Promise<void> {
  const folder = join(workspaceRoot, 'bench-results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, 'bench.md'), `${text}\n`);
}

say('Starting PostgreSQL and making the demonstration …');
const store = await openStore();
const servers: BenchServer[] = [];
const watcher = new Client({ connectionString: store.superuserUrl });
// A lost connection is told by the query it interrupts.
watcher.on('error', () => undefined);

async function end(): Promise<void> {
  await Promise.all(servers.map(({ stop }) => stop()));
  await watcher.end();
  await store.drop();
}

const abandon = () => void end().finally(() => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, abandon);
setTimeout(abandon, longest).unref();

try {
  await watcher.connect();
  const report = await bench(store, watcher, servers);
  const text = print(report);
  await keep(report, text);
  console.log(text);
} finally {
  await end();
}
