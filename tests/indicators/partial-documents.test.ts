import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';

const app = await testApp();
const analyst = 'hub-analyst.d2n2';

describe('a document that asks for less', () => {
  const input = {
    consortium: 'd2n2',
    indicators: ['cla-over-20-miles-share'],
    authorities: ['E06000015'],
    comparators: ['england'],
  };
  const ask = (selection: string, fragments = '') =>
    app.as(
      analyst,
      `query Less($input: ComparisonInput!) { comparison(input: $input) ${selection} } ${fragments}`,
      { input },
    );

  test('for counts only, gets them', async () => {
    expect((await ask('{ rows { cells { figure { numerator denominator } } } }')).data).toEqual({
      comparison: {
        rows: [
          {
            cells: [
              { figure: { numerator: 185, denominator: 545 } },
              { figure: { numerator: null, denominator: 81770 } },
            ],
          },
        ],
      },
    });
  });

  test('for directions only, gets them', async () => {
    expect((await ask('{ rows { cells { direction } } }')).data).toEqual({
      comparison: { rows: [{ cells: [{ direction: 'WORSE' }, { direction: 'SAME' }] }] },
    });
  });

  test('behind fragments, aliases and directives, gets the same', async () => {
    const fragments = `
      fragment row on ComparisonRow { all: cells { ...cell @include(if: true) } }
      fragment cell on ComparisonCell { what: figure { ... { how: numerator provenance { vintage } } } }`;

    expect((await ask('{ lines: rows { ...row } }', fragments)).data).toMatchObject({
      comparison: {
        lines: [
          {
            all: [
              { what: { how: 185, provenance: { vintage: '2025-03-31' } } },
              { what: { how: null } },
            ],
          },
        ],
      },
    });
  });

  test('for columns only, gets them', async () => {
    expect((await ask('{ periods rows { columns { values symbols } } }')).data).toEqual({
      comparison: {
        periods: ['2025'],
        rows: [{ columns: { values: [34, 22], symbols: [null, null] } }],
      },
    });
  });

  test('for whether it may be compared only, gets it', async () => {
    expect((await ask('{ rows { comparable { comparable } } }')).data).toEqual({
      comparison: { rows: [{ comparable: { comparable: false } }] },
    });
  });

  test('twice in one document, for different things, gets each', async () => {
    const document = `query Twice($input: ComparisonInput!) {
      short: comparison(input: $input) { rows { columns { values } } }
      long: comparison(input: $input) { rows { cells { figure { numerator } direction } } }
    }`;

    expect((await app.as(analyst, document, { input })).data).toMatchObject({
      short: { rows: [{ columns: { values: [34, 22] } }] },
      long: { rows: [{ cells: [{ figure: { numerator: 185 }, direction: 'WORSE' }, {}] }] },
    });
  });
});
