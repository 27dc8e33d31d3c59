import type { Client } from 'pg';
import type { BenchCase, Question } from './cases.ts';
import { questionOf } from './cases.ts';
import { BenchClient } from './load.ts';
import { postgresCpu } from './postgres-cpu.ts';
import type { BenchServer } from './server-process.ts';

/** A server and how it is asked. */
export interface Contender {
  readonly server: BenchServer;
  readonly path: string;
  readonly bodyOf: (question: Question) => string;
}

/** One batch of requests, one after the other. Units: milliseconds; microseconds for each request; bytes. */
export interface Batch {
  readonly p50: number;
  readonly serverCpu: number;
  readonly postgresCpu: number;
  readonly bytes: number;
}

export interface Measured {
  readonly asked: BenchCase;
  readonly contender: string;
  readonly batches: readonly Batch[];
}

export interface Plan {
  readonly cases: readonly BenchCase[];
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  readonly indicators: number;
  readonly token: string;
  /** Connected to the same database, to find the sessions of each server. */
  readonly watcher: Client;
  readonly onRound: (done: number) => void;
}

/** Requests before anything is counted, in batches: V8 compiles what it sees often. */
const warmUp = 4;

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

/**
 * Asks every case of every contender, round after round, in an order that turns with each round, so that whatever
 * else the machine does falls on all alike. Before the first round all warm up, which is not counted.
 */
export async function measure(plan: Plan): Promise<Measured[]> {
  const { cases, contenders, rounds } = plan;
  const entries = cases.flatMap((asked) =>
    contenders.map((contender) => ({ asked, contender, batches: [] as Batch[] })),
  );
  for (const { asked, contender } of entries) {
    await runBatch(plan, contender, { ...asked, requests: asked.requests * warmUp }, 0);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { asked, contender, batches } of turned(entries, round)) {
      batches.push(await runBatch(plan, contender, asked, round));
    }
    plan.onRound(round);
  }
  return entries.map((entry) => ({ ...entry, contender: entry.contender.server.name }));
}

/** Who was first is last in the next round, so that nobody always follows the same other. */
const turned = <Entry>(entries: readonly Entry[], round: number): Entry[] => {
  const first = round % entries.length;
  return [...entries.slice(first), ...entries.slice(0, first)];
};

async function runBatch(
  { token, indicators, watcher }: Plan,
  { server, path, bodyOf }: Contender,
  asked: BenchCase,
  round: number,
): Promise<Batch> {
  const client = new BenchClient();
  const asks = Array.from({ length: asked.requests }, (_, index) => ({
    url: server.url + path,
    token,
    body: bodyOf(questionOf(asked, round * asked.requests + index, indicators)),
  }));
  const before = await used(server, watcher);
  const times: number[] = [];
  const sizes: number[] = [];
  for (const ask of asks) {
    const start = performance.now();
    const answer = await client.ask(ask);
    times.push(performance.now() - start);
    sizes.push(answer.byteLength);
  }
  const after = await used(server, watcher);
  client.close();
  return {
    p50: median(times),
    serverCpu: (after.server - before.server) / asks.length,
    postgresCpu: (after.postgres - before.postgres) / asks.length,
    bytes: median(sizes),
  };
}

async function used(server: BenchServer, watcher: Client) {
  const [{ cpu }, postgres] = await Promise.all([
    server.usage(),
    postgresCpu(watcher, server.applicationName),
  ]);
  return { server: cpu, postgres };
}
