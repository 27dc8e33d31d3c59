import { beforeAll, describe } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { describeWhoSeesHouseholds } from './household-sight.ts';
import { at } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

beforeAll(async () => {
  for (const table of [
    'household',
    'household_change',
    'place_state',
    'constellation',
    'target',
    'forecast',
  ]) {
    await app.db.query(
      `create policy everything on fostering_${table} to exchange_app using (true) with check (true)`,
    );
  }
});

describe('with row-level security taken away and only the filters of the code left,', () =>
  describeWhoSeesHouseholds(app));
