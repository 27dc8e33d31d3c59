import { deepStrictEqual } from 'node:assert';
import type { FiledFiguresWanted } from '@sufficiency/server/modules/indicators/own-figures.queries.ts';
import { filedFiguresWanted } from '@sufficiency/server/modules/indicators/own-figures.queries.ts';
import type { Database, Statement, ViewerSettings } from '@sufficiency/server/platform/database.ts';
import { Operation, openDatabase } from '@sufficiency/server/platform/database.ts';
import type { Client } from 'pg';
import type { Batch } from './measure.ts';
import { median } from './measure.ts';
import { postgresCpu } from './postgres-cpu.ts';

/** A statement for others’ figures: how many months back, and whether what is behind each is read too. */
export interface SightCase {
  readonly name: string;
  readonly periods: number;
  readonly withOrigins: boolean;
  /** Statements of one batch. */
  readonly requests: number;
}

const sightCases: readonly SightCase[] = [
  { name: '12 × 14, latest, values', periods: 1, withOrigins: false, requests: 40 },
  { name: '12 × 14, latest, cells', periods: 2, withOrigins: true, requests: 40 },
  { name: '12 × 14 × 24, values', periods: 24, withOrigins: false, requests: 20 },
  { name: '12 × 14 × 24, cells', periods: 25, withOrigins: true, requests: 10 },
];

/** The same statements, once held by row-level security and its agreements, and once not. */
export interface SightMeasured {
  readonly asked: SightCase;
  readonly held: readonly Batch[];
  readonly free: readonly Batch[];
}

interface Held {
  readonly viewer: ViewerSettings;
  readonly readable: FiledFiguresWanted['readable'];
  readonly indicatorIds: readonly number[];
}

/** Who asks, what agreements show to them, and of which indicators. */
async function readHeld(watcher: Client, account: string): Promise<Held> {
  const { rows } = await watcher.query<{ account: string; tenant: string; role: string }>(
    `select a.id as account, m.organisation_id as tenant, m.role from account a
     join membership m on m.account_id = a.id where a.name = $1`,
    [account],
  );
  const { account: accountId = '', tenant: tenantId = '', role = '' } = rows[0] ?? {};
  const readable = await watcher.query<Held['readable'][number]>(
    `select giver_id as "tenantId", authority_code as "authorityCode", dataset, since::text, false as records
     from sight_of($1, $2) where dataset = 'placements' and level >= 'EXACT'`,
    [tenantId, role],
  );
  const indicators = await watcher.query<{ id: number }>(
    `select id from indicator where key like 'filed-%' order by key`,
  );
  return {
    viewer: { tenantId, accountId, role, readsReference: true, now: new Date() },
    readable: readable.rows,
    indicatorIds: indicators.rows.map(({ id }) => id),
  };
}

/** Measures each case held and free, round after round, in turns. */
export async function measureSight(options: {
  readonly appUrl: string;
  readonly superuserUrl: string;
  readonly watcher: Client;
  readonly account: string;
  readonly rounds: number;
}): Promise<SightMeasured[]> {
  const { watcher, rounds } = options;
  const asker = await readHeld(watcher, options.account);
  const open = (url: string, name: string) =>
    openDatabase({
      url: Object.assign(new URL(url), { search: `?application_name=${name}` }).href,
      size: 1,
    });
  const held = open(options.appUrl, 'bench_held');
  const free = open(options.superuserUrl, 'bench_free');
  try {
    const measured = sightCases.map((asked) => ({
      asked,
      held: [] as Batch[],
      free: [] as Batch[],
    }));
    for (const { asked } of measured) {
      const statement = wanted(asker, asked, 0);
      deepStrictEqual(
        (await timed(held, asker.viewer, statement)).rows,
        (await timed(free, asker.viewer, statement)).rows,
      );
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const each of measured) {
        const batch = (database: Database, name: string) =>
          runBatch({ database, name, watcher, asker, asked: each.asked, round });
        each.held.push(await batch(held, 'bench_held'));
        each.free.push(await batch(free, 'bench_free'));
      }
    }
    return measured;
  } finally {
    await Promise.all([held.close(), free.close()]);
  }
}

const perRequest = 12;

function wanted({ readable, indicatorIds }: Held, asked: SightCase, nth: number): Statement {
  const first = (nth * perRequest) % (indicatorIds.length - perRequest + 1);
  const codes = readable.map(({ authorityCode }) => authorityCode);
  const ids = indicatorIds.slice(first, first + perRequest);
  return filedFiguresWanted({
    indicatorIds: ids,
    authorityCodes: codes,
    areaCodes: codes,
    readable,
    label: null,
    periods: asked.periods,
    asAt: null,
    withOrigins: asked.withOrigins,
    releasedUntil: ids.map(() => null),
  });
}

/** Time of a statement alone: its transaction is open and its viewer is set before. Unit: milliseconds. */
async function timed(database: Database, viewer: ViewerSettings, statement: Statement) {
  const operation = new Operation(database, viewer, 'read');
  await operation.rows({ name: 'bench_open', text: 'select 1', values: [] });
  const start = performance.now();
  const rows = await operation.rows(statement);
  const time = performance.now() - start;
  await operation.commit();
  return { time, rows };
}

async function runBatch(batch: {
  readonly database: Database;
  readonly name: string;
  readonly watcher: Client;
  readonly asker: Held;
  readonly asked: SightCase;
  readonly round: number;
}): Promise<Batch> {
  const { database, name, watcher, asker, asked, round } = batch;
  const before = await postgresCpu(watcher, name);
  const times: number[] = [];
  for (let nth = 0; nth < asked.requests; nth += 1) {
    const statement = wanted(asker, asked, round * asked.requests + nth);
    times.push((await timed(database, asker.viewer, statement)).time);
  }
  const after = await postgresCpu(watcher, name);
  return {
    p50: median(times),
    serverCpu: 0,
    postgresCpu: (after - before) / asked.requests,
    bytes: 0,
  };
}
