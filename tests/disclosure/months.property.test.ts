import {
  first,
  returned,
  second,
  sourcesOf,
  third,
} from '@sufficiency/server/modules/disclosure/problem-of.fixture.ts';
import { problemOf } from '@sufficiency/server/modules/disclosure/problem-of.ts';
import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import type {
  ReleaseAround,
  ReleaseCellContent,
} from '@sufficiency/server/modules/disclosure/release-contents.ts';
import { cellKey } from '@sufficiency/server/modules/disclosure/release-contents.ts';
import {
  categoriesOfNeed,
  reasonsCareCeased,
} from '@sufficiency/shared/returns/code-lists/child-codes.ts';
import { placementTypes } from '@sufficiency/shared/returns/code-lists/placement-codes.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Told } from './attack.ts';
import { narrowestOf, toldBy } from './attack.ts';
import { attackersOf, chance } from './region.ts';
import { regionsOf } from './sample.ts';

const regions = regionsOf(10);

const authorities = [first, second, third];
const rule = { minimumCount: 8, rounding: 5 };
const codesOf = ({ codes }: { readonly codes: readonly { readonly code: string }[] }) =>
  codes.map(({ code }) => code);

/** Tables of a return in which two codes are used, and the rest are 0. */
const tables = [
  { name: 'children-by-placement-type', codes: codesOf(placementTypes) },
  { name: 'starters-by-need', codes: codesOf(categoriesOfNeed) },
  { name: 'leavers-by-reason', codes: codesOf(reasonsCareCeased) },
];
/** Numbers of an authority in a month: two codes of each table. */
const own = 2 * tables.length;

/** A month: the numbers of one authority after the other. */
type Month = readonly number[];

const returnsOf = (month: Month, period: string) =>
  authorities.map((authority, nth) =>
    returned(
      authority,
      Object.fromEntries(
        tables.map(({ name, codes }, table) => {
          const used = month.slice(nth * own + 2 * table, nth * own + 2 * table + 2);
          const total = used.reduce((sum, count) => sum + count, 0);
          return [name, [...codes.map((code, at) => [code, used[at] ?? 0]), ['TOTAL', total]]];
        }),
      ),
      { month: period },
    ),
  );

async function build(month: Month, period: string, around: readonly ReleaseAround[]) {
  const returns = returnsOf(month, period);
  const { problem, finish } = problemOf(sourcesOf('placements', returns, { period, around }));
  return finish((await protect(problem)).shown);
}

const shownBy = (cells: readonly ReleaseCellContent[]) =>
  new Map(cells.map((cell) => [cellKey(cell), cell.value ?? cell.symbol ?? 'x']));

/** The figures of a release as sums of the numbers of its month, and what it shows. */
function figuresOf(cells: readonly ReleaseCellContent[], offset: number) {
  const shown = shownBy(cells);
  return [...authorities, 'consortium'].flatMap((area, which) =>
    tables.flatMap(({ name, codes }, table) =>
      [codes[0], codes[1], 'total'].map((code, at) => ({
        shown: shown.get(cellKey({ table: name, codes: code ?? '', area })),
        of: authorities.flatMap((_, authority) =>
          [0, 1].flatMap((used) =>
            (which === authority || area === 'consortium') && (at === used || code === 'total')
              ? [offset + authority * own + 2 * table + used]
              : [],
          ),
        ),
      })),
    ),
  );
}

/** Two months of a region in which each stock follows from the one before. */
function monthsOf(seed: number, mean: number): readonly [Month, Month] {
  const next = chance(seed);
  const few = () => Math.floor(next() * 2 * mean);
  const before = authorities.flatMap(() => [20 + few(), 40 + few(), few(), few(), few(), few()]);
  const after = authorities.flatMap((_, nth) => {
    const [one = 0, other = 0] = before.slice(nth * own);
    const [came, more, left, gone] = [few(), few(), few(), few()];
    const moved = Math.floor(next() * 9) - 4;
    return [one + came - left + moved, other + more - gone - moved, came, more, left, gone];
  });
  return [before, after];
}

/** Two months' releases, built as they are built for good, and what everybody makes of both. */
async function attackMonths({
  mean,
  seed,
  isBackwards,
}: {
  readonly mean: number;
  readonly seed: number;
  readonly isBackwards: boolean;
}) {
  const months = monthsOf(seed, mean);
  const [early, late] = [
    { month: months[0], offset: 0, period: '2026-08' },
    { month: months[1], offset: months[0].length, period: '2026-09' },
  ];
  const [then, now] = isBackwards ? [late, early] : [early, late];
  const published = await build(then.month, then.period, []);
  const around = {
    release: 'the other month',
    dataset: 'placements' as const,
    period: then.period,
    rule,
    returns: returnsOf(then.month, then.period),
    shown: shownBy(published),
  };
  const built = await build(now.month, now.period, [around]);

  const variables = months.flat();
  const figures = [...figuresOf(published, then.offset), ...figuresOf(built, now.offset)];
  const told = figures.flatMap(({ of, shown }): Told[] =>
    typeof shown === 'number' || shown === 'c'
      ? toldBy({ variables, rule, cells: [{ key: '', kind: 'published', of }] }, [shown])
      : [],
  );
  const links = authorities.map((_, nth) => {
    const [before, after] = [nth * own, (nth + authorities.length) * own];
    const plus = [after, after + 1, after + 4, after + 5];
    return { plus, minus: [before, before + 1, after + 2, after + 3], difference: 0 };
  });
  const knows = authorities.map((_, nth) =>
    variables.flatMap((__, leaf) =>
      Math.floor(leaf / own) % authorities.length === nth ? [leaf] : [],
    ),
  );
  const small = figures
    .filter(({ shown }) => shown === 'c')
    .map(({ of }) => of)
    .filter((of) => of.reduce((sum, leaf) => sum + (variables[leaf] ?? 0), 0) < rule.minimumCount);
  return attackersOf(knows)
    .map((attacker) => ({
      attacker: attacker.name,
      bar: attacker.width,
      width: narrowestOf({ problem: { variables, links }, told, attacker }, small),
    }))
    .filter(({ bar, width }) => width !== null && width < bar);
}

test(
  'releases of two months together keep the bars of all that is small in either',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          mean: fc.integer({ min: 1, max: 10 }),
          seed: fc.integer({ min: 1, max: 1_000_000 }),
          isBackwards: fc.boolean(),
        }),
        async (region) => {
          expect({ region, narrowed: await attackMonths(region) }).toEqual({
            region,
            narrowed: [],
          });
        },
      ),
      { numRuns: regions, endOnFailure: true },
    );
  },
  regions * 60_000,
);
