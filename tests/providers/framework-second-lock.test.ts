import { describe, vi } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at } from './buying.ts';
import { describeWhoSeesBuying } from './buying-sight.ts';

// The code’s filters are taken away, as if somebody had forgotten them everywhere: nothing is put in their place.
vi.mock('@sufficiency/server/modules/access/purchase-locks.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  frameworksReadableBy: () => ({}),
  awardsReadableBy: () => ({}),
  pricesReadableBy: () => ({}),
  contractsReadableBy: () => ({}),
  contractMonthsReadableBy: () => ({}),
  upliftsReadableBy: () => ({}),
}));

const app = await testApp({ clock: clockAt(at) });

describe('with the filters of the code taken away and only row-level security left,', () =>
  describeWhoSeesBuying(app));
