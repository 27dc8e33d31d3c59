import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import { bedStateAt, readMarkets } from '../returns/demonstration-market.service.ts';
import {
  beginLoading,
  endLoading,
  insertHomes,
  selectKnown,
  selectServices,
  updatePlaces,
} from './demonstration-beds.queries.ts';
import { insertPlans } from './demonstration-home-plans.queries.ts';
import { plansOf } from './demonstration-home-plans.ts';
import type { Present } from './demonstration-homes.ts';
import { homesOf } from './demonstration-homes.ts';
import { insertReferrals, selectLooking } from './demonstration-referrals.queries.ts';
import { referralsOf } from './demonstration-referrals.ts';

/**
 * Invents how the places of a demonstration’s homes are and were, of the fictitious register’s homes, two years in D2N2 and
 * a month elsewhere; and what was looked for. What is there stays as it is; at a later start homes of which nobody has said
 * anything say how they are by then.
 *
 * @source a seeded generator, in agreement with the demonstration’s returns at the end of every month.
 * @param pool connected as the loader role, after the providers.
 */
export async function seedBeds({
  pool,
  clock,
}: {
  readonly pool: Pool;
  readonly clock: Clock;
}): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await beginLoading(client, clock.now());
    await seed(client, clock);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function seed(client: PoolClient, clock: Clock): Promise<void> {
  const day = today(clock);
  const markets = await readMarkets(client, { day, months: 1 });
  const named = new Map(
    markets.flatMap(({ homes }) =>
      homes.map(({ urn, isOwn }) => {
        const stateAt = (bed: number, period: string) => bedStateAt(urn, bed, period);
        return [urn, { isOwn, stateAt }] as const;
      }),
    ),
  );
  const services = await selectServices(client);
  const homes = homesOf(services, named, presentOf(clock));
  const known = new Map((await selectKnown(client)).map((home) => [home.urn, home]));

  await insertHomes(
    client,
    homes.filter(({ urn }) => !known.has(urn)),
    { day, at: clock.now() },
  );
  const ownHomes = Map.groupBy(
    homes.filter(({ inHouse }) => inHouse),
    ({ authority }) => authority,
  );
  await insertPlans(
    client,
    [...ownHomes].flatMap(([authority, own]) => plansOf(authority, own, day)),
    clock.now(),
  );
  const looking = await selectLooking(client);
  await insertReferrals(
    client,
    looking.flatMap((authority) => referralsOf(authority, day)),
  );
  await endLoading(client);
  await updatePlaces(
    client,
    homes.filter(({ urn, confirmedOn }) => {
      const before = known.get(urn);
      return before?.untouched && (before.confirmedOn ?? '') < confirmedOn;
    }),
  );
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function presentOf(clock: Clock): Present {
  const [hour = 0, minute = 0] = londonTime.format(clock.now()).split(':').map(Number);
  return { day: today(clock), minute: hour * 60 + minute };
}
