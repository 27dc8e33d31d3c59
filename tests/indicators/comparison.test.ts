import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { cell, comparison, directions, ranks, rowOf, texts, values } from '../testkit/comparing.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';

describe('the figures of D2N2', () => {
  test('children looked after per 10,000, beside England and the consortium', async () => {
    const comparators = ['england', 'consortium'];

    const figures = await values(app, analyst, { indicators: ['cla-rate'], comparators });

    expect(figures).toEqual({
      'Derby 2025': 88,
      'Derbyshire 2025': 66,
      'Nottingham 2025': 93,
      'Nottinghamshire 2025': 53,
      'england 2025': 67,
      'consortium 2025': 68,
    });
  });

  test('children looked after in Derby over five years', async () => {
    const asked = { indicators: ['cla-number'], authorities: ['E06000015'], periods: 5 };

    const figures = await values(app, analyst, asked);

    expect(figures).toEqual({
      'Derby 2021': 642,
      'Derby 2022': 627,
      'Derby 2023': 620,
      'Derby 2024': 598,
      'Derby 2025': 545,
    });
  });

  test('children’s homes in the area', async () => {
    const figures = await values(app, analyst, { indicators: ['homes-in-area'] });

    expect(figures).toEqual({
      'Derby 2025': 36,
      'Derbyshire 2025': 73,
      'Nottingham 2025': 31,
      'Nottinghamshire 2025': 70,
    });
  });

  test('places in children’s homes in the area', async () => {
    const figures = await values(app, analyst, { indicators: ['home-places-in-area'] });

    expect(figures).toEqual({
      'Derby 2025': 132,
      'Derbyshire 2025': 271,
      'Nottingham 2025': 115,
      'Nottinghamshire 2025': 236,
    });
  });

  test('enquiries about fostering', async () => {
    const figures = await values(app, analyst, { indicators: ['fostering-enquiries'] });

    expect(figures).toEqual({
      'Derby 2018-19': 170,
      'Derbyshire 2018-19': 935,
      'Nottingham 2018-19': 360,
      'Nottinghamshire 2018-19': 130,
    });
  });
});

test('Birmingham and Sandwell have no enquiries of 2018-19: not available, with the reason, and not zero', async () => {
  const asked = {
    consortium: 'west-midlands',
    indicators: ['fostering-enquiries'],
    authorities: ['E08000025', 'E08000028', 'E08000026'],
  };

  const { cells } = await rowOf(app, 'hub-analyst.west-midlands', asked);

  expect(cells).toMatchObject([
    {
      subject: 'Birmingham',
      rank: null,
      figure: {
        value: null,
        symbol: 'x',
        text: 'x',
        why: expect.stringContaining('not available) for Birmingham throughout 2018-19'),
      },
    },
    {
      subject: 'Sandwell',
      rank: null,
      figure: {
        value: null,
        symbol: 'x',
        text: 'x',
        why: expect.stringContaining('not available) for Sandwell throughout 2018-19'),
      },
    },
    { subject: 'Coventry', rank: 1, figure: { value: 815, symbol: null, why: 'public' } },
  ]);
});

describe('a figure explains itself', () => {
  test('with what was counted, how settled it is, where it came from and of when', async () => {
    const { figure } = await cell(app, analyst, { indicators: ['cla-rate'] }, 'Derby');

    expect(figure).toEqual({
      value: 88,
      symbol: null,
      text: '88',
      unit: 'per 10,000 children',
      numerator: 545,
      denominator: 62113,
      status: 'FINAL',
      synthetic: false,
      why: 'public',
      provenance: {
        source: expect.stringMatching(/^Department for Education: /),
        vintage: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
        formula: null,
        recordedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/),
      },
    });
  });

  test('with its formula where the platform worked it out', async () => {
    const asked = { indicators: ['homes-good-or-outstanding-share'], comparators: ['consortium'] };

    const { figure } = await cell(app, analyst, asked, 'consortium');

    expect(figure).toMatchObject({
      value: 90.6,
      text: '90.6%',
      numerator: 174,
      denominator: 192,
      provenance: { formula: 'pooled over 4 authorities: 174 ÷ 192 × 100' },
    });
  });

  test('with its unit in its text', async () => {
    const figures = await texts(app, analyst, { indicators: ['residential-weekly-cost'] });

    expect(figures).toEqual({
      'Derby 2024-25': '£8,720',
      'Derbyshire 2024-25': '£6,510',
      'Nottingham 2024-25': '£6,335',
      'Nottinghamshire 2024-25': '£8,935',
    });
  });
});

describe('a rank', () => {
  const lowIsGood = {
    consortium: 'west-midlands',
    indicators: ['three-or-more-placements-share'],
    authorities: ['E06000051', 'E08000025', 'E08000028', 'E08000029', 'E10000031'],
  };

  test('is 1 for the lowest where low is good, and equal figures share the lower number', async () => {
    expect(await values(app, analyst, lowIsGood)).toEqual({
      'Shropshire 2025': 6,
      'Birmingham 2025': 9,
      'Sandwell 2025': 9,
      'Solihull 2025': 8,
      'Warwickshire 2025': 16,
    });
    expect(await ranks(app, analyst, lowIsGood)).toEqual({
      'Shropshire 2025': 1,
      'Birmingham 2025': 3,
      'Sandwell 2025': 3,
      'Solihull 2025': 2,
      'Warwickshire 2025': 5,
    });
  });

  test('is 1 for the highest where high is good, and comparators have none', async () => {
    const asked = { indicators: ['fostering-enquiries'], comparators: ['england', 'consortium'] };

    expect(await ranks(app, analyst, asked)).toEqual({
      'Derby 2018-19': 3,
      'Derbyshire 2018-19': 1,
      'Nottingham 2018-19': 2,
      'Nottinghamshire 2018-19': 4,
      'england 2018-19': null,
      'consortium 2018-19': null,
    });
  });

  test('does not exist where neither end is good', async () => {
    expect(await ranks(app, analyst, { indicators: ['cla-rate'] })).toEqual({
      'Derby 2025': null,
      'Derbyshire 2025': null,
      'Nottingham 2025': null,
      'Nottinghamshire 2025': null,
    });
  });

  test('counts only authorities with a value', async () => {
    const asked = { indicators: ['cla-outside-authority-share'] };

    expect(await ranks(app, analyst, asked)).toEqual({
      'Derby 2025': null,
      'Derbyshire 2025': 1,
      'Nottingham 2025': 3,
      'Nottinghamshire 2025': 1,
    });
  });
});

describe('a direction', () => {
  test('is better where a figure moved to its good end, and follows the period before it', async () => {
    const asked = {
      indicators: ['cla-over-20-miles-share'],
      authorities: ['E10000024'],
      comparators: ['england'],
      periods: 3,
    };

    expect(await values(app, analyst, asked)).toMatchObject({
      'Nottinghamshire 2023': 28,
      'Nottinghamshire 2024': 28,
      'Nottinghamshire 2025': 27,
    });
    expect(await directions(app, analyst, asked)).toMatchObject({
      'Nottinghamshire 2023': 'NONE',
      'Nottinghamshire 2024': 'SAME',
      'Nottinghamshire 2025': 'BETTER',
      'england 2025': 'SAME',
    });
  });

  test('is told for a single period too', async () => {
    const asked = { indicators: ['cla-over-20-miles-share'], comparators: ['consortium'] };

    expect(await directions(app, analyst, asked)).toEqual({
      'Derby 2025': 'WORSE',
      'Derbyshire 2025': 'WORSE',
      'Nottingham 2025': 'WORSE',
      'Nottinghamshire 2025': 'BETTER',
      'consortium 2025': 'SAME',
    });
  });

  test('is none without polarity, and none where either figure is a symbol', async () => {
    const asked = { authorities: ['E06000015'], period: '2025' };

    expect(await directions(app, analyst, { ...asked, indicators: ['cla-number'] })).toEqual({
      'Derby 2025': 'NONE',
    });
    expect(
      await directions(app, analyst, { ...asked, indicators: ['cla-outside-authority-share'] }),
    ).toEqual({ 'Derby 2025': 'NONE' });
  });
});

describe('columns', () => {
  const asked = {
    indicators: ['cla-outside-authority-share'],
    periods: 2,
    comparators: ['england', 'region'],
  };

  test('hold the same figures as the cells, subject by subject and period by period', async () => {
    const { cells, columns } = await rowOf(app, analyst, asked);

    expect(columns.values).toEqual(cells.map(({ figure }) => figure.value));
    expect(columns.symbols).toEqual(cells.map(({ figure }) => figure.symbol));
    expect(columns.values).toHaveLength(18);
  });

  test('name their subjects and periods once', async () => {
    const { columns } = await rowOf(app, analyst, { ...asked, comparators: ['england'] });

    expect(columns).toMatchObject({
      subjects: ['Derby', 'Derbyshire', 'Nottingham', 'Nottinghamshire', 'england'],
      codes: ['E06000015', 'E10000007', 'E06000018', 'E10000024', null],
      periods: ['2024', '2025'],
    });
  });
});

describe('what may be compared', () => {
  test('comes with the indicator’s cautions', async () => {
    const { comparable } = await rowOf(app, analyst, { indicators: ['fostering-enquiries'] });

    expect(comparable.comparable).toBe(true);
    expect(comparable.warnings).toContain(
      'No conversion may be worked out between enquiries, applications and approvals of one year: they are different households.',
    );
  });

  test('names the authorities that have no value', async () => {
    const { comparable } = await rowOf(app, analyst, {
      indicators: ['cla-outside-authority-share'],
    });

    expect(comparable.warnings).toContain('No value, so not ranked: Derby (confidential).');
  });

  test('is nothing where only one authority has a value', async () => {
    const { comparable } = await rowOf(app, analyst, {
      indicators: ['cla-outside-authority-share'],
      authorities: ['E06000015', 'E10000007'],
    });

    expect(comparable).toMatchObject({
      comparable: false,
      warnings: expect.arrayContaining([
        'Only one authority has a figure, so there is nothing to compare it with.',
      ]),
    });
  });
});

test('rows stand in the order asked for, each indicator once', async () => {
  const { rows } = await comparison(app, analyst, {
    indicators: ['homes-in-area', 'cla-rate', 'homes-in-area'],
  });

  expect(rows.map(({ indicator }) => indicator.key)).toEqual(['homes-in-area', 'cla-rate']);
});
