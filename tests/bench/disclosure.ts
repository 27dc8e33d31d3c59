/**
 * `pnpm bench:disclosure`: how long releases take to protect, by how much is known of whom, and what is left of them.
 * Fails where a 10 × 8 × 4 release takes longer than 60 s for everybody, or 15 minutes with all members and pairs, whether
 * or not the month before is released too.
 */
import { availableParallelism, loadavg } from 'node:os';
import { protectInThread } from '@sufficiency/server/modules/disclosure/audit-thread.ts';
import type { ReleaseProblem } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { linkedProblemOf } from '../disclosure/linked-region.ts';
import { withMonthBefore } from '../disclosure/month-before.ts';
import { problemOf } from '../disclosure/region.ts';

interface Case {
  readonly name: string;
  readonly problem: ReleaseProblem;
  /** Longest it may take. Unit: seconds. */
  readonly goal: number;
}

const region = (mean: number) => ({ codes: [10, 8, 4], mean, seed: 1 });
const cube = (mean: number) => problemOf(region(mean));

const forEverybody = (problem: ReleaseProblem): ReleaseProblem => ({
  ...problem,
  attackers: problem.attackers.filter(({ kind }) => kind === 'public'),
});

async function casesAfter(mean: number): Promise<readonly Case[]> {
  const problem = await withMonthBefore(region(mean));
  const name = `10 × 8 × 4 after another month, mean ${mean}`;
  return [
    { name: `${name}, everybody`, problem: forEverybody(problem), goal: 60 },
    { name: `${name}, members and pairs`, problem, goal: 900 },
  ];
}

const cases: readonly Case[] = [
  ...[2, 5, 12].flatMap((mean) => [
    { name: `10 × 8 × 4, mean ${mean}, everybody`, problem: forEverybody(cube(mean)), goal: 60 },
    { name: `10 × 8 × 4, mean ${mean}, members and pairs`, problem: cube(mean), goal: 900 },
  ]),
  ...(await Promise.all([2, 5, 12].map(casesAfter))).flat(),
  { name: '4 authorities, 12 linked tables', problem: linkedProblemOf(4, 1), goal: 15 },
  { name: '14 authorities, 12 linked tables', problem: linkedProblemOf(14, 1), goal: 120 },
];

console.log(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, one thread for each audit`,
);
for (const { name, problem, goal } of cases) {
  const { shown, certificate } = await protectInThread(problem);
  const { seconds, narrowestInterval } = certificate;
  const own = shown.filter((_, nth) => problem.cells[nth]?.kind === 'published');
  const kept = Math.round((100 * own.filter((each) => each !== 'c').length) / own.length);
  const left = `${kept} % of ${own.length} figures published, narrowest ${narrowestInterval}`;
  console.log(`${name}: ${seconds.toFixed(1)} s (goal ${goal} s); ${left}`);
  if (seconds > goal) process.exitCode = 1;
}
