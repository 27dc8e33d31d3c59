import { describe, expect, test } from 'vitest';
import {
  brokenLinks,
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

type Rows = readonly (readonly (string | number)[])[];

const ages = (under1: number, upTo4: number, rest: number): Rows => [
  ['UNDER1', under1],
  ['1TO4', upTo4],
  ['5TO9', rest],
  ['TOTAL', under1 + upTo4 + rest],
];
const genders = (male: number, female: number): Rows => [
  ['1', male],
  ['2', female],
  ['TOTAL', male + female],
];

/** Three authorities, two tables of the same children. */
const three = [
  returned(first, { 'children-by-age': ages(2, 10, 30), 'children-by-gender': genders(20, 22) }),
  returned(second, { 'children-by-age': ages(3, 0, 41), 'children-by-gender': genders(21, 23) }),
  returned(third, { 'children-by-age': ages(9, 12, 8), 'children-by-gender': genders(15, 15) }),
];

const released = (returns = three) => {
  const { problem, finish } = problemOf(sourcesOf('placements', returns));
  return { problem, shown: textsOf(finish(shownByRule(problem))) };
};

describe('a release', () => {
  test('has each count of each authority and of all of them, totals from exact figures', () => {
    const { problem, shown } = released();

    expect(cellOf(problem, `children-by-age|UNDER1|${first}`)).toMatchObject({
      sum: 2,
      kind: 'published',
    });
    expect(cellOf(problem, 'children-by-age|UNDER1|consortium')).toMatchObject({ sum: 14 });
    expect(cellOf(problem, 'children-by-age|total|consortium')).toMatchObject({ sum: 115 });
    expect(shown).toMatchObject({
      [`children-by-age|UNDER1|${first}`]: 'c',
      [`children-by-age|1TO4|${second}`]: 0,
      [`children-by-age|total|${first}`]: 40,
      'children-by-age|UNDER1|consortium': 15,
      'children-by-age|total|consortium': 115,
    });
  });

  test('says that tables count the same children, or by how much they differ', () => {
    const { problem } = released();
    const differences = problem.links.map(({ difference }) => difference);

    expect(differences).toEqual([0, 0, -1]);
    expect(brokenLinks(problem)).toEqual([]);
  });

  test('has figures of all members together only where every member contributes', () => {
    const { problem, finish } = problemOf(sourcesOf('placements', three.slice(1)));
    const areas = new Set(finish(shownByRule(problem)).map(({ area }) => area));

    expect(areas).toEqual(new Set([second, third]));
  });

  test('does not tell what tables were not sent', () => {
    const { shown } = released();

    expect(shown[`cla-month-end||${first}`]).toBe('x');
    expect(shown['stability|children|consortium']).toBe('x');
  });

  test('has one cell of the problem for a figure that is in it twice', () => {
    const types = {
      'children-by-placement-type': [
        ['K3', 9],
        ['K2', 30],
        ['TOTAL', 39],
      ],
    };
    const { problem, finish } = problemOf(
      sourcesOf('placements', [returned(first, types)], { members: [first] }),
    );
    const supported = problem.cells.filter(({ of }) => of.length === 1).map(({ key }) => key);

    expect(supported).toContain(`children-by-placement-type|K3|${first}`);
    expect(supported).not.toContain(`cla-month-end-supported||${first}`);
    expect(textsOf(finish(shownByRule(problem)))).toMatchObject({
      [`cla-month-end-supported||${first}`]: 10,
      [`children-by-placement-type|K3|${first}`]: 10,
      'cla-month-end-supported||consortium': 10,
    });
  });
});

describe('what a return does not say', () => {
  const ageTable = (rows: Rows) =>
    released([returned(first, { 'children-by-age': rows }), ...three.slice(1)]);

  test('is zero where a total proves it', () => {
    const { shown } = ageTable([
      ['1TO4', 12],
      ['TOTAL', 12],
    ]);

    expect(shown[`children-by-age|UNDER1|${first}`]).toBe(0);
  });

  test('is not known where there is no total, and neither is any sum with it', () => {
    const { shown } = ageTable([['1TO4', 12]]);

    expect(shown).toMatchObject({
      [`children-by-age|1TO4|${first}`]: 10,
      [`children-by-age|UNDER1|${first}`]: 'x',
      [`children-by-age|total|${first}`]: 'x',
      'children-by-age|UNDER1|consortium': 'x',
    });
  });

  test('is not told either where a total tells how much it is, and bounds the rest', () => {
    const { problem, shown } = ageTable([
      ['1TO4', 12],
      ['5TO9', 'x'],
      ['TOTAL', 32],
    ]);

    expect(shown).toMatchObject({
      [`children-by-age|5TO9|${first}`]: 'x',
      [`children-by-age|UNDER1|${first}`]: 'x',
      [`children-by-age|total|${first}`]: 30,
      'children-by-age|total|consortium': 105,
    });
    expect(cellOf(problem, `children-by-age|total|${first}`)).toMatchObject({ sum: 32 });
  });

  test('is protected where the member itself keeps it back', () => {
    const { problem, shown } = ageTable([
      ['UNDER1', 'c'],
      ['1TO4', 12],
      ['5TO9', 0],
      ['10TO15', 0],
      ['16PLUS', 0],
      ['TOTAL', 23],
    ]);

    expect(cellOf(problem, `children-by-age|UNDER1|${first}`)).toMatchObject({
      kind: 'kept-back',
      sum: 11,
    });
    expect(shown).toMatchObject({
      [`children-by-age|UNDER1|${first}`]: 'c',
      [`children-by-age|total|${first}`]: 25,
      'children-by-age|UNDER1|consortium': 'x',
    });
  });

  test.each(['k', 'u'] as const)(
    'is protected, and c, where the member gives it as %s',
    (symbol) => {
      const { problem, shown } = released([
        returned(first, {
          'children-by-gender': [
            ['1', 91],
            ['2', symbol],
            ['9', 0],
            ['TOTAL', 92],
          ],
        }),
      ]);

      expect(cellOf(problem, `children-by-gender|2|${first}`)).toMatchObject({
        kind: 'kept-back',
        sum: 1,
      });
      expect(shown[`children-by-gender|2|${first}`]).toBe('c');
    },
  );

  test('is found in another table of the same children', () => {
    const { problem } = released([
      returned(first, {
        'children-by-age': [
          ['UNDER1', 'c'],
          ['1TO4', 12],
          ['5TO9', 0],
          ['10TO15', 0],
          ['16PLUS', 0],
        ],
        'children-by-gender': genders(10, 6),
      }),
    ]);

    expect(cellOf(problem, `children-by-age|UNDER1|${first}`)).toMatchObject({
      kind: 'kept-back',
      sum: 4,
    });
    expect(cellOf(problem, `children-by-age|total|${first}`)).toBeUndefined();
    expect(brokenLinks(problem)).toEqual([]);
  });

  test('a total that is not the sum of its parts stands as it is, and its difference is known', () => {
    const { problem } = ageTable([
      ['UNDER1', 9],
      ['1TO4', 12],
      ['5TO9', 0],
      ['10TO15', 0],
      ['16PLUS', 0],
      ['TOTAL', 20],
    ]);

    expect(cellOf(problem, `children-by-age|total|${first}`)).toMatchObject({ sum: 20 });
    expect(cellOf(problem, 'children-by-age|total|consortium')).toMatchObject({ sum: 93 });
    expect(problem.links.map(({ difference }) => difference)).toContain(1);
  });
});

describe('what is part of a whole', () => {
  test('is bound to it by what is left', () => {
    const { problem } = released([returned(first, { stability: [[90, 12, 30, 21]] })]);

    expect(cellOf(problem, `stability|three_or_more_placements|${first}`)).toMatchObject({
      sum: 12,
    });
    expect(problem.variables).toEqual([90, 12, 30, 21, 78, 60, 9]);
    expect(problem.links).toHaveLength(3);
    expect(brokenLinks(problem)).toEqual([]);
  });
});

describe('what the only home of an authority keeps back', () => {
  const home = (vacant: string | number) => ({
    homes: [['SC000001', 'CHILDRENS-HOME', 'PR4', 12, 12, 12]],
    'bed-states': [['SC000001', '2026-09-30', 9, 1, vacant, 1, '']],
  });
  const key = 'home-beds-vacant-month-end';

  test.each(['c', 'k', 'u'])('is protected like a small number: %s', (vacant) => {
    const { problem, finish } = problemOf(
      sourcesOf('beds', [returned(first, home(vacant))], { members: [first] }),
    );

    expect(problem.cells.filter(({ kind }) => kind === 'kept-back')).toMatchObject([
      { key: `${key}||${first}` },
    ]);
    expect(brokenLinks(problem)).toEqual([]);
    expect(textsOf(finish(shownByRule(problem)))[`${key}||${first}`]).toBe('c');
  });

  test('is not available where nobody knows it', () => {
    const { problem, finish } = problemOf(sourcesOf('beds', [returned(first, home('x'))]));

    expect(textsOf(finish(shownByRule(problem)))[`${key}||${first}`]).toBe('x');
  });
});

describe('a percentage', () => {
  const distance = (out: number, within: number): Rows => [
    ['OUT', 'UPTO20', out],
    ['IN', 'UPTO20', within],
    ['TOTAL', 'TOTAL', out + within],
  ];
  const share = (out: number, within: number) => {
    const returns = [returned(first, { 'children-by-distance': distance(out, within) })];
    return released(returns).shown[`cla-month-end-outside-area-share||${first}`];
  };

  test('is worked out from the counts that are printed', () => {
    // 23 of 78: printed 25 of 80.
    expect(share(23, 55)).toBe(31);
  });

  test('is c where one of its counts is', () => {
    expect(share(7, 55)).toBe('c');
  });

  test('of nothing is none, and nothing does not apply', () => {
    expect(share(0, 55)).toBe(0);
    expect(share(0, 0)).toBe('z');
  });
});

describe('money', () => {
  const cost = (children: number, weekly: number) => ({
    'weekly-cost': [
      ['RESIDENTIAL', 'PR4', children, weekly],
      ['TOTAL', 'TOTAL', children, weekly],
    ],
  });
  const key = 'residential-weekly-cost-month';
  const average = (...paid: readonly (readonly [number, number])[]) => {
    const returns = [first, second, third].map((code, nth) => {
      const [children = 0, weekly = 0] = paid[nth] ?? [];
      return returned(code, cost(children, weekly));
    });
    const { problem, finish } = problemOf(sourcesOf('costs', returns));
    return textsOf(finish(shownByRule(problem)));
  };

  test('is told of all members together, and of none by itself', () => {
    const shown = average([10, 50_000], [12, 66_000], [9, 46_000]);

    expect(shown[`${key}||consortium`]).toBe(5226);
    expect(shown[`${key}||${first}`]).toBe('c');
  });

  test('is not told where the second largest could work out the largest', () => {
    expect(average([10, 50_000], [12, 66_000], [1, 5_000])[`${key}||consortium`]).toBe('c');
  });

  test('is not told where somebody is shown two members’ exactly, and could take them off', () => {
    const returns = [first, second, third].map((code) => returned(code, cost(10, 50_000)));
    const shownTo = (organisation: string, ...authorities: readonly string[]) => {
      const insiders = [{ organisation, authorities }];
      const { problem, finish } = problemOf(sourcesOf('costs', returns, { insiders }));
      return textsOf(finish(shownByRule(problem)))[`${key}||consortium`];
    };

    expect(shownTo('hub', first)).toBe(5000);
    expect(shownTo('hub', first, second)).toBe('c');
    expect(shownTo(`${first}'s`, second)).toBe('c');
    expect(shownTo('hub', first, second, third)).toBe(5000);
  });

  test('is not told of so few children that their number is not', () => {
    expect(average([2, 10_000], [2, 11_000], [3, 16_000])[`${key}||consortium`]).toBe('c');
  });

  test('is not told where its publisher suppressed one member’s', () => {
    const returns = [first, second, third].map((code, nth) =>
      returned(code, cost(10 + nth, 50_000 + nth)),
    );
    const published = [
      {
        indicator: 'residential-weekly-cost-month',
        authority: first,
        value: null,
        symbol: 'c',
      } as const,
    ];
    const { problem, finish } = problemOf(sourcesOf('costs', returns, { published }));

    expect(textsOf(finish(shownByRule(problem)))[`${key}||consortium`]).toBe('c');
  });

  test('is not told where an earlier release differs from it by one member’s', () => {
    const [one, two, three, corrected] = [
      returned(first, cost(10, 50_000)),
      returned(second, cost(12, 66_000)),
      returned(third, cost(9, 46_000)),
      returned(third, cost(10, 52_000)),
    ];
    const earlier = {
      release: 'd2n2/costs/2026-09/members/1',
      rule: { minimumCount: 8, rounding: 5 },
      returns: [one, two, three],
      shown: new Map([[`${key}||consortium`, 5226]]),
    };
    const { problem, finish } = problemOf(
      sourcesOf('costs', [one, two, corrected], { earlier: [earlier] }),
    );

    expect(textsOf(finish(shownByRule(problem)))[`${key}||consortium`]).toBe('c');
  });
});
