import { describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { describeWhoSeesHouseholds } from './household-sight.ts';
import { at } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

describe('who sees households:', () => describeWhoSeesHouseholds(app));
