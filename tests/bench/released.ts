import { deepStrictEqual } from 'node:assert';
import type { Client } from 'pg';
import { consortium, releasedCase } from './cases.ts';
import { comparisonBody } from './documents.ts';
import type { Contender, Measured } from './measure.ts';
import { measure } from './measure.ts';
import { nodeOptionsOfStart } from './node-options.ts';
import { addReleasedSet } from './released-set.ts';
import { requireSameAnswers } from './same-answers.ts';
import type { BenchServer } from './server-process.ts';
import { startServer } from './server-process.ts';
import type { BenchStore } from './store.ts';

/** Who sees the others only through releases. */
const account = 'commissioner.birmingham';

/** A hundred releases of 2,610 figures, of which those of thirteen others are read. */
const size = { months: 50, indicators: 24, cells: 150, others: 13 };

/** What a comparison of released figures costs: by the server and by hand, both with their log. */
export async function measureReleased(options: {
  readonly store: BenchStore;
  readonly watcher: Client;
  /** Servers that are started are added here, to be stopped. */
  readonly servers: BenchServer[];
  readonly rounds: number;
}): Promise<Measured[]> {
  const { store, watcher, servers, rounds } = options;
  await addReleasedSet(store.superuserUrl, consortium, size);
  const start = async (name: string, program: string, path: string, given = {}) => {
    const server = await startServer({ name, program, appUrl: store.appUrl, ...given });
    servers.push(server);
    return { server, path };
  };
  const contenders: Contender[] = [
    {
      ...(await start('releases', 'exchange.ts', '/graphql', {
        nodeOptions: await nodeOptionsOfStart(),
      })),
      bodyOf: comparisonBody,
    },
    {
      ...(await start('by_hand', 'plain-released.ts', '/')),
      bodyOf: (question) => JSON.stringify(question),
    },
  ];
  const asked = { token: store.tokens[account] ?? '', indicators: size.indicators };
  await requireSameAnswers([releasedCase], contenders, asked);
  await requireSameLogs(watcher);
  return await measure({
    cases: [releasedCase],
    contenders,
    rounds,
    ...asked,
    watcher,
    onRound: () => undefined,
  });
}

/** Both have answered the same question once: whoever reads a log finds both readings, told alike. */
async function requireSameLogs(watcher: Client): Promise<void> {
  const { rows } = await watcher.query<{ entries: number }>(
    `select count(*)::int as entries from audit_event where details ->> 'dataset' = 'demand'
     group by tenant_id, type, account, role, actor_organisation_id, agreement_id, agreement_version, details`,
  );
  deepStrictEqual(
    rows,
    Array.from({ length: size.others }, () => ({ entries: 2 })),
  );
}
