import { describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at } from './buying.ts';
import { describeWhoSeesBuying } from './buying-sight.ts';

const app = await testApp({ clock: clockAt(at) });

describe('with both locks,', () => describeWhoSeesBuying(app));
