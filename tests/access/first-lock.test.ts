import { beforeAll, describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { describeWhoSeesWhat } from './saved-comparisons.ts';

const app = await testApp();

beforeAll(async () => {
  await app.db.query('alter table saved_comparison disable row level security');
});

describe('saved comparisons, with row-level security taken away and only the filter of the code left', () => {
  describeWhoSeesWhat(app);
});
