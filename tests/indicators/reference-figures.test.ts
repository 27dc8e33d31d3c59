import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../testkit/database.ts';
import { cloneDatabase } from '../testkit/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(() => database.drop());

const d2n2 = ['E06000015', 'E10000007', 'E06000018', 'E10000024'] as const;

/** Values or symbols of some areas in one period, in the order of the areas. */
async function figures(key: string, label: string, areas: readonly string[]) {
  const { rows } = await database.db.query<{ cell: number | string }>(
    `select coalesce(to_jsonb(f.value), to_jsonb(f.symbol)) as cell
     from unnest($3::text[]) with ordinality as asked (area, position)
     join reference_observation f on f.area_code = asked.area and f.superseded_at is null
     join indicator i on i.id = f.indicator_id and i.key = $1
     join indicator_period p on p.indicator_id = i.id and p.ends_on = f.period_end and p.label = $2
     order by asked.position`,
    [key, label, areas],
  );
  return rows.map(({ cell }) => cell);
}

/** One figure with what stands beside it. */
async function figure(key: string, label: string, area: string) {
  const { rows } = await database.db.query(
    `select f.value, f.symbol, f.numerator, f.denominator, f.formula, f.reason
     from reference_observation f
     join indicator i on i.id = f.indicator_id and i.key = $1
     join indicator_period p on p.indicator_id = i.id and p.ends_on = f.period_end and p.label = $2
     where f.area_code = $3 and f.superseded_at is null`,
    [key, label, area],
  );
  return rows[0];
}

describe('children looked after', () => {
  test('by rate in D2N2, England and the consortium, which is pooled', async () => {
    const areas = [...d2n2, 'E92000001', 'consortium:d2n2'];

    expect(await figures('cla-rate', '2025', areas)).toEqual([88, 66, 93, 53, 67, 68]);
    expect(await figure('cla-rate', '2025', 'consortium:d2n2')).toMatchObject({
      numerator: 3109,
      denominator: 458_554,
      formula: 'pooled over 4 authorities: 3,109 ÷ 458,554 × 10,000',
    });
  });

  test('by number in both consortia and the other tenants, 2021 to 2025', async () => {
    const { rows } = await database.db.query(
      `select a.name, array_agg(coalesce(f.value::text, f.symbol) order by f.period_end) as numbers
       from authority a
       join reference_observation f on f.area_code = a.code and f.superseded_at is null
       join indicator i on i.id = f.indicator_id and i.key = 'cla-number'
       where a.code in (select authority_code from consortium_member)
         or a.code in ('E10000020', 'E06000061', 'E06000062')
       group by a.name order by a.name`,
    );

    expect(Object.fromEntries(rows.map(({ name, numbers }) => [name, numbers.join(' ')]))).toEqual({
      Birmingham: '1922 2104 2211 2296 2317',
      Coventry: '747 724 725 672 684',
      Derby: '642 627 620 598 545',
      Derbyshire: '898 911 995 1056 1024',
      Dudley: '621 583 588 573 575',
      'Herefordshire, County of': '312 379 413 387 344',
      Norfolk: '1083 1089 1215 1152 1069',
      'North Northamptonshire': 'z 525 547 534 568',
      Nottingham: '684 722 719 675 639',
      Nottinghamshire: '993 958 956 955 901',
      Sandwell: '879 840 796 808 816',
      Shropshire: '504 609 654 714 717',
      Solihull: '531 528 569 554 489',
      Staffordshire: '1242 1303 1385 1307 1306',
      'Stoke-on-Trent': '1004 1022 1106 1152 1063',
      'Telford and Wrekin': '425 423 453 412 411',
      Walsall: '670 661 650 665 578',
      Warwickshire: '861 821 778 805 727',
      'West Northamptonshire': 'z 658 688 648 602',
      Wolverhampton: '540 512 498 517 501',
      Worcestershire: '859 891 998 1043 1036',
    });
  });

  test('of the West Midlands are the sum of its fourteen, not the rounded region', async () => {
    const areas = ['consortium:west-midlands', 'E12000005'];

    expect(await figures('cla-number', '2025', areas)).toEqual([11_564, 11_560]);
    expect(await figures('cla-rate', '2025', areas)).toEqual([86, 86]);
  });

  test('more than 20 miles from home, on either side of the boundary', async () => {
    expect(await figures('cla-over-20-miles-share', '2025', ['E10000007'])).toEqual([31]);
  });

  test('of Barnsley and Sheffield are found under the codes of today', async () => {
    expect(await figures('cla-number', '2025', ['E08000038', 'E08000039'])).toEqual([366, 624]);
  });
});

describe('a figure its publisher suppressed', () => {
  test('is confidential and carries nothing else', async () => {
    expect(await figure('cla-outside-authority-share', '2025', 'E06000015')).toEqual({
      value: null,
      symbol: 'c',
      numerator: null,
      denominator: null,
      formula: null,
      reason: 'The publisher suppressed this figure so that nobody can be identified.',
    });
  });

  test('leaves its consortium without a figure, and its region without a count', async () => {
    const key = 'cla-outside-authority-share';

    expect(await figure(key, '2025', 'consortium:d2n2')).toMatchObject({
      value: null,
      symbol: 'x',
      numerator: null,
      reason: 'Not every member has a figure that can be combined: Derby.',
    });
    expect(await figure(key, '2025', 'E12000004')).toMatchObject({ value: 48, numerator: null });
  });
});

describe('children’s homes', () => {
  test('by authority: homes, places, owners', async () => {
    const areas = [...d2n2, 'consortium:d2n2', 'consortium:west-midlands'];

    expect(await figures('homes-in-area', '2025', areas)).toEqual([36, 73, 31, 70, 210, 632]);
    expect(await figures('home-places-in-area', '2025', areas)).toEqual([
      132, 271, 115, 236, 754, 2142,
    ]);
    expect(await figures('home-providers-in-area', '2025', areas.slice(4))).toEqual([84, 231]);
  });

  test('of the West Midlands and the other tenants, homes and places', async () => {
    const areas = [
      'E08000025',
      'E08000026',
      'E08000027',
      'E06000019',
      'E08000028',
      'E06000051',
      'E08000029',
      'E10000028',
      'E06000021',
      'E06000020',
      'E08000030',
      'E10000031',
      'E08000031',
      'E10000034',
      'E10000020',
      'E06000061',
      'E06000062',
    ];

    expect(await figures('homes-in-area', '2025', areas)).toEqual([
      90, 21, 14, 21, 31, 78, 6, 181, 43, 28, 24, 27, 37, 31, 50, 46, 45,
    ]);
    expect(await figures('home-places-in-area', '2025', areas)).toEqual([
      312, 76, 60, 84, 84, 293, 23, 581, 108, 88, 97, 112, 113, 111, 208, 143, 152,
    ]);
  });

  test('judged good or outstanding, of those with a judgement', async () => {
    expect(
      await figure('homes-good-or-outstanding-share', '2025', 'consortium:d2n2'),
    ).toMatchObject({ value: 90.6, numerator: 174, denominator: 192 });
  });
});

describe('foster carers', () => {
  test('who enquired and were approved', async () => {
    expect(await figures('fostering-enquiries', '2018-19', d2n2)).toEqual([170, 935, 360, 130]);
    expect(await figures('fostering-approvals', '2018-19', ['E06000015'])).toEqual([15]);
  });

  test('are not available for Birmingham and Sandwell, which is not zero', async () => {
    const expected = { value: null, symbol: 'x', reason: expect.stringContaining('trust') };

    expect(await figure('fostering-enquiries', '2018-19', 'E08000025')).toMatchObject(expected);
    expect(await figure('fostering-enquiries', '2018-19', 'E08000028')).toMatchObject(expected);
    expect(
      await figure('fostering-enquiries', '2018-19', 'consortium:west-midlands'),
    ).toMatchObject({
      symbol: 'x',
      reason: 'Not every member has a figure that can be combined: Birmingham and Sandwell.',
    });
  });

  test('of an authority made since are published for the one before', async () => {
    expect(await figure('fostering-enquiries', '2018-19', 'E06000059')).toMatchObject({
      symbol: 'x',
      reason: 'Published for Dorset County, which ended on 31 March 2019.',
    });
  });

  test('of the Tri-borough are not given to its three boroughs', async () => {
    const boroughs = ['E09000013', 'E09000020', 'E09000033'];

    expect(await figures('fostering-enquiries', '2018-19', boroughs)).toEqual(['x', 'x', 'x']);
    expect(await figures('foster-places-approved', '2025', boroughs)).toEqual(['x', 'x', 'x']);
  });
});

describe('unit costs', () => {
  test('are as published, and not combined', async () => {
    const areas = [...d2n2, 'E92000001', 'consortium:d2n2'];

    expect(await figures('residential-weekly-cost', '2024-25', areas)).toEqual([
      8720,
      6510,
      6335,
      8935,
      7385,
      'x',
    ]);
  });
});

describe('the whole', () => {
  test('has a value or a symbol for every authority, published indicator and period', async () => {
    const { rows } = await database.db.query(
      `select count(*)::int as missing
       from authority a
       cross join (indicator_period p join indicator i on i.id = p.indicator_id and not i.collected)
       left join reference_observation f on (f.area_code, f.indicator_id, f.period_end)
         = (a.code, p.indicator_id, p.ends_on) and f.superseded_at is null
       where f.area_code is null`,
    );

    expect(rows).toEqual([{ missing: 0 }]);
  });

  test('says why wherever there is no value', async () => {
    const { rows } = await database.db.query(
      `select count(*)::int as unexplained from reference_observation
       where symbol is not null and reason is null`,
    );

    expect(rows).toEqual([{ unexplained: 0 }]);
  });

  test('has the periods that each source covers', async () => {
    const { rows } = await database.db.query<{ key: string; labels: string }>(
      `select i.key, string_agg(p.label, ' ' order by p.ends_on) as labels
       from indicator i join indicator_period p on p.indicator_id = i.id
       where not i.collected group by i.id order by i.id`,
    );

    expect(Object.fromEntries(rows.map(({ key, labels }) => [key, labels]))).toEqual({
      'cla-number': '2021 2022 2023 2024 2025',
      'cla-rate': '2021 2022 2023 2024 2025',
      'cla-foster-share': '2023 2024 2025',
      'cla-residential-share': '2023 2024 2025',
      'cla-outside-authority-share': '2023 2024 2025',
      'cla-over-20-miles-share': '2023 2024 2025',
      'three-or-more-placements-share': '2021 2022 2023 2024 2025',
      'same-placement-two-years-share': '2021 2022 2023 2024 2025',
      'children-placed-in-by-others': '2020 2021 2022 2023 2024',
      'children-placed-outside': '2020 2021 2022 2023 2024',
      'net-placements-in': '2020 2021 2022 2023 2024',
      'homes-in-area': '2025',
      'home-places-in-area': '2025',
      'homes-good-or-outstanding-share': '2025',
      'home-providers-in-area': '2025',
      'foster-places-approved': '2022 2023 2024 2025',
      'foster-places-filled-share': '2022 2023 2024 2025',
      'fostering-enquiries': '2018-19',
      'fostering-applications': '2018-19',
      'fostering-approvals': '2018-19',
      'fostering-deregistrations': '2018-19',
      'residential-weekly-cost': '2021-22 2022-23 2023-24 2024-25',
      'fostering-weekly-cost': '2021-22 2022-23 2023-24 2024-25',
    });
  });

  test('has Derby’s ten neighbours in the order of the model', async () => {
    const { rows } = await database.db.query(
      `select string_agg(a.name, ', ' order by n.position) as names
       from statistical_neighbour n join authority a on a.code = n.neighbour_code
       where n.authority_code = 'E06000015'`,
    );

    expect(rows).toEqual([
      {
        names:
          'Coventry, Bolton, Walsall, Southampton, Kirklees, Peterborough, Rochdale, Sheffield, Tameside, Stoke-on-Trent',
      },
    ]);
  });
});
