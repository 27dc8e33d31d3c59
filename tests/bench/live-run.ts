import { setTimeout as pass } from 'node:timers/promises';
import type { Client } from 'pg';
import type { LiveClient } from './live-client.ts';
import { watch } from './live-client.ts';
import type { LiveAccount } from './live-set.ts';
import { BenchClient } from './load.ts';
import type { BenchServer } from './server-process.ts';

/** How a run went. Units: milliseconds; bytes. */
export interface LiveResult {
  readonly watchers: number;
  readonly updates: number;
  /** Watchers who see the homes that are confirmed. */
  readonly seeing: number;
  /** Events that came of each update, on average over those who see it. */
  readonly heard: number;
  /** Homes of which somebody does not know the last version. */
  readonly lost: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  /** Of the server, for each update and all it tells of it. */
  readonly cpu: number;
  readonly memory: number;
}

export interface LiveRun {
  readonly server: BenchServer;
  readonly database: Client;
  readonly accounts: readonly LiveAccount[];
  /** Token of who says that nothing changed. */
  readonly sayer: string;
  readonly watchers: number;
  readonly updates: number;
  /** Between one update and the next. Unit: milliseconds. */
  readonly every: number;
}

interface Watching extends LiveClient {
  readonly sees: boolean;
}

interface Home {
  readonly id: string;
  readonly urn: string;
  version: number;
}

/** Homes of Nottinghamshire, held by who says so. */
const homesOf = async (database: Client): Promise<Home[]> =>
  (
    await database.query<Home>(
      `select h.id, h.urn, h.version from home h join organisation o on o.id = h.tenant_id
       where o.slug = 'nottinghamshire' and h.registered > 0 order by h.urn limit 50`,
    )
  ).rows;

const mutation = 'mutation ($input: ConfirmBedsInput!) { confirmBeds(input: $input) { version } }';

const bodyOf = ({ id, version }: Home) => {
  const home = Buffer.from(`Home:${id}`).toString('base64');
  return JSON.stringify({ query: mutation, variables: { input: { homes: [{ home, version }] } } });
};

/** Lets many watch while homes are confirmed one after the other: from the request that says it to each watcher’s event. */
export async function runLive(run: LiveRun): Promise<LiveResult> {
  const { server, watchers, updates, every } = run;
  const homes = await homesOf(run.database);
  const begun = new Map<string, number>();
  const delays: number[] = [];
  const clients = await connect(run, ({ urn, version, at }) => {
    const start = begun.get(`${urn} ${version}`);
    if (start !== undefined) delays.push(at - start);
  });
  const sayer = new BenchClient();
  try {
    // The first event of each subscription is told to the log.
    await say(run, sayer, homes[0], begun);
    await pass(3_000);
    delays.length = 0;

    const before = await server.usage();
    const start = performance.now();
    for (let number = 0; number < updates; number += 1) {
      await pass(Math.max(0, start + number * every - performance.now()));
      await say(run, sayer, homes[number % homes.length], begun);
    }
    await pass(2_000);
    const after = await server.usage();
    const sorted = Float64Array.from(delays).sort();
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
    const seeing = clients.filter(({ sees }) => sees);
    return {
      ...{ watchers, updates, seeing: seeing.length },
      heard: delays.length / updates / seeing.length,
      lost: lostBy(seeing, homes.slice(0, updates)),
      ...{ p50: at(0.5), p99: at(0.99), worst: at(1) },
      cpu: (after.cpu - before.cpu) / 1_000 / updates,
      memory: after.memory,
    };
  } finally {
    for (const client of clients) client.leave();
    sayer.close();
    await pass(1_000);
  }
}

/** Fifty at a time: no more wait to be let in by the system. */
async function connect(
  { server, accounts, watchers }: LiveRun,
  onHeard: Parameters<typeof watch>[1],
): Promise<Watching[]> {
  const clients: Watching[] = [];
  while (clients.length < watchers) {
    const some = Math.min(50, watchers - clients.length);
    const opened = Array.from({ length: some }, async (_, nth) => {
      const account = accounts[(clients.length + nth) % accounts.length];
      if (!account) throw new Error('There is no account to watch with.');
      const client = await watch({ url: server.url, token: account.token }, onHeard);
      return { ...client, sees: account.sees };
    });
    clients.push(...(await Promise.all(opened)));
  }
  return clients;
}

async function say(
  { server, sayer: token }: LiveRun,
  client: BenchClient,
  home: Home | undefined,
  begun: Map<string, number>,
): Promise<void> {
  if (!home) throw new Error('There is no home to say anything of.');
  begun.set(`${home.urn} ${home.version + 1}`, performance.now());
  const answer = await client.ask({ url: `${server.url}/graphql`, token, body: bodyOf(home) });
  home.version += 1;
  if (answer.includes('"errors"')) throw new Error(answer.toString());
}

/** How many homes’ last versions are not known to those who see them. */
const lostBy = (clients: readonly LiveClient[], homes: readonly Home[]): number =>
  clients.reduce(
    (sum, { versions }) =>
      sum + homes.filter(({ urn, version }) => versions.get(urn) !== version).length,
    0,
  );
