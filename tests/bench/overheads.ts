import type { Client } from 'pg';
import { filedCase } from './cases.ts';
import { comparisonBody } from './documents.ts';
import type { FiledSize } from './filed-set.ts';
import { addFiledSet } from './filed-set.ts';
import { measure } from './measure.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import { measureReleased } from './released.ts';
import type { OverheadResult } from './results.ts';
import { overheadsOf } from './results.ts';
import { requireSameAnswers } from './same-answers.ts';
import type { BenchServer } from './server-process.ts';
import { startServer } from './server-process.ts';
import { measureSight } from './sight-cost.ts';
import type { BenchStore } from './store.ts';

/** Who sees the exact figures of fourteen authorities, by agreements. */
const account = 'hub-analyst.west-midlands';

/** What row-level security, agreements, the log and releases cost: the same with them and without. */
export async function measureOverheads(options: {
  readonly store: BenchStore;
  readonly watcher: Client;
  /** Servers that are started are added here, to be stopped. */
  readonly servers: BenchServer[];
  readonly rounds: number;
  readonly size: FiledSize;
}): Promise<{ filed: number; overheads: OverheadResult[] }> {
  const { store, watcher, servers, rounds, size } = options;
  const { appUrl } = store;
  const filed = await addFiledSet(store.superuserUrl, size);
  const sight = await measureSight({ ...store, watcher, account, rounds });

  const nodeOptions = await nodeOptionsOfStart();
  const start = async (name: string, program: string) => {
    const server = await startServer({ name, program, appUrl, nodeOptions });
    servers.push(server);
    return { server, path: '/graphql', bodyOf: comparisonBody };
  };
  const contenders = [
    await start('recorded', 'exchange.ts'),
    await start('unrecorded', 'exchange-without-log.ts'),
  ];
  const token = store.tokens[account] ?? '';
  const { indicators } = size;
  await requireSameAnswers([filedCase], contenders, { token, indicators });
  const log = await measure({
    cases: [filedCase],
    contenders,
    rounds,
    indicators,
    token,
    watcher,
    onRound: () => undefined,
  });
  await requireRecorded(watcher);
  const released = await measureReleased({ store, watcher, servers, rounds });
  return { filed, overheads: overheadsOf(sight, log, released) };
}

/** A log that nothing was written to would cost nothing. */
async function requireRecorded(watcher: Client): Promise<void> {
  const { rows } = await watcher.query<{ events: number }>(
    `select count(*)::int as events from audit_event where type = 'figures.read'`,
  );
  if (!rows[0]?.events) throw new Error('Nothing was recorded in the log.');
}
