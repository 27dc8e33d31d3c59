import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { cell, rowOf, texts, values } from '../testkit/comparing.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';

describe('comparators of D2N2’s rate of children looked after', () => {
  test('England and the consortium stand once, and belong to nobody', async () => {
    const { cells } = await rowOf(app, analyst, {
      indicators: ['cla-rate'],
      comparators: ['england', 'consortium'],
    });

    expect(cells.slice(4)).toMatchObject([
      { subject: 'england', code: null, of: null, rank: null, figure: { value: 67 } },
      { subject: 'consortium', code: null, of: null, rank: null, figure: { value: 68 } },
    ]);
  });

  test('region and statistical neighbours stand once for each authority, and say for which', async () => {
    const asked = {
      indicators: ['cla-rate'],
      authorities: ['E06000015', 'E10000020'],
      comparators: ['region', 'statistical-neighbours'],
    };

    expect(await texts(app, analyst, asked)).toEqual({
      'Derby 2025': '88',
      'Norfolk 2025': '62',
      'region of E06000015 2025': '62',
      'region of E10000020 2025': '49',
      'statistical-neighbours of E06000015 2025': '92',
      'statistical-neighbours of E10000020 2025': '61',
    });
  });

  test('the consortium’s rate is pooled from the counts of all members', async () => {
    const asked = { indicators: ['cla-rate'], comparators: ['consortium'] };

    const { figure } = await cell(app, analyst, asked, 'consortium');

    expect(figure).toMatchObject({ value: 68, numerator: 3109, denominator: 458554 });
  });

  test('the consortium’s count is the sum of its members', async () => {
    const asked = { indicators: ['cla-number'], comparators: ['consortium'] };

    expect(await values(app, analyst, asked)).toMatchObject({ 'consortium 2025': 3109 });
  });

  test('owners with homes in several areas count once in the consortium', async () => {
    const asked = { indicators: ['home-providers-in-area'], comparators: ['consortium'] };

    expect(await values(app, analyst, asked)).toMatchObject({ 'consortium 2025': 84 });
  });
});

describe('the mean of statistical neighbours', () => {
  test('is simple, over the ten of the newest model', async () => {
    const neighbours = [
      'E08000026',
      'E08000001',
      'E08000030',
      'E06000045',
      'E08000034',
      'E06000031',
      'E08000005',
      'E08000039',
      'E08000008',
      'E06000021',
    ];
    const ofDerby = { indicators: ['cla-number'], authorities: ['E06000015'] };
    const asked = { ...ofDerby, comparators: ['statistical-neighbours'] };

    const { figure } = await cell(app, analyst, asked, 'statistical-neighbours');
    const each = await values(app, analyst, { ...ofDerby, authorities: neighbours });

    expect(figure).toMatchObject({
      value: 630.2,
      numerator: null,
      denominator: null,
      provenance: { formula: 'mean of 10 statistical neighbours' },
    });
    expect(Object.values(each)).toEqual([684, 590, 578, 460, 641, 416, 594, 624, 652, 1063]);
  });

  test('leaves out neighbours without a value, and says how many there were', async () => {
    const asked = {
      indicators: ['fostering-enquiries'],
      authorities: ['E06000018'],
      comparators: ['statistical-neighbours'],
    };

    const { figure } = await cell(app, analyst, asked, 'statistical-neighbours');

    expect(figure.provenance.formula).toBe('mean of 8 of 10 statistical neighbours');
  });
});

describe('a consortium with a member missing', () => {
  test('has no total: not available, naming the member', async () => {
    const { figure } = await cell(
      app,
      'hub-analyst.west-midlands',
      {
        consortium: 'west-midlands',
        indicators: ['fostering-enquiries'],
        comparators: ['consortium'],
      },
      'consortium',
    );

    expect(figure).toMatchObject({
      value: null,
      symbol: 'x',
      numerator: null,
      denominator: null,
      why: 'public: Not every member has a figure that can be combined: Birmingham and Sandwell',
    });
  });
});

describe('authorities outside the consortium', () => {
  test('show their public figures beside the consortium’s', async () => {
    const asked = {
      indicators: ['cla-rate'],
      authorities: ['E09000033', 'E10000020', 'E06000015'],
      comparators: ['consortium'],
    };

    expect(await values(app, analyst, asked)).toEqual({
      'Westminster 2025': 62,
      'Norfolk 2025': 62,
      'Derby 2025': 88,
      'consortium 2025': 68,
    });
  });

  test('may be named by the code they had before, and stand once under today’s', async () => {
    const { cells } = await rowOf(app, analyst, {
      indicators: ['cla-rate'],
      authorities: ['E08000016', 'E08000019', 'E08000038'],
    });

    expect(cells).toMatchObject([
      { subject: 'Barnsley', code: 'E08000038', figure: { value: 71 } },
      { subject: 'Sheffield', code: 'E08000039', figure: { value: 54 } },
    ]);
    expect(cells).toHaveLength(2);
  });
});

test('any account may name any consortium', async () => {
  const asked = {
    indicators: ['cla-rate'],
    authorities: ['E06000015'],
    comparators: ['consortium'],
  };

  expect(
    await values(app, 'commissioner.norfolk', { ...asked, consortium: 'west-midlands' }),
  ).toEqual({ 'Derby 2025': 88, 'consortium 2025': 86 });
  expect(await values(app, 'provider.brook-lane-care', asked)).toEqual({
    'Derby 2025': 88,
    'consortium 2025': 68,
  });
});
