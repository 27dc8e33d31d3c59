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
    inYear { rows { indicator { key collected } columns { subjects symbols } } }
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
      inYear: {
        rows: {
          indicator: { key: string; collected: boolean };
          columns: { subjects: string[]; symbols: string[] };
        }[];
      };
    };
  }>('hub-analyst.d2n2', OVERVIEW, { consortium });
  if (!data) throw new Error(`There is no overview of ${consortium}.`);
  return data.overview;
}

describe('the overview of D2N2', () => {
  test('opens with how many children and places there are', async () => {
    const { headline } = await overviewOf('d2n2');

    expect(headline).toContain('D2N2: 4 authorities look after 3,109 children');
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

  test('the best is highest where high is good, and says against what', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts[0]).toEqual({
      kind: 'BEST',
      indicator: { key: 'same-placement-two-years-share' },
      authority: { name: 'Nottinghamshire' },
      period: '2025',
      figure: { text: '86%' },
      against: { text: '69%' },
      againstSubject: 'England',
      sentence:
        'Nottinghamshire: Children with the same carer for at least two years, 86% (242 of 283), against 69% in England in 2025.',
    });
  });

  test('the worst is highest where low is good', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts[2]).toMatchObject({
      kind: 'WORST',
      indicator: { key: 'cla-outside-authority-share' },
      authority: { name: 'Nottingham' },
      figure: { text: '62%' },
      against: { text: '44%' },
    });
  });

  test('the biggest movers are set against their own figure before, the widest first', async () => {
    const { standouts } = await overviewOf('d2n2');

    expect(standouts[4]).toMatchObject({
      kind: 'MOST_IMPROVED',
      indicator: { key: 'same-placement-two-years-share' },
      authority: { name: 'Derby' },
      figure: { text: '75%' },
      against: { text: '64%' },
      againstSubject: 'Derby, 2024',
    });
  });

  test('makes nothing of a share of a few', async () => {
    // Solihull has five homes with a judgement, of which three are good: furthest from England of all.
    expect(JSON.stringify(await overviewOf('west-midlands'))).not.toContain('3 of 5');
  });

  test('names each indicator once of each kind', async () => {
    const { standouts } = await overviewOf('west-midlands');
    const named = standouts.map(({ kind, indicator }) => `${kind} ${JSON.stringify(indicator)}`);

    expect(named).toEqual([...new Set(named)]);
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

  test('has in-year figures of members and consortium, apart from what is published', async () => {
    const { inYear } = await overviewOf('d2n2');

    expect(inYear.rows.map(({ indicator }) => indicator)).toEqual(
      expect.arrayContaining([{ key: 'cla-month-end', collected: true }]),
    );
    expect(inYear.rows.filter(({ indicator }) => !indicator.collected)).toEqual([]);
    expect(inYear.rows[0]?.columns.subjects).toEqual([
      'Derby',
      'Derbyshire',
      'Nottingham',
      'Nottinghamshire',
      'consortium',
    ]);
  });
});
