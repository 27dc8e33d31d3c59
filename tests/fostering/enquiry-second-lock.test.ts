import { describe, vi } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at } from './enquiring.ts';
import { describeWhoSeesEnquiries } from './enquiry-sight.ts';

// The code’s filters are taken away, as if somebody had forgotten them everywhere: nothing is put in their place.
vi.mock('@sufficiency/server/modules/access/fostering-locks.ts', async (importOriginal) => ({
  ...(await importOriginal<object>()),
  enquiriesReadableBy: () => ({}),
  enquiriesWritableBy: () => ({}),
  enquiriesHeldBy: () => ({}),
  transfersReadableBy: () => ({}),
  stageSetsReadableBy: () => () => true,
}));

const app = await testApp({ clock: clockAt(at) });

describe('with the filters of the code taken away and only row-level security left,', () =>
  describeWhoSeesEnquiries(app));
