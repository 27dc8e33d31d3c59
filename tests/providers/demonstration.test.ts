import { seedProviders } from '@sufficiency/server/modules/providers/demonstration-providers.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
const { db } = database;

afterAll(() => database.drop());

/** First columns of the rows a statement finds, as lines. */
async function found(statement: string): Promise<string[]> {
  const { rows } = await db.query<unknown[]>({ text: statement, rowMode: 'array' });
  return rows.map((columns) => columns.join(' '));
}

const homes = (where: string) =>
  found(
    `select a.name, count(*), sum(s.places) from service s join authority a on a.code = s.authority_code
     join consortium_member m on m.authority_code = a.code and m.consortium_code = 'd2n2'
     where s.provision_type = 'CHILDRENS_HOME' and s.status <> 'LEFT' and ${where} group by a.name order by a.name`,
  );

/** What is there, but for ids and moments, which differ at every start. */
async function contents(): Promise<string[]> {
  return await found(`
    select 'service', s.urn, p.name, s.places, s.judgement::text, s.status::text from service s join provider p on p.id = s.provider_id
      where s.synthetic
    union all select 'award', f.reference || l.number, p.name, t.number, null, a.starts_on::text || coalesce(x.weekly_price, 0)
      from framework_award a join framework f on f.id = a.framework_id join framework_lot l on l.id = a.lot_id
      left join framework_tier t on t.id = a.tier_id join provider p on p.id = a.provider_id
      left join (select award_id, max(weekly_price) as weekly_price from award_price group by 1) x on x.award_id = a.id
    union all select 'use', u.authority_code || u.month || u.service || u.sourcing, p.name, u.placements, null,
      concat_ws(' ', u.urn, u.host_authority_code, c.weekly_cost)
      from provider_use u join provider p on p.id = u.provider_id join provider_use_price c on c.use_id = u.id
    union all select 'contract', c.authority_code || c.reference, p.name, c.beds, null, c.ends_on::text || x.weekly_price
      from block_contract c join provider p on p.id = c.provider_id join block_contract_price x on x.contract_id = c.id
    union all select 'call-off', o.authority_code || o.made_on, p.name, o.placements, null, o.method || o.weekly_price
      from call_off o join framework_award a on a.id = o.award_id join provider p on p.id = a.provider_id
    order by 1, 2, 3, 4, 6`);
}

describe('the fictitious register', () => {
  test('has as many homes with as many places as Ofsted’s in each authority of D2N2: 210 with 754', async () => {
    const real = await homes('not s.synthetic');

    expect(real).toEqual([
      'Derby 36 132',
      'Derbyshire 73 271',
      'Nottingham 31 115',
      'Nottinghamshire 70 236',
    ]);
    expect(await homes('s.synthetic')).toEqual(real);
  });

  test('has as many homes, supported accommodation and fostering agencies as Ofsted’s wherever a tenant answers', async () => {
    const differing = await found(
      `select s.authority_code, s.provision_type from service s
       where s.authority_code in (select authority_code from organisation_authority) and s.status <> 'LEFT'
         and s.provision_type in ('CHILDRENS_HOME', 'SUPPORTED_ACCOMMODATION', 'INDEPENDENT_FOSTERING_AGENCY')
       group by 1, 2
       having count(*) filter (where synthetic) <> count(*) filter (where not synthetic)
         or sum(places) filter (where synthetic) is distinct from sum(places) filter (where not synthetic)`,
    );

    expect(differing).toEqual([]);
    expect(
      await found(`select count(*) > 1000 from service where synthetic and status <> 'LEFT'`),
    ).toEqual(['true']);
  });

  test('keeps number, size and owner of the homes that returns name', async () => {
    const unlike = await found(
      `select distinct w.cells[3] from return_row w join "return" r on r.id = w.return_id
       where w.table_name = 'block-contracts' and r.status = 'ACCEPTED' and not exists (
         select from service s join provider p on p.id = s.provider_id
         where s.urn = w.cells[5] and p.name = w.cells[4] and s.places = w.cells[8]::int and s.synthetic)`,
    );
    const unknown = await found(
      `select distinct w.cells[3] from return_row w
       where w.table_name = 'homes' and not exists (select from service s where s.urn = w.cells[3] and s.synthetic)`,
    );

    expect(unlike).toEqual([]);
    expect(unknown).toEqual([]);
  });

  test('has changed since: judgements fell, homes closed and opened, places and owners changed', async () => {
    const kinds = await found(
      `select c.kind, count(*) > 3 from service_change c join service s on s.urn = c.urn where s.synthetic
       group by 1 order by c.kind::text`,
    );
    const fallen = await found(
      `select count(*) > 0 from service_offer o join service s on s.urn = o.urn
       join framework_award a on a.id = o.award_id join framework f on f.id = a.framework_id
       where f.condition_judgement = 'GOOD' and s.judgement in ('REQUIRES_IMPROVEMENT', 'INADEQUATE')
         and exists (select from provider_use u where u.urn = s.urn)`,
    );

    expect(kinds).toEqual([
      'JOINED true',
      'JUDGEMENT_CHANGED true',
      'LEFT true',
      'MOVED_OWNER true',
      'PLACES_CHANGED true',
    ]);
    expect(fallen).toEqual(['true']);
  });
});

describe('the demonstration’s frameworks', () => {
  test('carry the public facts of real ones, each with its source', async () => {
    const facts = await found(
      `select reference, ocid, starts_on::text, ends_on::text, value::bigint from framework
       where reference in ('CCS034', 'CCS072', 'WM-IFA-2024') order by 1`,
    );

    expect(facts).toEqual([
      'CCS034 ocds-h6vhtk-04ed25 2026-04-01 2034-03-31 150000000',
      'CCS072 ocds-h6vhtk-05877e 2026-04-01 2034-03-31 300000000',
      'WM-IFA-2024 ocds-h6vhtk-05cebb 2024-08-27 2028-08-26 2750000000',
    ]);
    expect(
      await found(
        `select reference from framework where synthetic is distinct from (source like 'Synthetic%')`,
      ),
    ).toEqual([]);
    expect(
      await found(
        `select f.reference from framework f join framework_lot l on l.framework_id = f.id
         where not f.synthetic and l.maximum_weekly_price is not null`,
      ),
    ).toEqual([]);
  });

  test('have 46, 30 and 12 memberships of 48 providers on Northamptonshire’s homes, and as many fostering agencies', async () => {
    const lots = await found(
      `select f.reference, l.number, count(a.id), l.printed_memberships from framework f
       join framework_lot l on l.framework_id = f.id left join framework_award a on a.lot_id = l.id
       where f.reference in ('NCT-HOMES-2020', 'NCT-IFA-2020') group by 1, 2, 4 order by 1, 2`,
    );
    const providers = await found(
      `select f.reference, count(distinct a.provider_id), f.printed_providers from framework f
       join framework_award a on a.framework_id = f.id
       where f.reference in ('NCT-HOMES-2020', 'NCT-IFA-2020') group by 1, f.printed_providers order by 1`,
    );

    expect(lots).toEqual([
      'NCT-HOMES-2020 1 46 46',
      'NCT-HOMES-2020 2 30 30',
      'NCT-HOMES-2020 3 12 12',
      'NCT-IFA-2020 1 41 41',
      'NCT-IFA-2020 2 8 8',
    ]);
    expect(providers).toEqual(['NCT-HOMES-2020 48 48', 'NCT-IFA-2020 43 43']);
  });

  test('know every membership that returns name, in the same tier since the same day', async () => {
    const unknown = await found(
      `select distinct w.cells from return_row w join "return" r on r.id = w.return_id
       where w.table_name = 'framework-memberships' and w.cells[3] not in ('DEMO-FOSTERING', 'DEMO-HOMES', 'DEMO-SUPPORTED')
         and not exists (
           select from framework_award a join framework f on f.id = a.framework_id join framework_lot l on l.id = a.lot_id
           join provider p on p.id = a.provider_id left join framework_tier t on t.id = a.tier_id
           join service_offer o on o.award_id = a.id
           where (f.reference, l.number, coalesce(t.number::text, ''), p.name, o.urn, a.starts_on::text)
             = (w.cells[3], w.cells[4], w.cells[5], w.cells[6], w.cells[7], w.cells[8]))`,
    );

    expect(unknown).toEqual([]);
  });
});

describe('what the demonstration’s authorities buy', () => {
  test('is as many placements as their returns count with private and voluntary providers, at the same cost', async () => {
    const differing = await found(
      `with bought as (
         select authority_code, month, service, sum(placements) as placements, round(sum(c.weekly_cost)) as cost
         from provider_use u join provider_use_price c on c.tenant_id = u.tenant_id and c.use_id = u.id group by 1, 2, 3),
       said as (
         select r.authority_code, r.period as month,
           case w.cells[3] when 'FOSTER' then 'FOSTERING' else w.cells[3] end as service,
           sum(w.cells[5]::int) as placements, round(sum(w.cells[6]::numeric)) as cost
         from "return" r join return_row w on w.return_id = r.id and w.table_name = 'weekly-cost'
         where w.cells[4] in ('PR4', 'PR5') and w.cells[3] in ('FOSTER', 'RESIDENTIAL', 'SUPPORTED')
         group by 1, 2, 3)
       select * from bought b full join said s using (authority_code, month, service)
       where month in (select month from provider_use) and authority_code in (select authority_code from provider_use)
         and s.placements > 0 and (b.placements, b.cost) is distinct from (s.placements, s.cost)
         and (authority_code, month) in (select authority_code, period from "return" where dataset = 'costs' and status = 'ACCEPTED')`,
    );

    expect(differing).toEqual([]);
    expect(
      await found('select count(distinct month), count(distinct authority_code) from provider_use'),
    ).toEqual(['3 21']);
  });

  test('fills no home beyond its places', async () => {
    const full = await found(
      `select u.urn, u.month from provider_use u join service s on s.urn = u.urn
       where s.provision_type <> 'INDEPENDENT_FOSTERING_AGENCY' and s.status <> 'LEFT'
       group by 1, 2, s.places having sum(u.placements) > s.places`,
    );

    expect(full).toEqual([]);
  });

  test('holds the block contracts of their returns: the same reference, provider, home, days, beds and price', async () => {
    const differing = await found(
      `with said as (
         select distinct on (r.authority_code, w.cells[3]) r.authority_code, w.cells
         from "return" r join return_row w on w.return_id = r.id and w.table_name = 'block-contracts'
         where r.status = 'ACCEPTED' order by 1, w.cells[3], r.period desc)
       select s.cells from said s where not exists (
         select from block_contract c join provider p on p.id = c.provider_id
         join block_contract_service h on h.contract_id = c.id join block_contract_price x on x.contract_id = c.id
         where c.authority_code = s.authority_code and c.reference = s.cells[3] and p.name = s.cells[4]
           and h.urn = s.cells[5] and c.starts_on::text = s.cells[6] and c.ends_on::text = s.cells[7]
           and c.beds = s.cells[8]::int and abs(x.weekly_price * c.beds - s.cells[11]::numeric) < 0.01 * c.beds)`,
    );

    expect(differing).toEqual([]);
  });

  test('is called off as often as their returns say, at no more than was tendered', async () => {
    const differing = await found(
      `with said as (
         select r.authority_code, r.period, w.cells[3] as framework, w.cells[5] as method, sum(w.cells[6]::int) as placements
         from "return" r join return_row w on w.return_id = r.id and w.table_name = 'call-offs'
         where r.status = 'ACCEPTED' and w.cells[3] in (select reference from framework) group by 1, 2, 3, 4),
       made as (
         select o.authority_code, to_char(o.made_on, 'YYYY-MM') as period, f.reference as framework, o.method,
           sum(o.placements) as placements
         from call_off o join framework_award a on a.id = o.award_id join framework f on f.id = a.framework_id
         group by 1, 2, 3, 4)
       select * from made m left join said s using (authority_code, period, framework, method)
       where s.placements is distinct from m.placements
         and (authority_code, period) in (select authority_code, period from "return" where dataset = 'providers' and status = 'ACCEPTED')`,
    );
    const dear = await found(
      `select o.id from call_off o join award_price x on x.award_id = o.award_id where o.weekly_price > x.weekly_price`,
    );

    expect(differing).toEqual([]);
    expect(dear).toEqual([]);
  });
});

describe('what is made up', () => {
  test.each([
    'framework_award',
    'service_offer',
    'award_price',
    'call_off',
    'block_contract',
    'block_contract_service',
    'uplift_request',
    'provider_use',
    'provider_use_price',
  ])('is marked in every row of %s', async (table) => {
    expect(await found(`select count(*) > 0, bool_and(synthetic) from ${table}`)).toEqual([
      'true true',
    ]);
  });

  test('is of fictitious providers alone', async () => {
    expect(
      await found(
        `select distinct p.name ~ '\\(fictitious\\)$' from framework_award a join provider p on p.id = a.provider_id
         union select distinct p.name ~ '\\(fictitious\\)$' from provider_use u join provider p on p.id = u.provider_id`,
      ),
    ).toEqual(['true']);
  });

  test.each([
    [
      'an award',
      `insert into framework_award (tenant_id, id, framework_id, lot_id, provider_id, starts_on, synthetic, added_at)
       select l.tenant_id, gen_random_uuid(), l.framework_id, l.id, p.id, '2026-05-01', true, now()
       from framework_lot l cross join (select id from provider where not synthetic limit 1) p limit 1`,
    ],
    [
      'an award that says it is not made up, without a public notice',
      `insert into framework_award (tenant_id, id, framework_id, lot_id, provider_id, starts_on, synthetic, added_at)
       select l.tenant_id, gen_random_uuid(), l.framework_id, l.id, p.id, '2026-05-01', false, now()
       from framework_lot l cross join (select id from provider where not synthetic limit 1) p limit 1`,
    ],
    [
      'a placement',
      `insert into provider_use (tenant_id, id, authority_code, month, month_end, provider_id, service, sourcing, placements, synthetic)
       select u.tenant_id, gen_random_uuid(), u.authority_code, u.month, u.month_end, p.id, u.service, u.sourcing, 1, true
       from provider_use u cross join (select id from provider where not synthetic limit 1) p limit 1`,
    ],
    [
      'a home in a contract',
      `insert into block_contract_service (tenant_id, contract_id, urn, synthetic)
       select c.tenant_id, c.id, s.urn, true from block_contract c
       cross join (select urn from service where not synthetic limit 1) s limit 1`,
    ],
  ])('is refused of a real provider by the database: %s', async (_what, statement) => {
    await expect(db.query(statement)).rejects.toThrow(/violates foreign key|public notice/);
  });
});

describe('seeding a demonstration’s providers again', () => {
  test('changes nothing', async () => {
    const before = await contents();

    const pool = openPool({ url: database.loaderUrl, size: 1 });
    await seedProviders({ pool, clock: systemClock });
    await pool.end();

    expect(before.length).toBeGreaterThan(5_000);
    expect(await contents()).toEqual(before);
  });

  test('from nothing makes the same again', async () => {
    const before = await contents();
    await db.query(
      `truncate home_plan_stage, home_plan, home_location, home_night, home_day, home_event, home_block, home_place, home,
         provider_use_price, provider_use, notification_read, uplift_answer, uplift_request, block_contract_price,
         block_contract_month, block_contract_extension, block_contract_service, block_contract, call_off, award_price,
         service_offer, framework_award, framework_notice, framework_extension, framework_date, framework_buyer, framework_tier,
         framework_lot, framework, organisation_provider`,
    );
    await db.query(
      `delete from service_change where urn in (select urn from service where synthetic)`,
    );
    await db.query(
      `delete from service_judgement where urn in (select urn from service where synthetic)`,
    );
    await db.query(
      `delete from register_name where urn in (select urn from service where synthetic)`,
    );
    await db.query(`delete from service where synthetic`);
    await db.query(`delete from reference_source where file like 'synthetic/%'`);

    const pool = openPool({ url: database.loaderUrl, size: 1 });
    await seedProviders({ pool, clock: systemClock });
    await pool.end();

    expect(await contents()).toEqual(before);
  });

  test('adds to others what somebody recorded of a month already', async () => {
    const other = 'E06000018';
    const counted = `select authority_code, count(*), sum(placements) from provider_use
      where month = (select max(month) from provider_use) group by authority_code order by 1`;
    const before = await found(counted);
    await db.query(`delete from provider_use_price`);
    await db.query(`delete from provider_use where authority_code <> '${other}'`);

    const pool = openPool({ url: database.loaderUrl, size: 1 });
    await seedProviders({ pool, clock: systemClock });
    await pool.end();

    const after = await found(counted);
    expect(after).toHaveLength(before.length);
    expect(after.filter((line) => line.startsWith(other))).toEqual(
      before.filter((line) => line.startsWith(other)),
    );
  });

  test('in a later month adds that month', async () => {
    const pool = openPool({ url: database.loaderUrl, size: 1 });
    const now = systemClock.now();
    const later = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 25));

    await seedProviders({ pool, clock: { now: () => later } });
    await pool.end();

    expect(await found('select count(distinct month) from provider_use')).toEqual(['4']);
    expect(await found('select count(distinct month) from block_contract_month')).toEqual(['4']);
  });
});
