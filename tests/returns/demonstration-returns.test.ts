import { seedReturns } from '@sufficiency/server/modules/returns/demonstration-returns.service.ts';
import { systemClock, today } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import { contentsOf, figuresByReturn, recomputed, returnsOf } from './stored-returns.ts';

const database = await cloneDatabase();
const { db } = database;

afterAll(() => database.drop());

const months = monthsFrom('2024-04', today(systemClock)).slice(0, -1);

/** First columns of the rows a statement finds, as lines. */
async function found(statement: string): Promise<string[]> {
  const { rows } = await db.query<unknown[]>({ text: statement, rowMode: 'array' });
  return rows.map((columns) => columns.join(' '));
}

describe('the demonstration’s returns', () => {
  test('are there for every authority that a tenant answers for, dataset and month that has ended', async () => {
    const missing = await found(
      `select a.authority_code, d.dataset, m.period
       from (select oa.authority_code from organisation_authority oa) a
       cross join unnest('{${datasets.join()}}'::text[]) as d(dataset)
       cross join unnest('{${months.join()}}'::text[]) as m(period)
       where not exists (select from "return" r join observation o on o.return_id = r.id
         where (r.authority_code, r.dataset, r.period) = (a.authority_code, d.dataset, m.period) and o.superseded_at is null)`,
    );
    const authorities = await found('select distinct authority_code from "return"');

    const onTheirWay = await found(
      `select authority_code, dataset, period from "return" where status <> 'ACCEPTED' and ended_at is null`,
    );
    // Nottingham is late with its fostering, by a month or two.
    expect(missing).toContain(`E06000018 fostering ${months.at(-1)}`);
    expect(missing.filter((line) => !line.startsWith('E06000018 fostering')).toSorted()).toEqual(
      onTheirWay.toSorted(),
    );
    expect(authorities).toHaveLength(21);
    expect(await found('select count(*) from return_row')).not.toEqual(['0']);
  });

  test('are on their way in the latest month, in each consortium one at each step', async () => {
    const steps = await found(
      `select m.consortium_code, r.status, r.period, count(distinct w.table_name) > 0, count(distinct f.indicator_id) > 0,
         string_agg(distinct p.severity::text, ' ')
       from "return" r join consortium_member m on m.authority_code = r.authority_code
       left join return_row w on w.return_id = r.id left join return_figure f on f.return_id = r.id
       left join return_problem p on p.return_id = r.id
       where r.status not in ('ACCEPTED', 'SUPERSEDED') group by 1, 2, 3, r.id order by 1, r.status`,
    );

    const latest = months.at(-1);
    expect(steps).toEqual(
      ['d2n2', 'west-midlands'].flatMap((consortium) => [
        `${consortium} PROBLEMS ${latest} false false ERROR`,
        `${consortium} READY ${latest} true true QUERY`,
        `${consortium} SUBMITTED ${latest} true true `,
        `${consortium} APPROVED ${latest} true true `,
      ]),
    );
  });

  test('are marked synthetic, with their figures, and say where they come from', async () => {
    expect(await found('select distinct source, synthetic from "return"')).toEqual([
      'Synthetic: made by a seeded generator for the demonstration true',
    ]);
    expect(await found('select distinct synthetic from observation')).toEqual(['true']);
  });

  test('were accepted some days after their month, and never in the future', async () => {
    const early = await found(
      `select period from "return" where accepted_at > now()
         or accepted_at < to_date(period, 'YYYY-MM') + interval '1 month'`,
    );

    expect(early).toEqual([]);
  });

  test('came in time, most of them, each before it was accepted', async () => {
    const counts = await found(
      `select count(*) filter (where t.received_at::date > to_date(period, 'YYYY-MM') + interval '1 month 16 days')::float8
           / count(*) < 0.1,
         count(*) filter (where dataset = 'beds' and t.received_at < to_date(period, 'YYYY-MM') + interval '1 month 7 days')::float8
           / count(*) filter (where dataset = 'beds') > 0.8
       from return_receipt t`,
    );
    const early = await found(
      `select id from "return" where received_at > accepted_at or approved_at < received_at`,
    );

    expect(counts).toEqual(['true true']);
    expect(early).toEqual([]);
  });

  test('add up: every breakdown to its total, in every table that has one', async () => {
    const wrong = await found(
      `with cell as (
         select return_id, table_name, 'TOTAL' = any(cells) as is_total, cells[cardinality(cells)]::float8 as number
         from return_row where 'TOTAL' = any(cells) or (return_id, table_name) in
           (select return_id, table_name from return_row where 'TOTAL' = any(cells)))
       select table_name, return_id from cell group by table_name, return_id
       having sum(number) filter (where is_total) is distinct from coalesce(sum(number) filter (where not is_total), 0)`,
    );

    expect(wrong).toEqual([]);
  });

  test('count the same children in every table of placements and of costs', async () => {
    const wrong = await found(
      `select r.authority_code, r.period, array_agg(distinct w.cells[cardinality(w.cells) - (w.table_name = 'weekly-cost')::int])
       from "return" r join return_row w on w.return_id = r.id
       where w.table_name in ('children-by-placement-type', 'children-by-provider-sector', 'children-by-distance',
           'children-by-legal-status', 'children-by-age', 'children-by-gender', 'children-by-ethnicity', 'children-by-unaccompanied-status', 'package-bands',
           'weekly-cost')
         and 'TOTAL' = any(w.cells)
       group by r.authority_code, r.period
       having count(distinct w.cells[cardinality(w.cells) - (w.table_name = 'weekly-cost')::int]) <> 1`,
    );

    expect(wrong).toEqual([]);
  });

  test.each([
    ['children', 'cla-month-end', 'care-started-month', 'care-ended-month'],
    [
      'households',
      'fostering-households-month-end',
      'fostering-approvals-month',
      'fostering-deregistrations-month',
    ],
  ])(
    'keep stock and flow of %s: the last month’s, and who came, without who left',
    async (_what, stock, came, left) => {
      const wrong = await found(
        `with figure as (
         select o.authority_code, o.period_end, o.value, i."key" from observation o join indicator i on i.id = o.indicator_id
         where o.superseded_at is null and i."key" in ('${stock}', '${came}', '${left}')),
       month as (
         select authority_code, period_end, max(value) filter (where "key" = '${stock}') as stock,
           max(value) filter (where "key" = '${came}') as came, max(value) filter (where "key" = '${left}') as gone
         from figure group by authority_code, period_end),
       flow as (
         select *, lag(stock) over (partition by authority_code order by period_end) as before from month)
       select authority_code, period_end from flow where stock <> before + came - gone`,
      );

      expect(wrong).toEqual([]);
    },
  );

  test('hold what pages must be able to show: small numbers, zeros, and a month that has not been filed', async () => {
    const small = await found(
      `select dataset, count(*) filter (where value between 1 and 7) > 50, count(*) filter (where value = 0) > 20
       from observation where dataset in ('placements', 'fostering', 'beds', 'demand') group by 1 order by 1`,
    );

    expect(small).toEqual([
      'beds true true',
      'demand true true',
      'fostering true true',
      'placements true true',
    ]);
  });

  test('name no real provider and no real home', async () => {
    const named = await found(
      `select distinct w.table_name, cell from return_row w, unnest(w.cells) cell
       where w.table_name in ('homes', 'bed-states', 'framework-memberships', 'block-contracts')
         and ((cell ~ '^(SC[0-9]{6}|[0-9]{7})$' and cell < '9000000') or (cell ~ '[a-z]{3}' and cell !~ ' \\(fictitious\\)$'))`,
    );

    expect(named).toEqual([]);
    expect(
      await found(
        `select count(distinct cells[3]) > 50 from return_row where table_name = 'homes'`,
      ),
    ).toEqual(['true']);
  });

  test('were sent twice once: the later version’s figures are in force, the earlier’s known as they were', async () => {
    const versions = await found(
      `select r.authority_code, r.dataset, r.period, r.version, bool_or(o.superseded_at is null),
         bool_and(o.superseded_at = (select max(accepted_at) from "return" l
           where (l.authority_code, l.dataset, l.period) = (r.authority_code, r.dataset, r.period)) )
       from "return" r join observation o on o.return_id = r.id
       where (r.authority_code, r.dataset, r.period) in (select authority_code, dataset, period from "return" where version = 2)
       group by r.id, r.authority_code, r.dataset, r.period, r.version order by r.version`,
    );

    expect(versions).toEqual([
      'E10000007 placements 2025-09 1 false true',
      'E10000007 placements 2025-09 2 true ',
    ]);
  });

  test.each([
    ['Herefordshire', 'E06000019'],
    ['Derbyshire', 'E10000007'],
  ])('make the figures that their rows say, of %s', async (_name, authority) => {
    const returns = await returnsOf(db, authority);

    expect(returns.length).toBeGreaterThanOrEqual(months.length * datasets.length);
    expect(await figuresByReturn(db, authority)).toEqual(recomputed(returns));
  });
});

describe('seeding a demonstration’s returns again', () => {
  test('changes nothing, not one row', async () => {
    const pool = openPool({ url: database.loaderUrl, size: 1 });
    const before = await contentsOf(db);

    await seedReturns({ pool, clock: systemClock });
    await pool.end();

    expect(await contentsOf(db)).toEqual(before);
  });

  test('in a later month adds that month, and the return that was late', async () => {
    const pool = openPool({ url: database.loaderUrl, size: 1 });
    const now = systemClock.now();
    const later = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 25));
    const before = await contentsOf(db, now);

    await seedReturns({ pool, clock: { now: () => later } });
    await pool.end();

    expect(await contentsOf(db, now)).toEqual(before);
    const added = await found(
      `select authority_code = 'E06000018' and dataset = 'fostering', period, count(*) from "return"
       where accepted_at > '${now.toISOString()}' group by 1, 2 order by 1, 2`,
    );
    // One of each on its way, and in the place of those of the month before their later versions.
    expect(added[0]).toBe(`false ${months.at(-1)} 8`);
    expect(added[1]).toBe(`false ${today(systemClock).slice(0, 7)} 117`);
    expect(added.slice(2)).toContain(`true ${months.at(-1)} 1`);
  });
});
