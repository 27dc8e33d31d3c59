import { describe, expect, test } from 'vitest';
import {
  brokenLinks,
  cellOf,
  first,
  returned,
  second,
  sourcesOf,
  third,
} from './problem-of.fixture.ts';
import { problemOf } from './problem-of.ts';
import { protect } from './protect.ts';
import type { ContributedReturn, EarlierRelease } from './release-contents.ts';

const genders = (male: number, female: number) => ({
  'children-by-gender': [
    ['1', male],
    ['2', female],
    ['TOTAL', male + female],
  ],
});
const before = [
  returned(first, genders(7, 20)),
  returned(second, genders(12, 13)),
  returned(third, genders(31, 32)),
];

const earlier = (shown: EarlierRelease['shown'], returns = before): EarlierRelease => ({
  release: 'd2n2/placements/2026-09/members/1',
  rule: { minimumCount: 8, rounding: 5 },
  returns,
  shown,
});
const problemAfter = (
  returns: readonly ContributedReturn[],
  ...releases: readonly EarlierRelease[]
) => problemOf(sourcesOf('placements', returns, { earlier: releases })).problem;

describe('an earlier release', () => {
  test('bounds the figures of today that were not revised', () => {
    const revised = [returned(first, genders(9, 20)), ...before.slice(1)];
    const shown = new Map<string, number | 'c'>([
      [`children-by-gender|1|${first}`, 'c'],
      [`children-by-gender|2|${first}`, 20],
    ]);
    const problem = problemAfter(revised, earlier(shown));

    expect(cellOf(problem, `children-by-gender|2|${first}`)?.earlier).toEqual([
      { least: 18, most: 22 },
    ]);
    expect(cellOf(problem, `children-by-gender|1|${first}`)).not.toHaveProperty('earlier');
  });

  test('that kept a 0 back says nothing of it', async () => {
    const none = [returned(first, genders(0, 20)), ...before.slice(1)];
    const shown = new Map([[`children-by-gender|1|${first}`, 'c'] as const]);
    const problem = problemAfter(none, earlier(shown, none));

    expect(cellOf(problem, `children-by-gender|1|${first}`)?.earlier).toEqual([
      { least: 0, most: null },
    ]);
    await expect(protect(problem)).resolves.toBeDefined();
  });

  test('goes on to be protected beside what was revised since, and shares what was not', () => {
    const revised = [returned(first, genders(9, 20)), ...before.slice(1)];
    const shown = new Map<string, number | 'c'>([
      [`children-by-gender|1|${first}`, 'c'],
      ['children-by-gender|total|consortium', 115],
    ]);
    const release = earlier(shown);
    const problem = problemAfter(revised, release);
    const [then, now] = [`|${release.release}`, ''].map((suffix) =>
      cellOf(problem, `children-by-gender|total|consortium${suffix}`),
    );

    expect(cellOf(problem, `children-by-gender|1|${first}|${release.release}`)).toMatchObject({
      sum: 7,
      kind: 'kept-back',
      earlier: [{ least: 1, most: null }],
    });
    expect(then).toMatchObject({ sum: 115, kind: 'hidden', earlier: [{ least: 113, most: 117 }] });
    expect(then?.of.filter((variable) => !now?.of.includes(variable))).toHaveLength(1);
    expect(brokenLinks(problem)).toEqual([]);
  });

  test.each([
    [8, 'kept-back'],
    [12, 'kept-back'],
    [13, 'published'],
    [0, 'published'],
  ] as const)('that was c: %d today is %s', (now, kind) => {
    const revised = [
      returned(first, genders(now, 20)),
      returned(second, genders(0, 13)),
      returned(third, genders(0, 32)),
    ];
    const keys = [`children-by-gender|1|${first}`, 'children-by-gender|1|consortium'];
    const then = [returned(first, genders(7, 20)), ...revised.slice(1)];
    const shown = new Map(keys.map((key) => [key, 'c' as const]));

    const problem = problemAfter(revised, earlier(shown, then));

    expect(keys.map((key) => cellOf(problem, key)?.kind)).toEqual([kind, kind]);
    expect(cellOf(problem, keys[0] ?? '')).toMatchObject({ sum: now, kind });
  });

  test('is known exactly to the organisation that revised it, before and after', () => {
    const revised = [returned(first, genders(9, 20)), ...before.slice(1)];
    const { attackers, variables } = problemAfter(revised, earlier(new Map()));
    const own = attackers.find(({ name }) => name === `${first}'s`)?.knows ?? [];

    expect(own.map((variable) => variables[variable])).toEqual([9, 20, 0, 7]);
  });

  test('where two versions tell too much, what was revised of all members can be kept back', () => {
    const revised = [returned(first, genders(9, 20)), ...before.slice(1)];
    const shown = new Map([
      ['children-by-gender|1|consortium', 50],
      ['children-by-gender|2|consortium', 65],
    ]);
    const problem = problemOf(
      sourcesOf('placements', revised, { earlier: [earlier(shown)], withholdRevised: true }),
    ).problem;

    expect(cellOf(problem, 'children-by-gender|1|consortium')?.kind).toBe('hidden');
    expect(cellOf(problem, 'children-by-gender|2|consortium')?.kind).toBe('published');
  });

  test('that kept back a large figure of all members said nothing of it', () => {
    const problem = problemAfter(
      before,
      earlier(new Map([['children-by-gender|1|consortium', 'c' as const]])),
    );

    expect(cellOf(problem, 'children-by-gender|1|consortium')).not.toHaveProperty('earlier');
  });

  test('goes on to be protected where an authority is no longer in it', () => {
    const shown = new Map<string, number | 'c'>([
      [`children-by-gender|1|${first}`, 'c'],
      [`children-by-gender|2|${first}`, 20],
      ['children-by-gender|1|consortium', 50],
    ]);
    const release = earlier(shown);
    const problem = problemAfter(before.slice(1), release);

    expect(cellOf(problem, `children-by-gender|1|${first}|${release.release}`)).toMatchObject({
      sum: 7,
      kind: 'kept-back',
    });
    expect(cellOf(problem, `children-by-gender|2|${first}|${release.release}`)).toMatchObject({
      sum: 20,
      kind: 'hidden',
      earlier: [{ least: 18, most: 22 }],
    });
    expect(cellOf(problem, `children-by-gender|1|consortium|${release.release}`)).toMatchObject({
      sum: 50,
      kind: 'hidden',
    });
    expect(problem.attackers.map(({ name }) => name)).toContain(`${first}'s`);
  });

  test('of a figure that is not known today bounds the sum it is part of', () => {
    const unknown = [
      returned(first, {
        'children-by-gender': [
          ['1', 'x'],
          ['2', 20],
        ],
      }),
      ...before.slice(1),
    ];
    const release = earlier(new Map([['children-by-gender|1|consortium', 50]]));
    const problem = problemAfter(unknown, release);

    expect(cellOf(problem, `children-by-gender|1|consortium|${release.release}`)).toMatchObject({
      sum: 50,
      kind: 'hidden',
      earlier: [{ least: 48, most: 52 }],
    });
  });

  test('and the one before it bound the same figure', () => {
    const key = `children-by-gender|2|${first}`;
    const stricter = { ...earlier(new Map([[key, 20]])), rule: { minimumCount: 10, rounding: 10 } };
    const problem = problemAfter(before, earlier(new Map([[key, 20]])), stricter);

    expect(cellOf(problem, key)?.earlier).toEqual([
      { least: 18, most: 22 },
      { least: 15, most: 24 },
    ]);
  });
});
