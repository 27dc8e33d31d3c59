import { seedBeds } from '@sufficiency/server/modules/beds/demonstration-beds.service.ts';
import { keepHomeDays } from '@sufficiency/server/modules/beds/home-day-keeper.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../testkit/database.ts';
import { cloneDatabase } from '../testkit/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(() => database.drop());

async function found<Row extends object>(sql: string): Promise<Row[]> {
  return (await database.db.query<Row>(sql)).rows;
}

async function counted(sql: string): Promise<number> {
  const [row] = await found<{ count: string }>(`select count(*) from ${sql}`);
  return Number(row?.count);
}

async function seedAt(now: Date) {
  const pool = openPool({ url: database.loaderUrl, size: 1 });
  await seedBeds({ pool, clock: { now: () => now } });
  await pool.end();
}

const d2n2 = `(select authority_code from consortium_member where consortium_code = 'd2n2')`;

/** All that is there of homes, table by table. */
const contents = () =>
  found<{ line: string }>(
    `select 'homes ' || md5(string_agg(h::text, '' order by id)) as line from home h
     union all select 'places ' || md5(string_agg(p::text, '' order by home_id, number)) from home_place p
     union all select 'blocks ' || md5(string_agg(b::text, '' order by home_id, from_at)) from home_block b
     union all select concat_ws(' ', 'events', count(*), sum(version), max(at)) from home_event
     union all select concat_ws(' ', 'days', count(*), sum(occupied), max(day)) from home_day
     union all select 'referrals ' || md5(string_agg(n::text, '' order by id)) from referral_note n`,
  );

describe('the demonstration’s homes', () => {
  test('are as many and as large in D2N2 as the real ones, area by area', async () => {
    const areas = await found(
      `select s.authority_code as area, count(*)::int as homes, sum(s.places)::int as places,
         (select count(*)::int from home h where h.authority_code = s.authority_code and h.provision_type = 'CHILDRENS_HOME')
           as held,
         (select sum(h.registered)::int from home h where h.authority_code = s.authority_code
            and h.provision_type = 'CHILDRENS_HOME') as "placesHeld"
       from service s
       where not s.synthetic and s.status <> 'LEFT' and s.provision_type = 'CHILDRENS_HOME' and s.authority_code in ${d2n2}
       group by 1 order by 1`,
    );

    expect(areas).toEqual([
      { area: 'E06000015', homes: 36, places: 132, held: 36, placesHeld: 132 },
      { area: 'E06000018', homes: 31, places: 115, held: 31, placesHeld: 115 },
      { area: 'E10000007', homes: 73, places: 271, held: 73, placesHeld: 271 },
      { area: 'E10000024', homes: 70, places: 236, held: 70, placesHeld: 236 },
    ]);
  });

  test('do not exist: no state is attached to a real home', async () => {
    expect(await counted('home')).toBeGreaterThan(900);
    expect(await counted(`home where not synthetic or urn !~ '^9[0-9]{6}$'`)).toBe(0);
    expect(await counted(`home where name !~ ' \\(fictitious\\)$'`)).toBe(0);
    expect(await counted("home_event where by_kind <> 'LOADER'")).toBe(0);
  });

  test('are held by whoever answers for their area', async () => {
    const elsewhere = await counted(
      `home h where not exists (
         select from organisation_authority oa
         where oa.organisation_id = h.tenant_id and oa.authority_code = h.authority_code)`,
    );

    expect(elsewhere).toBe(0);
  });

  test('give each provider that signs in ten homes or more to confirm', async () => {
    const providers = await found(
      `select o.slug, count(*) >= 10 as "tenOrMore" from organisation o
       join organisation_provider op on op.organisation_id = o.id join home h on h.provider_id = op.provider_id
       where h.authority_code in ${d2n2} and h.provision_type = 'CHILDRENS_HOME' group by 1 order by 1`,
    );

    expect(providers).toEqual([
      { slug: 'alder-and-ash-homes', tenOrMore: true },
      { slug: 'brook-lane-care', tenOrMore: true },
    ]);
  });

  test('have counts, and blocks, that are those of their places', async () => {
    const different = await counted(
      `home h cross join lateral (
         select count(*) as registered, count(*) filter (where p.state = 'OCCUPIED') as occupied,
           count(*) filter (where p.state = 'ACCEPTING') as accepting, count(*) filter (where p.state = 'CLOSED') as closed,
           count(*) filter (where p.state = 'ACCEPTING' and p.block_authority_code is null) as open,
           count(*) filter (where p.reason in ('MATCHING', 'SOLO')) as lost,
           count(p.block_authority_code) as block
         from home_place p where p.tenant_id = h.tenant_id and p.home_id = h.id) said
       left join home_block b on b.tenant_id = h.tenant_id and b.home_id = h.id and b.to_at is null
       where (h.registered, h.occupied, h.accepting, h.closed, h.accepting_open, h.closed_lost, coalesce(b.places, 0))
         is distinct from (said.registered, said.occupied, said.accepting, said.closed, said.open, said.lost, said.block)
         or b.occupied <> h.occupied or b.accepting <> h.accepting`,
    );

    expect(different).toBe(0);
    expect(await counted('home_block where to_at is null')).toBeGreaterThan(5);
  });

  test('have one of everything that can be', async () => {
    const states = await found<{ what: string }>(
      `select distinct state as what from home_place union select distinct kind from home_event
       union select distinct jsonb_object_keys(closed_by_reason) from home_event
       union select 'plan ' || kind from home_plan union select 'short breaks' from home where short_breaks union select 'in-house' from home where in_house
       union select 'emergency' from home where emergency and accepting > 0
       union select 'never in time' from home where confirmed_at < now() - interval '5 days'
       union select 'located' from home_location union select 'nights' from home_night order by 1`,
    );

    expect(states.map(({ what }) => what)).toEqual([
      ...[
        'ACCEPTING',
        'BUILDING',
        'CALENDAR',
        'CHANGED',
        'CLOSED',
        'CONFIRMED',
        'MATCHING',
        'NOTICE',
      ],
      ...['NOT_OPERATIONAL', 'NOT_USABLE', 'OCCUPIED', 'OTHER', 'REGULATOR', 'RESERVED', 'SOLO'],
      ...['STAFFING', 'TAKEN_ON', 'emergency', 'in-house', 'located', 'never in time'],
      ...['nights', 'plan CLOSING', 'plan MORE_PLACES', 'plan OPENING', 'short breaks'],
    ]);
  });
});

describe('how they were', () => {
  test('is known of every day of two years until yesterday', async () => {
    const gaps = await counted(
      `(select d.home_id from home_day d join home h on h.tenant_id = d.tenant_id and h.id = d.home_id
        group by 1 having max(d.day) <> (now() at time zone 'Europe/London')::date - 1
          or count(*) <> max(d.day) - min(d.day) + 1) gaps`,
    );

    expect(gaps).toBe(0);
    expect(
      await counted(
        `(select from home_day d where d.authority_code in ${d2n2} group by d.home_id having count(*) = 730) whole`,
      ),
    ).toBeGreaterThan(190);
  });

  test('agrees with returns at the end of every month', async () => {
    const compared = await found<{ said: string; held: string }>(
      `select concat_ws(' ', row.cells[3], row.cells[4], row.cells[5], row.cells[6], row.cells[7], row.cells[8]) as said,
         concat_ws(' ', h.urn, d.day, d.occupied, d.reserved, d.accepting, d.closed) as held
       from "return" r
       join return_row row on row.tenant_id = r.tenant_id and row.return_id = r.id and row.table_name = 'bed-states'
       left join home h on h.urn = row.cells[3]
       left join home_day d on d.tenant_id = h.tenant_id and d.home_id = h.id and d.day = row.cells[4]::date
       where r.dataset = 'beds' and r.status = 'ACCEPTED' and r.authority_code in ${d2n2}
         and r.period_end > (select min(day) from home_day)`,
    );

    expect(compared.length).toBeGreaterThan(480);
    expect(compared.filter(({ said, held }) => said !== held)).toEqual([]);
  });

  test('is about as full as published figures are: between 76% and 91% of places that are run', async () => {
    const months = await found<{ percent: number }>(
      `select 100.0 * sum(d.occupied) / sum(d.operational) as percent
       from home_day d join home h on h.tenant_id = d.tenant_id and h.id = d.home_id
       where d.authority_code in ${d2n2} and h.provision_type = 'CHILDRENS_HOME' and not h.short_breaks
         and d.day = date_trunc('month', d.day)::date group by d.day`,
    );

    expect(months.length).toBeGreaterThan(22);
    expect(months.filter(({ percent }) => percent < 76 || percent > 91)).toEqual([]);
  });

  test('follows from what they said', async () => {
    const different = await counted(
      `home_day d cross join lateral (
         select * from home_event e
         where e.tenant_id = d.tenant_id and e.home_id = d.home_id
           and e.at < (d.day + 1)::timestamp at time zone 'Europe/London' order by e.version desc limit 1) e
       where d.day in ('2025-06-30', '2026-03-29', (now() at time zone 'Europe/London')::date - 1)
         and (d.registered, d.operational, d.usable, d.occupied, d.reserved, d.accepting, d.accepting_open, d.closed,
             d.closed_lost)
           is distinct from
           (e.registered, e.operational, e.usable, e.occupied, e.reserved, e.accepting, e.accepting_open, e.closed,
             e.closed_lost)`,
    );

    expect(different).toBe(0);
  });
});

describe('the demonstration’s referral notes', () => {
  test('are there for every holder of homes, of all that became of searches, and made up', async () => {
    const [all] = await found(
      `select count(distinct tenant_id)::int as holders, count(distinct outcome)::int as outcomes,
         bool_and(synthetic) as synthetic, min(made_at) > now() - interval '12 months' as "areKept",
         max(made_at) < now() as "areMade" from referral_note`,
    );

    const holders = await counted(`(select distinct tenant_id from home) holder`);
    expect(all).toEqual({ holders, outcomes: 6, synthetic: true, areKept: true, areMade: true });
  });

  test('say nowhere that somebody was placed by what was not found', async () => {
    const placed = await counted(`referral_note where outcome = 'PLACED'`);

    expect(placed).toBeGreaterThan(0);
    expect(
      await counted(
        `referral_note where outcome = 'PLACED' and (offered_by ->> placed_by)::int > 0 and outcome_on >= made_at::date`,
      ),
    ).toBe(placed);
  });
});

describe('what was kept for blocks', () => {
  test('is known of every day and event, and is what blocks say', async () => {
    expect(await counted('home_day where accepting_open is null')).toBe(0);
    expect(await counted('home_event where accepting_open is null')).toBe(0);
    expect(
      await counted(
        `home_day d where d.accepting - d.accepting_open <> coalesce((
           select sum(b.accepting) from home_block b where b.tenant_id = d.tenant_id and b.home_id = d.home_id
             and (b.from_at at time zone 'Europe/London')::date <= d.day
             and coalesce((b.to_at at time zone 'Europe/London')::date, 'infinity') > d.day), 0)`,
      ),
    ).toBe(0);
    expect(await counted('home_day where accepting_open < accepting')).toBeGreaterThan(100);
  });
});

describe('a later start', () => {
  test('on the same day changes nothing', async () => {
    const before = await contents();
    const [last] = await found<{ at: Date }>('select max(at) as at from home_event');

    await seedAt(last?.at ?? systemClock.now());

    expect(await contents()).toEqual(before);
  });

  test('two days on lets homes say how they are by then, but those that somebody has touched', async () => {
    const later = new Date(systemClock.now().getTime() + 48 * 3_600_000);
    await database.db.query(
      `update home_event set by_kind = 'AUTHORITY' where home_id = (select id from home where urn = '9615001') and version = 1`,
    );

    await seedAt(later);
    const chain = openPool({ url: database.chainUrl, size: 1 });
    await keepHomeDays({ pool: chain, clock: { now: () => later } });
    await chain.end();

    const confirmed = `confirmed_at > now() + interval '23 hours'`;
    expect(await counted(`home where ${confirmed}`)).toBeGreaterThan(500);
    expect(await counted(`home where urn = '9615001' and ${confirmed}`)).toBe(0);
    expect(
      await counted(
        `home h where not exists (
           select from home_day d where d.tenant_id = h.tenant_id and d.home_id = h.id
             and d.day = (now() at time zone 'Europe/London')::date + 1)`,
      ),
    ).toBe(0);
  });
});
