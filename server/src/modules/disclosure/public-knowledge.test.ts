import { describe, expect, test } from 'vitest';
import {
  cellOf,
  first,
  returned,
  second,
  shownByRule,
  sourcesOf,
  textsOf,
  third,
} from './problem-of.fixture.ts';
import { problemOf } from './problem-of.ts';
import { publicDayOf, saidOf } from './public-knowledge.ts';

const tables = {
  'children-by-placement-type': [
    ['U4', 300],
    ['TOTAL', 300],
  ],
  'children-by-distance': [
    ['OUT', 'UPTO20', 70],
    ['OUT', 'OVER20', 40],
    ['IN', 'UPTO20', 190],
    ['TOTAL', 'TOTAL', 300],
  ],
};
const returns = [first, second, third].map((code) => returned(code, tables));

const about = (indicator: string, value: number | null) => {
  const figure = {
    indicator,
    authority: first,
    value,
    symbol: value === null ? 'c' : null,
  } as const;
  const { problem, finish } = problemOf(sourcesOf('placements', returns, { published: [figure] }));
  return { problem, shown: textsOf(finish(shownByRule(problem))) };
};

describe('a published figure', () => {
  test('is known to everybody', () => {
    const { problem } = about('cla-month-end', 301);

    expect(cellOf(problem, `children-by-placement-type|total|${first}`)).toMatchObject({
      known: true,
    });
    expect(cellOf(problem, `children-by-placement-type|total|${second}`)).toMatchObject({
      known: false,
    });
  });

  test('that is a share tells both its counts', () => {
    const { problem } = about('cla-month-end-outside-area-share', 37);

    const known = problem.cells.filter((cell) => cell.known);
    expect(known.map(({ key }) => key)).toEqual([
      `children-by-distance|OUT|total|${first}`,
      `children-by-distance|total|total|${first}`,
    ]);
  });
});

describe('a figure that its publisher suppressed', () => {
  const { shown } = about('cla-month-end-outside-area-share', null);

  test('is c, and so are its count and that of all members', () => {
    expect(shown).toMatchObject({
      [`cla-month-end-outside-area-share||${first}`]: 'c',
      [`children-by-distance|OUT|total|${first}`]: 'c',
      'cla-month-end-outside-area-share||consortium': 'c',
      'children-by-distance|OUT|total|consortium': 'c',
    });
  });

  test('cannot be worked out from what is left of all children', () => {
    expect(shown).toMatchObject({
      [`children-by-distance|IN|total|${first}`]: 'c',
      [`children-by-distance|OUT|OVER20|${first}`]: 'c',
      [`children-by-distance|total|OVER20|${first}`]: 40,
      [`children-by-distance|total|total|${first}`]: 300,
      [`children-by-distance|OUT|total|${second}`]: 110,
    });
  });

  test('that counts all children is kept back in every table of them', () => {
    const { shown: counted } = about('cla-month-end', null);

    expect(counted).toMatchObject({
      [`cla-month-end||${first}`]: 'c',
      [`children-by-placement-type|total|${first}`]: 'c',
      [`children-by-distance|total|total|${first}`]: 'c',
      'children-by-distance|total|total|consortium': 'c',
    });
  });
});

describe('an earlier release beside a figure that its publisher has suppressed since', () => {
  const unknown = (count: number) =>
    returned(first, {
      'children-by-distance': [
        ['OUT', 'NK', count],
        ['IN', 'UPTO20', 190],
        ['TOTAL', 'TOTAL', 190 + count],
      ],
    });
  const problem = () =>
    problemOf(
      sourcesOf('placements', [unknown(4), ...returns.slice(1)], {
        published: [
          {
            indicator: 'cla-month-end-outside-area-share',
            authority: first,
            value: null,
            symbol: 'c',
          },
        ],
        earlier: [
          {
            release: 'before',
            rule: { minimumCount: 8, rounding: 5 },
            returns: [unknown(3), ...returns.slice(1)],
            shown: new Map<string, number | 'c'>([
              [`children-by-distance|OUT|OVER20|${first}`, 0],
              [`children-by-distance|OUT|NK|${first}`, 'c'],
              ['children-by-distance|OUT|NK|consortium', 'c'],
            ]),
          },
        ],
      }),
    ).problem;

  test('cannot take back a 0', () => {
    const cell = cellOf(problem(), `children-by-distance|OUT|OVER20|${first}`);

    expect(cell).toMatchObject({ sum: 0, kind: 'kept-back' });
    expect(cell).not.toHaveProperty('earlier');
  });

  test('goes on to be protected, but for what is c of all members only to protect it', () => {
    const before = problem().cells.filter(({ key }) => key.endsWith('|before'));

    expect(before.map(({ key, kind }) => [key, kind])).toEqual([
      [`children-by-distance|OUT|NK|${first}|before`, 'kept-back'],
    ]);
  });
});

describe('31 March', () => {
  test('is told of by the months up to two before and after it', () => {
    const months = ['2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

    const [before, ...near] = months.map(publicDayOf);

    expect([before, near.pop()]).toEqual([null, null]);
    expect(new Set(near)).toEqual(new Set(['2025-03-31']));
  });

  test('is known in its own month only; what was suppressed is kept back around it too', () => {
    const figure = { indicator: 'cla-month-end', authority: first };
    const figures = [
      { ...figure, value: 301, symbol: null },
      { ...figure, value: null, symbol: 'c' as const },
    ];

    expect(saidOf('2025-03', figures)).toEqual(figures);
    expect(saidOf('2025-02', figures)).toEqual(figures.slice(1));
    expect(saidOf('2025-04', figures)).toEqual(figures.slice(1));
  });
});
