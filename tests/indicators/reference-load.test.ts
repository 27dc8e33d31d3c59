import { loadReferenceData } from '@sufficiency/server/modules/indicators/reference-load.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../testkit/database.ts';
import { cloneDatabase } from '../testkit/database.ts';
import { referenceFolder } from '../testkit/workspace.ts';
import { changedFile } from './reference-files.ts';

const numbers = 'dfe-cla-2021-2025/cla_number_and_rate_per_10k_children.csv';
const derby2025 = {
  from: 'Derby,E06000015,Children looked after on 31 March each year,62113,545,88',
  to: 'Derby,E06000015,Children looked after on 31 March each year,62113,550,89',
};
const nextYear = { now: () => new Date('2099-01-01T00:00:00Z') };

let database: TestDatabase;
let loader: pg.Pool;

beforeEach(async () => {
  database = await cloneDatabase();
  loader = openPool({ url: database.loaderUrl, size: 1 });
});

afterEach(async () => {
  await loader.end();
  await database.drop();
});

const load = (replacements: Parameters<typeof loadReferenceData>[0]['replacements'] = []) =>
  loadReferenceData({ pool: loader, clock: nextYear, folder: referenceFolder, replacements });

/** What every reference table holds, as one line each; without the months of returns, which grow with the day. */
async function contents() {
  const { rows } = await database.db.query(`
    select 'figures', count(*), md5(string_agg(f::text, ',' order by f::text)) from reference_observation f
    union all select 'sources', count(*), md5(string_agg(s::text, ',' order by s::text)) from reference_source s
    union all select 'indicators', count(*), md5(string_agg(i::text, ',' order by i::text)) from indicator i
    union all select 'periods', count(*), md5(string_agg(p::text, ',' order by p::text)) from indicator_period p
      join indicator i on i.id = p.indicator_id and not i.collected
    union all select 'population', count(*), md5(string_agg(p::text, ',' order by p::text)) from population_estimate p
    union all select 'names', count(*), md5(string_agg(n::text, ',' order by n::text)) from authority_name n
    union all select 'members', count(*), md5(string_agg(m::text, ',' order by m::text)) from consortium_member m
    union all select 'neighbours', count(*), md5(string_agg(n::text, ',' order by n::text)) from statistical_neighbour n`);
  return rows;
}

/** Values or symbols of an area, by period; `at` as the platform knew them then. */
async function series(key: string, area: string, at: Date = new Date('2100-01-01T00:00:00Z')) {
  const { rows } = await database.db.query<{ label: string; cell: string }>(
    `select p.label, coalesce(f.value::text, f.symbol) as cell
     from reference_observation f
     join indicator i on i.id = f.indicator_id
     join indicator_period p on p.indicator_id = f.indicator_id and p.ends_on = f.period_end
     where i.key = $1 and f.area_code = $2
       and f.recorded_at <= $3 and (f.superseded_at is null or f.superseded_at > $3)
     order by p.ends_on`,
    [key, area, at],
  );
  return Object.fromEntries(rows.map(({ label, cell }) => [label, cell]));
}

describe('loading the reference data', () => {
  test('again changes nothing, not one row', async () => {
    const before = await contents();

    const report = await load();

    expect(report.figures).toBe(0);
    expect(new Set(report.files.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await contents()).toEqual(before);
  });

  test('of a newer vintage supersedes the older, which is still known as it was', async () => {
    const path = await changedFile(numbers, derby2025);
    const before = systemClock.now();

    const report = await load([{ file: numbers, path, vintage: '2026-03-31' }]);

    expect(report.files).toContainEqual({ file: numbers, outcome: 'loaded', reason: null });
    expect(await series('cla-number', 'E06000015')).toMatchObject({ 2024: '598', 2025: '550' });
    expect(await series('cla-number', 'consortium:d2n2')).toMatchObject({ 2025: '3114' });
    expect(await series('cla-number', 'E06000015', before)).toMatchObject({ 2025: '545' });
    expect(await series('cla-number', 'consortium:d2n2', before)).toMatchObject({ 2025: '3109' });
  });

  test('of a newer vintage leaves no moment without a figure and none with two', async () => {
    const path = await changedFile(numbers, derby2025);

    await load([{ file: numbers, path, vintage: '2026-03-31' }]);

    const { rows } = await database.db.query(
      `select f.value, f.superseded_at = $1 as superseded_now, f.recorded_at = $1 as recorded_now
       from reference_observation f join indicator i on i.id = f.indicator_id
       where i.key = 'cla-number' and f.area_code = 'E06000015' and f.period_end = '2025-03-31'
       order by f.recorded_at`,
      [nextYear.now()],
    );
    expect(rows).toEqual([
      { value: 545, superseded_now: true, recorded_now: false },
      { value: 550, superseded_now: null, recorded_now: true },
    ]);
  });

  test('of an older vintage is refused with a sentence and changes nothing', async () => {
    const path = await changedFile(numbers, derby2025);
    const before = await contents();

    const report = await load([{ file: numbers, path, vintage: '2024-03-31' }]);

    expect(report.files).toContainEqual({
      file: numbers,
      outcome: 'refused',
      reason:
        'Children looked after: numbers and rates, 2021 to 2025: the vintage of 2024-03-31 is older than the one in force, of 2025-03-31.',
    });
    expect(await contents()).toEqual(before);
  });

  test('of a file with a fault refuses the file whole, and says where the fault is', async () => {
    const path = await changedFile(numbers, { ...derby2025, to: derby2025.to.replace('550', '') });
    const before = await contents();

    const loading = load([{ file: numbers, path, vintage: '2026-03-31' }]);

    await expect(loading).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('children_count must be a number'),
    });
    expect(await contents()).toEqual(before);
  });

  test('under a name no file has is refused, naming the files there are', async () => {
    const loading = load([{ file: 'dfe/unknown.csv', path: 'unknown.csv', vintage: '2026-03-31' }]);

    await expect(loading).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(numbers),
    });
  });

  test('of a file whose rows were renamed is refused instead of emptying an indicator', async () => {
    const path = await changedFile(numbers, {
      from: 'population_type',
      to: 'population_kind',
    });

    const loading = load([{ file: numbers, path, vintage: '2026-03-31' }]);

    await expect(loading).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
