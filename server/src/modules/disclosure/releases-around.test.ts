import { describe, expect, test } from 'vitest';
import {
  brokenLinks,
  first,
  period,
  returned,
  second,
  sourcesOf,
  third,
} from './problem-of.fixture.ts';
import { problemOf } from './problem-of.ts';
import { protect } from './protect.ts';
import type { ReleaseAround } from './release-contents.ts';
import { cellKey } from './release-contents.ts';

/** Foster households of an authority at month end, and how many came and left. */
const filed = (
  authority: string,
  of: string,
  [held, came, left]: readonly [number, number, number],
) =>
  returned(
    authority,
    {
      'households-and-places': [
        ['MAINSTREAM', held, held, held, 0, 0],
        ['TOTAL', held, held, held, 0, 0],
      ],
      recruitment: [
        ['APPROVAL', 'MAINSTREAM', came],
        ['APPROVAL', 'TOTAL', came],
      ],
      'deregistrations-by-reason': [
        ['VOLUNTARY', left],
        ['TOTAL', left],
      ],
    },
    { month: of },
  );

const now = [
  filed(first, period, [41, 2, 0]),
  filed(second, period, [60, 10, 12]),
  filed(third, period, [80, 20, 10]),
];
const stock = 'fostering-households-month-end';

/** A release of another month in which the first authority shows its stock. */
const around = (
  of: string,
  held: number,
  figures: readonly [number, number, number],
): ReleaseAround => ({
  release: of,
  dataset: 'fostering',
  period: of,
  rule: { minimumCount: 8, rounding: 5 },
  returns: [filed(first, of, figures)],
  shown: new Map([[cellKey({ table: stock, codes: '', area: first }), held]]),
});

const released = (...releases: readonly ReleaseAround[]) =>
  problemOf(sourcesOf('fostering', now, { around: releases }));

/** What is shown of the first authority's stock. */
async function shownBeside(...releases: readonly ReleaseAround[]) {
  const { problem, finish } = released(...releases);
  const { shown } = await protect(problem);
  const cell = finish(shown).find(({ indicator, area }) => indicator === stock && area === first);
  return cell?.value ?? cell?.symbol;
}

describe('a release beside one of', () => {
  test('the month before keeps back a stock that would tell how many came', async () => {
    expect(await shownBeside()).toBe(40);
    // Of 38 to 42 then and now, 39 and 41: at most four came.
    expect(await shownBeside(around('2026-08', 40, [39, 0, 0]))).toBe('c');
  });

  test('the month after keeps back a stock that would tell how many came then', async () => {
    const came = cellKey({ table: 'fostering-approvals-month', codes: '', area: first });
    const left = cellKey({ table: 'fostering-deregistrations-month', codes: '', area: first });
    const after = around('2026-10', 40, [42, 1, 0]);

    expect(await shownBeside(after)).toBe(40);
    const shown = new Map<string, number | 'c'>([
      [came, 'c'],
      [left, 0],
    ]);
    expect(
      await shownBeside({ ...after, shown: new Map([...after.shown, ...shown] as const) }),
    ).toBe('c');
  });

  test('another month counts versions that this one follows from; where none does, everybody knows how far it is off', () => {
    const [fitting, other] = [around('2026-08', 40, [39, 0, 0]), around('2026-08', 30, [30, 0, 0])];
    const off = (...releases: readonly ReleaseAround[]) =>
      released(...releases).problem.links.flatMap(({ difference }) => difference || []);

    expect(off(fitting, other)).toEqual([]);
    expect(off(other)).toEqual([9]);
    expect(brokenLinks(released(fitting, other).problem)).toEqual([]);
  });

  test('another month is known to whom it is about', () => {
    const { problem } = released(around('2026-08', 40, [39, 0, 0]));
    const cell = problem.cells.find(({ key }) => key.endsWith('|2026-08'));
    const knowing = problem.attackers.filter(({ knows }) =>
      cell?.of.every((each) => knows.includes(each)),
    );

    expect(cell).toMatchObject({ kind: 'hidden', earlier: [{ least: 38, most: 42 }] });
    expect(knowing.filter(({ kind }) => kind === 'member')).toMatchObject([{ name: `${first}'s` }]);
  });

  test('what placements cost keeps back what that would tell of the same children', async () => {
    const placed = (carers: number, homes: number) => ({
      'children-by-placement-type': [
        ['U4', carers],
        ['K2', homes],
        ['TOTAL', carers + homes],
      ],
    });
    const cost = (carers: number, homes: number) => ({
      'weekly-cost': [
        ['FOSTER', 'PR4', carers, 100],
        ['RESIDENTIAL', 'PR4', homes, 100],
        ['TOTAL', 'TOTAL', carers + homes, 200],
      ],
    });
    const filedBy = (tables: typeof placed | typeof cost) => [
      returned(first, tables(20, 3)),
      returned(second, tables(40, 30)),
      returned(third, tables(50, 20)),
    ];
    const [placements, costs] = [filedBy(placed), filedBy(cost)];
    const before = problemOf(sourcesOf('costs', costs));
    const shown = before.finish((await protect(before.problem)).shown);
    const told = {
      release: 'costs',
      dataset: 'costs' as const,
      period,
      rule: { minimumCount: 8, rounding: 5 },
      returns: costs,
      shown: new Map(shown.map((cell) => [cellKey(cell), cell.value ?? cell.symbol ?? 'x'])),
    };

    const { problem } = problemOf(sourcesOf('placements', placements, { around: [told] }));
    const between = problem.links.filter(({ plus, minus }) =>
      [...plus, ...minus].some((each) => problem.variables[each] === 3),
    );

    expect(brokenLinks(problem)).toEqual([]);
    expect(between.length).toBeGreaterThan(0);
    await expect(protect(problem)).resolves.toBeDefined();
  });
});
