import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';

const app = await testApp();

const OVERVIEW = `query Overview($consortium: String!) {
  overview(consortium: $consortium) {
    headline
    standouts {
      kind indicator { key } authority { name } period
      figure { text } against { text } againstSubject sentence
    }
    keyFigures { periods rows { indicator { key } columns { subjects } } }
  }
}`;

interface Standout {
  readonly kind: string;
  readonly [further: string]: unknown;
}

async function overviewOf(consortium: string) {
  const { data } = await app.as<{
    overview: {
      headline: string;
      standouts: Standout[];
      keyFigures: {
        periods: string[];
        rows: { indicator: { key: string }; columns: { subjects: string[] } }[];
      };
    };
  }>('hub-analyst.d2n2', OVERVIEW, { consortium });
  if (!data) throw new Error(`There is no overview of ${consortium}.`);
  return data.overview;
}

describe('the overview of D2N2', () => {
  test('opens with how many children and places there are', async () => {
    const { headline } = await overviewOf('d2n2');

    expect(headline).toContain('The 4 authorities of D2N2 look after 3,109 children');
    expect(headline).toContain('754 places');
  });

  test('has two of each that stand out: best, worst, most improved and most worsened', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts.map(({ kind }) => kind)).toEqual([
      'BEST',
      'BEST',
      'WORST',
      'WORST',
      'MOST_IMPROVED',
      'MOST_IMPROVED',
      'MOST_WORSENED',
      'MOST_WORSENED',
    ]);
  });

  test('the best is lowest where low is good, and says against what', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts[0]).toEqual({
      kind: 'BEST',
      indicator: { key: 'three-or-more-placements-share' },
      authority: { name: 'Nottinghamshire' },
      period: '2025',
      figure: { text: '5%' },
      against: { text: '10%' },
      againstSubject: 'England',
      sentence: expect.stringMatching(/^Nottinghamshire: .*5%.*10%.*England.*2025/),
    });
  });

  test('the worst is highest there', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts[2]).toMatchObject({
      kind: 'WORST',
      indicator: { key: 'cla-over-20-miles-share' },
      authority: { name: 'Derby' },
      figure: { text: '34%' },
      against: { text: '22%' },
    });
  });

  test('the biggest movers are set against their own figure before', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts).toContainEqual(
      expect.objectContaining({
        kind: 'MOST_IMPROVED',
        indicator: { key: 'three-or-more-placements-share' },
        authority: { name: 'Derby' },
        figure: { text: '8%' },
        against: { text: '11%' },
        againstSubject: 'Derby, 2024',
      }),
    );
  });

  test('sets no count against England, and ranks nothing without a good end', async () => {
    const keys = JSON.stringify((await overviewOf('west-midlands')).standouts);

    expect(keys).not.toMatch(/"(cla-number|cla-rate|homes-in-area|residential-weekly-cost)"/);
  });

  test('has the key figures of every member, beside consortium and England', async () => {
    const { keyFigures } = await overviewOf('d2n2');

    expect(keyFigures.periods).toEqual(['2024', '2025']);
    expect(keyFigures.rows.map(({ indicator }) => indicator.key)).toEqual(
      expect.arrayContaining(['cla-number', 'cla-rate', 'homes-in-area', 'home-places-in-area']),
    );
    expect(keyFigures.rows[0]?.columns.subjects).toEqual([
      'Derby',
      'Derbyshire',
      'Nottingham',
      'Nottinghamshire',
      'consortium',
      'england',
    ]);
  });
});
