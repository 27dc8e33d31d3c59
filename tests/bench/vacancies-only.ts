/** `pnpm bench:vacancies`: what searches for a home cost among 4,000 homes with five years of days, as ratios to the same SQL by hand. `--quick` takes about four minutes. */
import { availableParallelism, loadavg } from 'node:os';
import { Client } from 'pg';
import { againstTable } from './against-report.ts';
import type { BenchServer } from './server-process.ts';
import { openStore } from './store.ts';
import { measureVacancies } from './vacancies.ts';
import { vacancyBuyer, vacancyRegion } from './vacancy-cases.ts';
import { addVacancySet } from './vacancy-set.ts';

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
  const set = await addVacancySet(store.superuserUrl, {
    region: vacancyRegion,
    buyer: vacancyBuyer,
  });
  const results = await measureVacancies({ store, watcher, servers, rounds });
  const load = loadavg().map((each) => each.toFixed(1));
  const [homes, days] = [set.homes, set.days].map((many) => many.toLocaleString('en-GB'));
  console.log(
    [
      `${rounds} rounds; Node ${process.version}, ${availableParallelism()} cores, load ${load.join(' ')}; ${homes} homes of one region, ${days} days of them.`,
      againstTable('Searches for a home, 25 answers', { p95: 100, ratio: 1.5 }, results),
    ].join('\n\n'),
  );
} finally {
  await end();
}
