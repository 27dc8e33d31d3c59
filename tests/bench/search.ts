import { deepStrictEqual } from 'node:assert';
import type { Client } from 'pg';
import { BenchClient } from './load.ts';
import { median } from './measure.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import { postgresCpu } from './postgres-cpu.ts';
import type { SearchCase } from './search-cases.ts';
import { searchCases } from './search-cases.ts';
import type { BenchServer } from './server-process.ts';
import { startServer } from './server-process.ts';
import type { BenchStore } from './store.ts';

/** Anybody of an authority. */
const account = 'commissioner.birmingham';

/** Requests before anything is counted, and of one batch. */
const warmUp = 60;
const batch = 12;

const document = `query Bench($input: ServicesInput!) { services(input: $input, first: 50) {
  totalCount places placesUnknown pageInfo { hasNextPage }
  edges { distanceMiles node {
    urn name provisionType status places judgement judgedOn inHouse synthetic areaText
    authority { code name } provider { key name group { key name } } } }
  facets { name others values { value title services places } } } }`;

interface Contender {
  readonly server: BenchServer;
  readonly path: string;
  readonly bodyOf: (asked: SearchCase) => string;
}

/** What one search costs. Units: milliseconds. */
export interface SearchCost {
  readonly p50: number;
  readonly p95: number;
  /** Time on a processor, of the server and its PostgreSQL sessions together. */
  readonly cpu: number;
}

/** A search by the server and by hand; the ratios are medians over rounds. */
export interface SearchResult {
  readonly name: string;
  readonly server: SearchCost;
  readonly byHand: SearchCost;
  readonly ratio: { readonly p50: number; readonly cpu: number };
}

interface Batch {
  readonly times: readonly number[];
  readonly cpu: number;
}

/** The server, and the same statements by hand. */
async function startContenders(
  { appUrl }: BenchStore,
  servers: BenchServer[],
): Promise<readonly [Contender, Contender]> {
  const start = async (name: string, program: string, given = {}) => {
    const server = await startServer({ name, program, appUrl, ...given });
    servers.push(server);
    return server;
  };
  const nodeOptions = await nodeOptionsOfStart();
  return [
    {
      server: await start('search', 'exchange.ts', { nodeOptions }),
      path: '/graphql',
      bodyOf: ({ input }) => JSON.stringify({ query: document, variables: { input } }),
    },
    {
      server: await start('search_by_hand', 'plain-search.ts'),
      path: '/',
      bodyOf: (asked) => JSON.stringify(asked),
    },
  ];
}

/** What searches of the register cost: by the server, and the same statements by hand, in turns. */
export async function measureSearch(options: {
  readonly store: BenchStore;
  readonly watcher: Client;
  /** Servers that are started are added here, to be stopped. */
  readonly servers: BenchServer[];
  readonly rounds: number;
}): Promise<SearchResult[]> {
  const { store, watcher, servers, rounds } = options;
  await watcher.query('vacuum (analyze) service, provider, provider_group, register_name');
  const contenders = await startContenders(store, servers);
  const token = store.tokens[account] ?? '';
  await requireSame(contenders, token);

  const entries = searchCases.flatMap((asked) =>
    contenders.map((contender) => ({ asked, contender, batches: [] as Batch[] })),
  );
  for (const entry of entries) await runBatch({ ...entry, requests: warmUp, token, watcher });
  for (let round = 0; round < rounds; round += 1) {
    // Whoever was asked first is asked second in the next round.
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
      entry.batches.push(await runBatch({ ...entry, requests: batch, token, watcher }));
    }
  }
  const batchesOf = (asked: readonly SearchCase[], nth: number) =>
    entries
      .filter((entry) => asked.includes(entry.asked) && entry.contender === contenders[nth])
      .flatMap(({ batches }) => batches);
  const result = (name: string, asked: readonly SearchCase[]) =>
    resultOf(name, { server: batchesOf(asked, 0), byHand: batchesOf(asked, 1) });
  return [
    ...searchCases.map((asked) => result(asked.name, [asked])),
    result('all of them', searchCases),
  ];
}

/** What is measured against each other has to be the same answer, to the letter. */
async function requireSame(contenders: readonly Contender[], token: string): Promise<void> {
  const client = new BenchClient();
  try {
    for (const asked of searchCases) {
      const [one, other] = await Promise.all(
        contenders.map(async ({ server, path, bodyOf }) =>
          JSON.parse(
            String(await client.ask({ url: server.url + path, token, body: bodyOf(asked) })),
          ),
        ),
      );
      deepStrictEqual(one, other);
    }
  } finally {
    client.close();
  }
}

async function runBatch(options: {
  readonly contender: Contender;
  readonly asked: SearchCase;
  readonly requests: number;
  readonly token: string;
  readonly watcher: Client;
}): Promise<Batch> {
  const { contender, asked, requests, token, watcher } = options;
  const { server, path, bodyOf } = contender;
  const used = async () =>
    (await server.usage()).cpu + (await postgresCpu(watcher, server.applicationName));
  const client = new BenchClient();
  const ask = { url: server.url + path, token, body: bodyOf(asked) };
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
): SearchResult {
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

function costOf(batches: readonly Batch[]): SearchCost {
  const times = batches.flatMap((each) => each.times).sort((one, other) => one - other);
  return {
    p50: median(times),
    p95: times[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN,
    cpu: median(batches.map(({ cpu }) => cpu)),
  };
}
