import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { comparison, reasons, refusalOfComparison, texts, values } from '../testkit/comparing.ts';

const app = await testApp({ clock: clockAt('2026-06-01T09:00:00Z') });
const analyst = 'hub-analyst.d2n2';
const derby = ['E06000015'];

describe('without a label', () => {
  test('each indicator shows its own latest period, all in the order of their end', async () => {
    const indicators = ['cla-rate', 'residential-weekly-cost', 'fostering-enquiries'];

    const { periods, rows } = await comparison(app, analyst, { indicators });

    expect(periods).toEqual(['2018-19', '2024-25', '2025']);
    expect(rows.map(({ columns }) => columns.periods)).toEqual([
      ['2025'],
      ['2024-25'],
      ['2018-19'],
    ]);
  });

  test('the latest is the last for which any of the authorities has a value', async () => {
    await app.db.query(
      `update reference_observation set value = null, symbol = 'x', numerator = null
       where period_end = '2025-03-31' and area_code in ('E10000020', 'E06000061')
         and indicator_id = (select id from indicator where key = 'cla-foster-share')`,
    );
    const asked = { indicators: ['cla-foster-share'] };

    expect(
      Object.keys(await texts(app, analyst, { ...asked, authorities: ['E10000020', 'E06000061'] })),
    ).toEqual(['Norfolk 2024', 'North Northamptonshire 2024']);
    expect(
      Object.keys(await texts(app, analyst, { ...asked, authorities: ['E10000020', 'E06000015'] })),
    ).toEqual(['Norfolk 2025', 'Derby 2025']);
  });

  test('periods are counted back for each indicator', async () => {
    const indicators = ['cla-over-20-miles-share', 'fostering-weekly-cost', 'fostering-enquiries'];

    const { rows } = await comparison(app, analyst, { indicators, periods: 3 });

    expect(rows.map(({ columns }) => columns.periods)).toEqual([
      ['2023', '2024', '2025'],
      ['2022-23', '2023-24', '2024-25'],
      ['2018-19'],
    ]);
  });

  test('asking for more periods than there are shows those there are', async () => {
    const { periods } = await comparison(app, analyst, { indicators: ['cla-rate'], periods: 120 });

    expect(periods).toEqual(['2021', '2022', '2023', '2024', '2025']);
  });
});

describe('with a label', () => {
  test('indicators with that basis show that period', async () => {
    const asked = { indicators: ['cla-rate'], authorities: derby, period: '2022' };

    expect(await values(app, analyst, asked)).toEqual({ 'Derby 2022': 107 });
  });

  test('periods are counted back from it', async () => {
    const asked = { indicators: ['cla-number'], authorities: derby, period: '2024', periods: 2 };

    expect(await values(app, analyst, asked)).toEqual({ 'Derby 2023': 620, 'Derby 2024': 598 });
  });

  test('the other indicators have no figure, and say which periods exist', async () => {
    const { rows, periods } = await comparison(app, analyst, {
      indicators: ['fostering-enquiries', 'cla-rate'],
      authorities: derby,
      period: '2018-19',
    });

    expect(periods).toEqual(['2018-19']);
    expect(rows).toMatchObject([
      { cells: [{ period: '2018-19', figure: { value: 170 } }] },
      {
        cells: [
          {
            period: '2018-19',
            figure: {
              symbol: 'x',
              why: expect.stringMatching(/no period “2018-19”.*2021, 2022, 2023, 2024.*2025/),
            },
          },
        ],
        columns: { periods: ['2018-19'], values: [null], symbols: ['x'] },
      },
    ]);
  });

  test('that no indicator has is refused', async () => {
    expect(await refusalOfComparison(app, analyst, { period: '1066' })).toMatch(
      /^BAD_USER_INPUT: No requested indicator has a period “1066”\./,
    );
  });

  test('that only an indicator nobody asked for has is refused too', async () => {
    expect(await refusalOfComparison(app, analyst, { period: '2018-19' })).toMatch(
      /^BAD_USER_INPUT: /,
    );
  });
});

describe('figures as at an earlier day', () => {
  const ofDerby = { indicators: ['cla-rate'], authorities: derby };

  test('are not available before the platform had any', async () => {
    const asked = { ...ofDerby, asAt: '2020-01-01T00:00:00Z' };

    expect(await texts(app, analyst, asked)).toEqual({ 'Derby 2025': 'x' });
    expect(await reasons(app, analyst, asked)).toEqual({
      'Derby 2025': expect.stringMatching(/^not available/),
    });
  });

  test('are those of the older vintage, until the newer was recorded', async () => {
    await app.db.query(
      `with older as (
         update reference_observation o set recorded_at = '2026-01-10', superseded_at = '2026-03-10'
         from indicator i
         where i.id = o.indicator_id and i.key = 'cla-rate' and o.area_code = 'E06000015'
           and o.period_end = '2025-03-31'
         returning o.*)
       insert into reference_observation
         (indicator_id, area_code, period_end, value, status, source_id, recorded_at)
       select indicator_id, area_code, period_end, 90, 'REVISED', source_id, '2026-03-10' from older`,
    );

    expect(await values(app, analyst, { ...ofDerby, asAt: '2026-02-01T00:00:00Z' })).toEqual({
      'Derby 2025': 88,
    });
    expect(await values(app, analyst, { ...ofDerby, asAt: '2026-03-10T00:00:00Z' })).toEqual({
      'Derby 2025': 90,
    });
    expect(await values(app, analyst, ofDerby)).toEqual({ 'Derby 2025': 90 });
  });

  test('cannot be asked for of a day to come', async () => {
    expect(await refusalOfComparison(app, analyst, { asAt: '2026-06-01T09:00:01Z' })).toBe(
      'BAD_USER_INPUT: asAt must not lie in the future.',
    );
    expect(await refusalOfComparison(app, analyst, { asAt: '2026-06-01T09:00:00Z' })).toBe('');
  });
});
