/** `pnpm bench:fostering`: what funnels of 300,000 enquiries cost, as ratios to the same SQL by hand; and recording an event. `--quick` takes about two minutes. */
import { availableParallelism, loadavg } from 'node:os';
import { Client } from 'pg';
import { againstTable } from './against-report.ts';
import { measureFunnel, measureRecording } from './funnel.ts';
import { addFunnelSet } from './funnel-set.ts';
import type { BenchServer } from './server-process.ts';
import { openStore } from './store.ts';
import { met } from './table.ts';

const rounds = process.argv.includes('--quick') ? 4 : 25;
const recordingGoal = 20;

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
  const set = await addFunnelSet(store.superuserUrl, 300_000);
  const options = { store, watcher, servers, rounds };
  const results = await measureFunnel(options);
  const recording = await measureRecording(options, 200);
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    [
      `${rounds} rounds; Node ${process.version}, ${availableParallelism()} cores, load ${load.join(' ')}; ${set.enquiries.toLocaleString('en-GB')} enquiries, ${set.events.toLocaleString('en-GB')} events.`,
      againstTable('Funnels of fourteen authorities and a year', { p95: 300, ratio: 1.5 }, results),
      `Recording an event: p50 ${recording.p50.toFixed(1)}, p95 ${recording.p95.toFixed(1)} ms; goal at most ${recordingGoal}: ${met(recording.p95, recordingGoal)}.`,
    ].join('\n\n'),
  );
} finally {
  await end();
}
