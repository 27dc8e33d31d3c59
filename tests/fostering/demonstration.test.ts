import { readFile } from 'node:fs/promises';
import { seedFostering } from '@sufficiency/server/modules/fostering/demonstration-fostering.service.ts';
import { changedStages } from '@sufficiency/server/modules/fostering/demonstration-stages.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { oddityOf } from '@sufficiency/shared/fostering/event-order.ts';
import type { TargetChain } from '@sufficiency/shared/fostering/target-chain.ts';
import { checkChain } from '@sufficiency/shared/fostering/target-chain.ts';
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

async function seedAt(now: () => Date) {
  const pool = openPool({ url: database.loaderUrl, size: 1 });
  await seedFostering({ pool, clock: { now } });
  await pool.end();
}

/** Everything that is invented, but for what its ids are. */
const contents = () =>
  found<{ line: string }>(
    `select e.reference || ' ' || ev.kind || ' ' || ev.happened_on as line
     from fostering_event ev join fostering_enquiry e on e.tenant_id = ev.tenant_id and e.id = ev.enquiry_id
     union all select (to_jsonb(e) - 'id' - 'duplicate_of' - 'reapplication_of')::text from fostering_enquiry e
     union all select to_jsonb(h)::text from fostering_household h
     union all select to_jsonb(s)::text from fostering_place_state s
     union all select to_jsonb(c)::text from fostering_constellation c
     union all select to_jsonb(t)::text from fostering_target t
     union all select to_jsonb(f)::text from fostering_forecast f
     order by 1`,
  );

describe('the demonstration’s hub', () => {
  test('has the monthly totals that are stated of it', async () => {
    const stated = await readFile(
      new URL('../../docs/fostering-demonstration.md', import.meta.url),
      'utf-8',
    );
    const months = stated.split('\n').filter((line) => /^\| 20\d\d-\d\d \|/.test(line));

    const rows = await found<{ line: string }>(
      `with happened as (
         select to_char(ev.happened_on, 'YYYY-MM') as month, ev.kind, e.authority_code as of
         from fostering_event ev
         join fostering_enquiry e on e.tenant_id = ev.tenant_id and e.id = ev.enquiry_id
         where e.duplicate_of is null and ev.retracted_at is null)
       select '| ' || concat_ws(' | ', month,
         count(*) filter (where kind = 'RECEIVED'),
         count(*) filter (where kind = 'RECEIVED' and of = 'E06000015'),
         count(*) filter (where kind = 'RECEIVED' and of = 'E10000007'),
         count(*) filter (where kind = 'RECEIVED' and of = 'E06000018'),
         count(*) filter (where kind = 'RECEIVED' and of = 'E10000024'),
         count(*) filter (where kind = 'RECEIVED' and of is null),
         count(*) filter (where kind = 'INITIAL-VISIT'), count(*) filter (where kind = 'APPLICATION'),
         count(*) filter (where kind = 'APPROVAL'), count(*) filter (where kind = 'WITHDRAWN')) || ' |' as line
       from happened where month between '2024-11' and '2026-10' group by month order by month`,
    );

    expect(months).toHaveLength(24);
    expect(rows.map(({ line }) => line)).toEqual(months);
  });

  test('agrees with its members’ returns in every stage they count', async () => {
    const compared = await found<{ place: string; returned: number; held: number }>(
      `with happened as (
         select e.authority_code, to_char(ev.happened_on, 'YYYY-MM') as period, ev.kind, e.household_type
         from fostering_event ev
         join fostering_enquiry e on e.tenant_id = ev.tenant_id and e.id = ev.enquiry_id
         where e.duplicate_of is null and e.household_type <> 'SUPPORTED-LODGINGS'
       ), held as (
         select authority_code, period, kind, coalesce(household_type, 'TOTAL') as of, count(*)::int as count
         from happened group by authority_code, period, kind, rollup (household_type)
       )
       select concat_ws(' ', r.authority_code, r.period, row.cells[3], row.cells[4]) as place,
         row.cells[5]::int as returned, coalesce(held.count, 0) as held
       from "return" r
       join return_row row on row.tenant_id = r.tenant_id and row.return_id = r.id and row.table_name = 'recruitment'
       left join held on held.authority_code = r.authority_code and held.period = r.period and held.of = row.cells[4]
         and held.kind = case row.cells[3] when 'ENQUIRY' then 'RECEIVED' when 'VISIT' then 'INITIAL-VISIT'
           when 'STAGE1' then 'STAGE1-START' when 'STAGE2' then 'STAGE2-START' else row.cells[3] end
       where r.dataset = 'fostering' and r.status = 'ACCEPTED' and r.period >= '2024-11'
         and r.authority_code in (select authority_code from consortium_member where consortium_code = 'd2n2')`,
    );

    expect(compared.length).toBeGreaterThan(1_000);
    expect(compared.filter(({ returned, held }) => returned !== held)).toEqual([]);
  });

  test('has one of everything that can happen', async () => {
    const counts = {
      open: await counted('fostering_enquiry where closed_on is null'),
      transferred: await counted('fostering_transfer where from_authority_code is not null'),
      attributedLater: await counted('fostering_transfer where from_authority_code is null'),
      unattributed: await counted('fostering_enquiry where authority_code is null'),
      duplicates: await counted('fostering_enquiry where duplicate_of is not null'),
      reapplications: await counted('fostering_enquiry where reapplication_of is not null'),
      backLoaded: await counted('fostering_enquiry where back_loaded'),
      lodgings: await counted(`fostering_enquiry where household_type = 'SUPPORTED-LODGINGS'`),
      late: await counted('fostering_enquiry where first_response_on - received_on > 5'),
      unanswered: await counted(
        'fostering_enquiry where first_response_on is null and not back_loaded',
      ),
      held: await counted('fostering_enquiry where holds is not null'),
      notApproved: await counted('fostering_enquiry where not_approved_on is not null'),
      campaigns: await counted(
        '(select distinct campaign from fostering_enquiry where campaign is not null) c',
      ),
      asked: await counted('fostering_query where answer is null'),
      answered: await counted('fostering_query where answer is not null'),
      ownStage: await counted(`fostering_enquiry where own_stages ? 'OWN-SKILLS'`),
      laterStages: await counted(`fostering_stage where version = 1`),
    };

    expect(Object.entries(counts).filter(([, count]) => count < 3)).toEqual([]);
    expect(counts.laterStages).toBe(13);
  });

  test('has closed what led nowhere within weeks, answered or not', async () => {
    const [waiting] = await found<{ longest: number; open: number }>(
      `select max(app_today() - received_on) as longest, count(*)::int as open from fostering_enquiry
       where closed_on is null and application_on is null and not back_loaded and duplicate_of is null
         and initial_visit_on is null and first_response_on is null`,
    );

    expect(waiting?.open).toBeGreaterThan(2);
    expect(waiting?.longest).toBeLessThanOrEqual(76);
    expect(
      await counted(
        `fostering_enquiry where closed_on is null and duplicate_of is null and received_on < app_today() - 500`,
      ),
    ).toBe(0);
  });

  test('is synthetic throughout, and names nobody', async () => {
    expect(await counted('fostering_enquiry where not synthetic')).toBe(0);
    expect(await counted(`fostering_enquiry where reference !~ '^HUB-20[0-9-]+$'`)).toBe(0);
    expect(await counted('fostering_event where recorded_by is not null')).toBe(0);
  });

  test('has days that its events say, and none of the future', async () => {
    const different = await counted(
      `(with held as (select tenant_id, array_agg(id) as ids from fostering_enquiry group by tenant_id),
         said as materialized (
           select held.tenant_id, d.* from held cross join lateral fostering_days_of(held.tenant_id, held.ids) d)
       select from fostering_enquiry e join said d on d.tenant_id = e.tenant_id and d.enquiry_id = e.id
       where (e.received_on, e.first_response_on, e.initial_visit_on, e.approval_on, e.closed_on, e.held_days)
         is distinct from (d.received_on, d.first_response_on, d.initial_visit_on, d.approval_on, d.closed_on, d.held_days)
      ) different`,
    );

    expect(different).toBe(0);
    expect(await counted('fostering_event where happened_on > app_today()')).toBe(0);
    expect(await counted('fostering_event where recorded_at > now()')).toBe(0);
  });

  test('has nothing odd but what is held', async () => {
    const enquiries = await found<{ events: { kind: string; on: string }[] }>(
      `select json_agg(json_build_object('kind', kind, 'on', happened_on)) as events
       from fostering_event group by tenant_id, enquiry_id`,
    );

    const odd = enquiries.flatMap(({ events }) =>
      events.flatMap((event) => {
        const others = events.filter((other) => other !== event);
        return oddityOf(event, others, changedStages) ?? [];
      }),
    );

    expect(enquiries.length).toBeGreaterThan(2_500);
    expect(odd).toEqual([]);
  });
});

describe('the demonstration’s households', () => {
  test('are as many of each type at the end of every month as returns count', async () => {
    const compared = await found<{ place: string; returned: number; held: number }>(
      `select concat_ws(' ', r.authority_code, r.period, row.cells[3]) as place, row.cells[4]::int as returned,
         (select count(*)::int from fostering_household h
          where h.authority_code = r.authority_code and h.household_type = row.cells[3]
            and h.approved_on <= r.period_end and (h.deregistered_on is null or h.deregistered_on > r.period_end)) as held
       from "return" r
       join return_row row on row.tenant_id = r.tenant_id and row.return_id = r.id
         and row.table_name = 'households-and-places'
       where r.dataset = 'fostering' and r.status = 'ACCEPTED' and r.period >= '2024-11' and row.cells[3] <> 'TOTAL'
         and r.authority_code in (select authority_code from consortium_member where consortium_code = 'd2n2')`,
    );

    expect(compared.length).toBeGreaterThan(250);
    expect(compared.filter(({ returned, held }) => returned !== held)).toEqual([]);
  });

  test('leave for the reasons that returns count', async () => {
    const compared = await found<{ returned: number; held: number }>(
      `select row.cells[4]::int as returned,
         (select count(*)::int from fostering_household_change c
          where c.authority_code = r.authority_code and c.kind = 'DEREGISTERED' and c.reason = row.cells[3]
            and to_char(c.changed_on, 'YYYY-MM') = r.period) as held
       from "return" r
       join return_row row on row.tenant_id = r.tenant_id and row.return_id = r.id
         and row.table_name = 'deregistrations-by-reason'
       where r.dataset = 'fostering' and r.status = 'ACCEPTED' and r.period >= '2024-11' and row.cells[3] <> 'TOTAL'
         and r.authority_code in (select authority_code from consortium_member where consortium_code = 'd2n2')`,
    );

    expect(compared.length).toBeGreaterThan(150);
    expect(compared.filter(({ returned, held }) => returned !== held)).toEqual([]);
  });

  test('have places near those that returns count, with every reason for not being available', async () => {
    const months = await found<{ returned: number; held: number; filled: number; used: number }>(
      `select row.cells[5]::int as returned, row.cells[6]::int as filled, held.places::int as held, held.used::int
       from "return" r
       join return_row row on row.tenant_id = r.tenant_id and row.return_id = r.id
         and row.table_name = 'households-and-places' and row.cells[3] = 'TOTAL'
       cross join lateral (
         select sum(s.places_approved) as places, sum(s.filled) as used from fostering_place_state s
         join fostering_household h on h.tenant_id = s.tenant_id and h.id = s.household_id
         where s.authority_code = r.authority_code and h.household_type <> 'SUPPORTED-LODGINGS'
           and s.from_on <= r.period_end and (s.to_on is null or s.to_on >= r.period_end)) held
       where r.dataset = 'fostering' and r.status = 'ACCEPTED' and r.period >= '2024-11'
         and r.authority_code in (select authority_code from consortium_member where consortium_code = 'd2n2')`,
    );

    expect(months.length).toBeGreaterThan(80);
    expect(months.filter(({ returned, held }) => Math.abs(held / returned - 1) > 0.06)).toEqual([]);
    expect(months.filter(({ filled, used }) => Math.abs(used / filled - 1) > 0.15)).toEqual([]);
    expect(
      await counted(
        '(select distinct unavailable_reason from fostering_place_state where unavailable > 0) r',
      ),
    ).toBe(9);
  });

  test('are held by their own authorities, and come from enquiries that the hub holds', async () => {
    const holders = await found<{ slug: string }>(
      `select distinct o.slug from fostering_household h join organisation o on o.id = h.tenant_id order by 1`,
    );
    const approved = await counted('fostering_enquiry where approval_on is not null');

    expect(holders.map(({ slug }) => slug)).toEqual([
      'derby',
      'derbyshire',
      'nottingham',
      'nottinghamshire',
    ]);
    expect(await counted('fostering_household where enquiry_id is not null')).toBe(approved);
    expect(await counted('fostering_household where not synthetic')).toBe(0);
    expect(await counted('fostering_constellation where hub_household_id is not null')).toBe(5);
  });
});

describe('what the demonstration’s hub aims at and expected', () => {
  test('is what a paper published, with its contradiction, and targets that agree', async () => {
    const targets = await found<TargetChain & { of: string }>(
      `select concat_ws(' ', year, authority_code) as of, enquiries, conversion_percent::float8 as "conversionPercent",
         approvals, baseline_approvals as "baselineApprovals", uplift_percent::float8 as "upliftPercent"
       from fostering_target order by 1`,
    );
    const [published, ...own] = targets.map((target) => checkChain(target));

    expect(published?.explanation).toContain('102');
    expect(published?.explanation).toContain('91 %');
    expect(own).toHaveLength(5);
    expect(own.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test('was forecast each quarter, and scored when the year was over', async () => {
    const forecasts = await found<{ year: string; actual: number | null }>(
      `select year, actual from fostering_forecast where low <= expected and expected <= high order by made_on`,
    );
    const [year] = await found<{ approved: number }>(
      `select count(*)::int as approved from fostering_enquiry
       where duplicate_of is null and approval_on between '2025-04-01' and '2026-03-31'`,
    );

    expect(forecasts.slice(0, 5)).toEqual([
      { year: '2025-26', actual: year?.approved },
      { year: '2025-26', actual: year?.approved },
      { year: '2025-26', actual: year?.approved },
      expect.objectContaining({ year: '2026-27' }),
      expect.objectContaining({ year: '2026-27' }),
    ]);
  });
});

describe('seeding the hub again', () => {
  const forget = () => database.db.query('update platform_stamp set fostering_made_until = null');

  test('on the same day makes nothing, not even what is gone', async () => {
    const { rows: gone } = await database.db.query(
      `delete from fostering_constellation where id = (select id from fostering_constellation limit 1) returning *`,
    );
    const left = await contents();

    await seedAt(systemClock.now);
    expect(await contents()).toEqual(left);

    await forget();
    await seedAt(systemClock.now);
    expect(await contents()).toHaveLength(left.length + gone.length);
  });

  test('changes nothing of what is there', async () => {
    const before = await contents();
    await forget();

    await seedAt(systemClock.now);

    expect(before.length).toBeGreaterThan(10_000);
    expect(await contents()).toEqual(before);
  });

  test('on a later day adds what has come since, and leaves alone what somebody touched', async () => {
    const [open, later] = await found<{ id: string; reference: string }>(
      `select id, reference from fostering_enquiry
       where closed_on is null and stage1_start_on is not null and stage2_start_on is null order by reference limit 2`,
    );
    await database.db.query('update fostering_enquiry set version = version + 1 where id = $1', [
      open?.id,
    ]);
    const before = {
      events: await counted('fostering_event'),
      enquiries: await counted('fostering_enquiry'),
      queries: await counted('fostering_query'),
      households: await counted('fostering_household'),
      left: await counted('fostering_household where deregistered_on is not null'),
      touched: await counted(`fostering_event where enquiry_id = '${open?.id}'`),
      untouched: await counted(`fostering_event where enquiry_id = '${later?.id}'`),
    };

    await seedAt(() => new Date(systemClock.now().getTime() + 90 * 86_400_000));

    expect(await counted('fostering_enquiry')).toBeGreaterThan(before.enquiries + 100);
    expect(await counted('fostering_event')).toBeGreaterThan(before.events + 500);
    expect(await counted(`fostering_event where enquiry_id = '${open?.id}'`)).toBe(before.touched);
    expect(await counted(`fostering_event where enquiry_id = '${later?.id}'`)).toBeGreaterThan(
      before.untouched,
    );
    expect(await counted('fostering_query')).toBe(before.queries);
    expect(await counted('fostering_household')).toBeGreaterThan(before.households + 10);
    expect(await counted('fostering_household where deregistered_on is not null')).toBeGreaterThan(
      before.left + 10,
    );
  });
});
