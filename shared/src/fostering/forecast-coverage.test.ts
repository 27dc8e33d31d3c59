import { expect, test } from 'vitest';
import { forecastYear } from './forecast.ts';
import { simulatedYear } from './simulated-hub.ts';

const hub = { enquiriesADay: 1, past: 548, daysLeft: 274 } as const;

const seeds = Array.from({ length: 100 }, (_, nth) => nth + 1);

/** In how many of 100 simulated hubs what came lies within the interval; always the same. */
const coverage = (apart: number): number =>
  seeds.filter((seed) => {
    const { facts, came } = simulatedYear(
      { ...hub, apart: { enquiries: apart, approvals: apart } },
      seed,
    );
    const { low, high } = forecastYear(facts);
    return low <= came && came <= high;
  }).length;

test.each([0.25, 0.4])(
  'the interval of 80 % holds in about 80 of 100 hubs whose quarters lie %d apart',
  { timeout: 60_000 },
  (apart) => {
    const share = coverage(apart);

    expect(share).toBeGreaterThan(70);
    expect(share).toBeLessThan(88);
  },
);
