/** `pnpm bench:search`: what searches of the register cost, as ratios to the same SQL by hand. `--quick` takes about a minute. */
import { availableParallelism, loadavg } from 'node:os';
import { Client } from 'pg';
import { measureSearch } from './search.ts';
import { searchTable } from './search-report.ts';
import type { BenchServer } from './server-process.ts';
import { openStore } from './store.ts';

const rounds = process.argv.includes('--quick') ? 4 : 25;

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

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void end().finally(() => process.exit(1)));
}

try {
  await watcher.connect();
  const results = await measureSearch({ store, watcher, servers, rounds });
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    `${rounds} rounds; Node ${process.version}, ${availableParallelism()} cores, load ${load.join(' ')}.\n\n${searchTable(results)}`,
  );
} finally {
  await end();
}
