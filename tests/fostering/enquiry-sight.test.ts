import { describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at } from './enquiring.ts';
import { describeWhoSeesEnquiries } from './enquiry-sight.ts';

const app = await testApp({ clock: clockAt(at) });

describe('of enquiries,', () => describeWhoSeesEnquiries(app));
