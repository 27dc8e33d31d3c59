import { describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { describeWhoSeesHomes } from './home-sight.ts';
import { at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

describe('who sees homes', () => describeWhoSeesHomes(app));
