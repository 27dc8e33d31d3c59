import { deepStrictEqual } from 'node:assert';
import type { Client } from 'pg';
import { BenchClient } from './load.ts';
import { median } from './measure.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import { postgresCpu } from './postgres-cpu.ts';
import type { BenchServer } from './server-process.ts';
import { startServer } from './server-process.ts';
import type { BenchStore } from './store.ts';

/** Requests before anything is counted, and of one batch. */
const warmUp = 60;
const batch = 12;

/** What one answer costs. Units: milliseconds. */
export interface Cost {
  readonly p50: number;
  readonly p95: number;
  /** Time on a processor, of the server and its PostgreSQL sessions together. */
  readonly cpu: number;
}

/** An answer by the server and by hand; the ratios are medians over rounds. */
export interface AgainstResult {
  readonly name: string;
  readonly server: Cost;
  readonly byHand: Cost;
  readonly ratio: { readonly p50: number; readonly cpu: number };
}

/** What is asked of the server, and of the same statements by hand. */
export interface AgainstPlan<Case> {
  /** Under which PostgreSQL knows their connections. */
  readonly name: string;
  readonly cases: readonly Case[];
  /** By whom. */
  readonly account: string;
  /** In `servers/`: the same statements by hand. */
  readonly byHand: string;
  /** What the server is sent; the other is sent the case as it stands. */
  readonly bodyOf: (asked: Case) => unknown;
}

export interface AgainstOptions {
  readonly store: BenchStore;
  readonly watcher: Client;
  /** Servers that are started are added here, to be stopped. */
  readonly servers: BenchServer[];
  readonly rounds: number;
}

interface Contender<Case> {
  readonly server: BenchServer;
  readonly path: string;
  readonly bodyOf: (asked: Case) => unknown;
}

interface Batch {
  readonly times: readonly number[];
  readonly cpu: number;
}

/** What answers cost: by the server, and by the same statements by hand, in turns. */
export async function measureAgainst<Case extends { readonly name: string }>(
  plan: AgainstPlan<Case>,
  { store, watcher, servers, rounds }: AgainstOptions,
): Promise<AgainstResult[]> {
  const contenders = await startContenders(plan, store, servers);
  const token = store.tokens[plan.account] ?? '';
  await requireSame(plan, contenders, token);

  const entries = plan.cases.flatMap((asked) =>
    contenders.map((contender) => ({ asked, contender, batches: [] as Batch[] })),
  );
  for (const entry of entries) await runBatch({ ...entry, requests: warmUp, token, watcher });
  for (let round = 0; round < rounds; round += 1) {
    // Whoever was asked first is asked second in the next round.
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
      entry.batches.push(await runBatch({ ...entry, requests: batch, token, watcher }));
    }
  }
  const batchesOf = (asked: readonly Case[], nth: number) =>
    entries
      .filter((entry) => asked.includes(entry.asked) && entry.contender === contenders[nth])
      .flatMap(({ batches }) => batches);
  const result = (name: string, asked: readonly Case[]) =>
    resultOf(name, { server: batchesOf(asked, 0), byHand: batchesOf(asked, 1) });
  return [
    ...plan.cases.map((asked) => result(asked.name, [asked])),
    result('all of them', plan.cases),
  ];
}

async function startContenders<Case>(
  { name, byHand, bodyOf }: AgainstPlan<Case>,
  { appUrl }: BenchStore,
  servers: BenchServer[],
): Promise<readonly Contender<Case>[]> {
  const start = async (as: string, program: string, given = {}) => {
    const server = await startServer({ name: as, program, appUrl, ...given });
    servers.push(server);
    return server;
  };
  const nodeOptions = await nodeOptionsOfStart();
  return [
    { server: await start(name, 'exchange.ts', { nodeOptions }), path: '/graphql', bodyOf },
    { server: await start(`${name}_by_hand`, byHand), path: '/', bodyOf: (asked) => asked },
  ];
}

/** What is measured against each other has to be the same answer, to the letter. */
async function requireSame<Case>(
  { cases }: AgainstPlan<Case>,
  contenders: readonly Contender<Case>[],
  token: string,
): Promise<void> {
  const client = new BenchClient();
  try {
    for (const asked of cases) {
      const [one, other] = await Promise.all(
        contenders.map(async ({ server, path, bodyOf }) => {
          const body = JSON.stringify(bodyOf(asked));
          return JSON.parse(String(await client.ask({ url: server.url + path, token, body })));
        }),
      );
      deepStrictEqual(one, other);
    }
  } finally {
    client.close();
  }
}

async function runBatch<Case>(options: {
  readonly contender: Contender<Case>;
  readonly asked: Case;
  readonly requests: number;
  readonly token: string;
  readonly watcher: Client;
}): Promise<Batch> {
  const { contender, asked, requests, token, watcher } = options;
  const { server, path, bodyOf } = contender;
  const used = async () =>
    (await server.usage()).cpu + (await postgresCpu(watcher, server.applicationName));
  const client = new BenchClient();
  const ask = { url: server.url + path, token, body: JSON.stringify(bodyOf(asked)) };
  const before = await used();
  const times: number[] = [];
  for (let nth = 0; nth < requests; nth += 1) {
    const start = performance.now();
    await client.ask(ask);
    times.push(performance.now() - start);
  }
  const after = await used();
  client.close();
  return { times, cpu: (after - before) / requests / 1_000 };
}

function resultOf(
  name: string,
  { server, byHand }: { readonly server: readonly Batch[]; readonly byHand: readonly Batch[] },
): AgainstResult {
  const ratio = (of: (batch: Batch) => number) =>
    median(
      server.flatMap((each, round) => {
        const against = byHand[round];
        return against ? of(each) / of(against) : [];
      }),
    );
  return {
    name,
    server: costOf(server),
    byHand: costOf(byHand),
    ratio: { p50: ratio(({ times }) => median(times)), cpu: ratio(({ cpu }) => cpu) },
  };
}

function costOf(batches: readonly Batch[]): Cost {
  const times = batches.flatMap((each) => each.times).sort((one, other) => one - other);
  return {
    p50: median(times),
    p95: times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN,
    cpu: median(batches.map(({ cpu }) => cpu)),
  };
}
