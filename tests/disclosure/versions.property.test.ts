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
  EarlierRelease,
  ReleaseCellContent,
  ReleaseSources,
} from '@sufficiency/server/modules/disclosure/release-contents.ts';
import { cellKey } from '@sufficiency/server/modules/disclosure/release-contents.ts';
import { AuditFailed } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Told } from './attack.ts';
import { narrowestOf, toldBy } from './attack.ts';
import { attackersOf, chance, revised } from './region.ts';
import { maxSkipsPerRun, regionsOf } from './sample.ts';

const regions = regionsOf(10);

const authorities = [first, second, third];
const areas = [...authorities, 'consortium'];
const table = 'children-by-age';
const ages = ['UNDER1', '1TO4', '5TO9', '10TO15', '16PLUS'];
const rule = { minimumCount: 8, rounding: 5 };

/** What authorities say in a version: a number for each authority and age. */
type Version = readonly number[];

const returnsOf = (version: Version) =>
  authorities.map((authority, nth) => {
    const own = version.slice(nth * ages.length, (nth + 1) * ages.length);
    const total = own.reduce((sum, count) => sum + count, 0);
    const rows = ages.map((age, at) => [age, own[at] ?? 0] as const);
    return returned(authority, { [table]: [...rows, ['TOTAL', total]] });
  });

/** Built as the worker builds it; null where it is refused. */
async function build(sources: ReleaseSources): Promise<readonly ReleaseCellContent[] | null> {
  for (const withholdRevised of sources.earlier.length > 0 ? [false, true] : [false]) {
    const { problem, finish } = problemOf({ ...sources, withholdRevised });
    try {
      return finish((await protect(problem)).shown);
    } catch (error) {
      if (!(error instanceof AuditFailed)) throw error;
    }
  }
  return null;
}

/** The figures of a release that are numbers or c, each as the sum of the numbers of its version, and what it shows. */
function figuresOf(cells: readonly ReleaseCellContent[], offset: number) {
  const shown = new Map(cells.map((cell) => [cellKey(cell), cell.value ?? cell.symbol]));
  return areas.flatMap((area, which) =>
    [...ages, 'total'].map((codes, age) => ({
      shown: shown.get(cellKey({ table, codes, area })),
      of: authorities.flatMap((_, authority) =>
        ages.flatMap((__, at) =>
          (which === authority || area === 'consortium') && (at === age || codes === 'total')
            ? [offset + authority * ages.length + at]
            : [],
        ),
      ),
    })),
  );
}

/**
 * Two versions of one release, and what everybody makes of both: each knows what was revised, not by how much. Null where one is
 * refused, such as the later because the earlier had said too much.
 */
async function attackVersions({ mean, seed }: { mean: number; seed: number }) {
  const next = chance(seed);
  const before = authorities.flatMap(() => ages.map(() => Math.floor(next() * 2 * mean)));
  const after = revised(before, seed + 1);
  const then = await build(sourcesOf('placements', returnsOf(before)));
  if (!then) return null;
  const earlier: EarlierRelease = {
    release: 'before',
    rule,
    returns: returnsOf(before),
    shown: new Map(then.map((cell) => [cellKey(cell), cell.value ?? cell.symbol ?? 'x'])),
  };
  const now = await build(sourcesOf('placements', returnsOf(after), { earlier: [earlier] }));
  if (!now) return null;

  const variables = [...before, ...after];
  const figures = [...figuresOf(then, 0), ...figuresOf(now, before.length)];
  const told = figures.flatMap(({ of, shown }): Told[] =>
    typeof shown === 'number' || shown === 'c'
      ? toldBy({ variables, rule, cells: [{ key: '', kind: 'published', of }] }, [shown])
      : [],
  );
  const links = before.flatMap((count, leaf) =>
    count === after[leaf] ? [{ plus: [leaf], minus: [before.length + leaf], difference: 0 }] : [],
  );
  const own = authorities.map((_, authority) =>
    variables.flatMap((__, leaf) =>
      Math.floor((leaf % before.length) / ages.length) === authority ? [leaf] : [],
    ),
  );
  const small = figures
    .filter(({ shown }) => shown === 'c')
    .map(({ of }) => of)
    .filter((of) => of.reduce((sum, leaf) => sum + (variables[leaf] ?? 0), 0) < rule.minimumCount);
  return attackersOf(own)
    .map((attacker) => ({
      attacker: attacker.name,
      bar: attacker.width,
      width: narrowestOf({ problem: { variables, links }, told, attacker }, small),
    }))
    .filter(({ bar, width }) => width !== null && width < bar);
}

test(
  'two versions together keep the bars of all that is small in either, built as they are built for good',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          mean: fc.integer({ min: 4, max: 40 }),
          seed: fc.integer({ min: 1, max: 1_000_000 }),
        }),
        async (region) => {
          const narrowed = await attackVersions(region);

          fc.pre(narrowed !== null);
          expect({ region, narrowed }).toEqual({ region, narrowed: [] });
        },
      ),
      { numRuns: regions, maxSkipsPerRun, endOnFailure: true },
    );
  },
  regions * 60_000,
);
