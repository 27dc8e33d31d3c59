import { describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { describeWhoSeesWhat } from './saved-comparisons.ts';

const app = await testApp();

describe('saved comparisons, with both locks', () => {
  describeWhoSeesWhat(app);
});
