import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { comparison, rowOf, values } from '../testkit/comparing.ts';
import { send } from '../testkit/requests.ts';

const app = await testApp();
const reviewer = 'reviewer.d2n2';
const why =
  'not shared: reviewers read figures from releases, and none with this one has been released to you';

describe('a reviewer reads releases only, so sees no public figure', () => {
  test('in a comparison: not available everywhere, with the reason', async () => {
    const { rows } = await comparison(app, reviewer, {
      indicators: ['cla-rate', 'fostering-enquiries', 'cla-outside-authority-share'],
      comparators: ['england', 'region', 'statistical-neighbours', 'consortium'],
    });

    const cells = rows.flatMap((row) => row.cells);
    const shown = new Set(cells.map(({ figure }) => JSON.stringify([figure.text, figure.why])));
    expect(cells).toHaveLength(42);
    expect([...shown]).toEqual([JSON.stringify(['x', why])]);
    expect(rows.flatMap(({ columns }) => columns.values).filter((value) => value !== null)).toEqual(
      [],
    );
  });

  test('nor ranks, directions, counts or origins', async () => {
    const { cells } = await rowOf(app, reviewer, { indicators: ['fostering-enquiries'] });

    expect(cells[0]).toMatchObject({
      subject: 'Derby',
      rank: null,
      direction: 'NONE',
      figure: {
        value: null,
        numerator: null,
        denominator: null,
        provenance: { vintage: null, formula: null, recordedAt: null },
      },
    });
  });

  test('a figure that exists reads the same as one that does not', async () => {
    const { cells } = await rowOf(app, reviewer, {
      consortium: 'west-midlands',
      indicators: ['fostering-enquiries'],
      authorities: ['E08000025', 'E08000026'],
    });

    expect(cells[0]?.figure).toEqual(cells[1]?.figure);
  });

  test('whether figures may be compared names no authority', async () => {
    const { comparable } = await rowOf(app, reviewer, {
      indicators: ['cla-outside-authority-share'],
    });

    expect(comparable.comparable).toBe(false);
    expect(comparable.warnings.join()).not.toContain('Derby');
  });

  test('the latest period tells nothing of who has a figure of it', async () => {
    const indicators = ['cla-outside-authority-share'];

    const own = await rowOf(app, reviewer, { indicators, authorities: ['E06000015'] });
    const other = await rowOf(app, reviewer, { indicators, authorities: ['E10000007'] });

    expect(own.columns.periods).toEqual(other.columns.periods);
  });

  test('on the overview', async () => {
    const { data } = await app.as<{
      overview: { headline: string; standouts: object[]; keyFigures: { rows: object[] } };
    }>(
      reviewer,
      `{ overview(consortium: "d2n2") {
        headline standouts { sentence } keyFigures { rows { columns { values } } }
      } }`,
    );

    expect(data?.overview.headline).toBe('D2N2: 4 authorities.');
    expect(data?.overview.standouts).toEqual([]);
    expect(JSON.stringify(data?.overview.keyFigures)).not.toMatch(/\d/);
  });

  test('in an exported file', async () => {
    const address = '/exports/comparison.csv?consortium=d2n2&indicators=cla-rate';

    const answer = await send(app, address, { headers: app.credentialsOf(reviewer) });

    const csv = await answer.text();
    expect(answer.status).toBe(200);
    expect(csv).toContain(`Derby,E06000015,,2025,,x,x,"per 10,000 children",,,,,FINAL,,"${why}"`);
    expect(csv).not.toContain('88');
  });

  test('as a population', async () => {
    const document = `{ authority(code: "E06000015") { name population { value } } }`;

    expect((await app.as(reviewer, document)).data).toEqual({
      authority: { name: 'Derby', population: null },
    });
    expect((await app.as('hub-analyst.d2n2', document)).data).toEqual({
      authority: { name: 'Derby', population: { value: expect.any(Number) } },
    });
  });
});

describe('public figures are the same to', () => {
  const asked = { indicators: ['cla-rate'], authorities: ['E06000015'] };

  test('a commissioner of the authority', async () => {
    expect(await values(app, 'commissioner.derby', asked)).toEqual({ 'Derby 2025': 88 });
  });

  test('a placement officer elsewhere', async () => {
    expect(await values(app, 'placement-officer.dudley', asked)).toEqual({ 'Derby 2025': 88 });
  });

  test('a hub of another region', async () => {
    expect(await values(app, 'hub-manager.west-midlands', asked)).toEqual({ 'Derby 2025': 88 });
  });

  test('a provider', async () => {
    expect(await values(app, 'provider.alder-and-ash-homes', asked)).toEqual({ 'Derby 2025': 88 });
  });

  test('a tenant outside the consortia', async () => {
    expect(await values(app, 'ig-lead.northamptonshire-childrens-trust', asked)).toEqual({
      'Derby 2025': 88,
    });
  });
});
