import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { cell, comparison, rowOf } from '../testkit/comparing.ts';
import { send } from '../testkit/requests.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';

// Derby’s share of children who live outside the authority in 2025, which its publisher suppressed.
const share = 'cla-outside-authority-share';
const suppressed = { value: null, symbol: 'c', text: 'c', numerator: null, denominator: null };
const notComputed = { value: null, symbol: 'x', text: 'x', numerator: null, denominator: null };

describe('a figure its publisher suppressed stays confidential', () => {
  test('in a comparison, by cells and by columns, with neither numerator nor formula', async () => {
    const row = await rowOf(app, analyst, { indicators: [share] });

    expect(row.cells[0]).toMatchObject({
      subject: 'Derby',
      rank: null,
      direction: 'NONE',
      figure: {
        ...suppressed,
        why: 'public: its publisher suppressed it so that nobody can be identified',
        provenance: { formula: null },
      },
    });
    expect([row.columns.values[0], row.columns.symbols[0]]).toEqual([null, 'c']);
  });

  test('to its own authority as to everybody else', async () => {
    const asked = { indicators: [share], authorities: ['E06000015'], period: '2025' };

    expect((await cell(app, 'commissioner.derby', asked, 'Derby')).figure).toMatchObject(
      suppressed,
    );
    expect((await cell(app, 'commissioner.coventry', asked, 'Derby')).figure).toMatchObject(
      suppressed,
    );
  });

  test('by way of the consortium, which has no total then', async () => {
    const asked = { indicators: [share], comparators: ['consortium'] };

    const { figure } = await cell(app, analyst, asked, 'consortium');

    expect(figure).toMatchObject({
      ...notComputed,
      why: 'public: Not every member has a figure that can be combined: Derby',
    });
  });

  test('by way of the region, whose count is left out', async () => {
    const asked = {
      indicators: [share],
      authorities: ['E06000015'],
      period: '2025',
      comparators: ['region'],
    };

    const { figure } = await cell(app, analyst, asked, 'region');

    expect(figure).toMatchObject({ value: 48, numerator: null });
  });

  test('by way of England, whose count is left out', async () => {
    const asked = { indicators: [share], period: '2025', comparators: ['england'] };

    expect((await cell(app, analyst, asked, 'england')).figure).toMatchObject({
      value: 44,
      numerator: null,
    });
  });

  test('by way of neighbours’ means, which leave it out', async () => {
    const asked = {
      indicators: [share],
      authorities: ['E08000026'],
      period: '2025',
      comparators: ['statistical-neighbours'],
    };

    const { figure } = await cell(app, analyst, asked, 'statistical-neighbours');

    expect(figure).toMatchObject({
      numerator: null,
      denominator: null,
      provenance: { formula: 'mean of 9 of 10 statistical neighbours' },
    });
  });

  test('in an exported file, of either kind', async () => {
    const path = `consortium=d2n2&indicators=${share}&authorities=E06000015&period=2025`;
    const headers = app.credentialsOf(analyst);

    const csv = await (await send(app, `/exports/comparison.csv?${path}`, { headers })).text();

    expect(csv).toContain(',Derby,E06000015,,2025,,c,c,percent,,,,,FINAL,');
  });

  test('on the overview, where it stands out in nothing', async () => {
    const { data } = await app.as<{ overview: { standouts: object[] } }>(
      analyst,
      `{ overview(consortium: "d2n2") {
        standouts { indicator { key } authority { name } period against { value } }
      } }`,
    );

    expect(data?.overview.standouts).not.toHaveLength(0);
    expect(data?.overview.standouts).not.toContainEqual(
      expect.objectContaining({ indicator: { key: share }, authority: { name: 'Derby' } }),
    );
  });
});

test('a later figure says nothing of the one before that was suppressed', async () => {
  await app.db.query(
    `update reference_observation set value = null, symbol = 'c', numerator = null, denominator = null
     where area_code = 'E10000024' and period_end = '2024-03-31'
       and indicator_id = (select id from indicator where key = $1)`,
    [share],
  );

  const { rows } = await comparison(app, analyst, {
    indicators: [share],
    authorities: ['E10000024'],
    periods: 2,
  });

  expect(rows[0]?.cells).toMatchObject([
    { period: '2024', direction: 'NONE', rank: null, figure: { symbol: 'c' } },
    { period: '2025', direction: 'NONE', rank: 1, figure: { value: 44 } },
  ]);
});
