import type { Block, Figure, Grid } from './grid.ts';
import { allAt, hidesAnyTotal, placesOf } from './grid.ts';
import type { Printed } from './interval.ts';
import { around, fits, summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import { moreOrLess, quote, rounded, shortNumber } from './words.ts';

interface BlockSum {
  readonly block: Block;
  readonly figures: readonly Figure[];
  readonly sum: Printed;
}

/** Two sums are meant to be one total when they are this near: a twentieth. */
const near = 0.05;
/** Below this, sums of different things are near one another by chance. */
const large = 50;

/** How many breakdowns before it one is compared with. */
const reach = 20;

/** Breakdowns of one total by different characteristics: age and need of the same children. */
export function checkBreakdowns(grid: Grid): Outcome {
  const sums = grid.blocks.map((block) => grid.lists.map((_, list) => sumOf(grid, list, block)));
  return together(
    sums.flatMap((own, order) =>
      sums.slice(Math.max(0, order - reach), order).map((other) => comparePair(grid, other, own)),
    ),
  );
}

type Maybe = BlockSum | null;

/** Compares two breakdowns in every list; most must agree for the others to be faults, if there are several. */
function comparePair(grid: Grid, one: readonly Maybe[], other: readonly Maybe[]): Outcome {
  const pairs = one.flatMap((first, list) => {
    const second = other[list];
    return first && second && isNear(first, second) ? [{ list, first, second }] : [];
  });
  const wrong = pairs.filter(({ first, second }) => !fits(second.sum, around(first.sum)));
  if (pairs.length > 1 && wrong.length * 2 > pairs.length) return outcome(0);
  return outcome(
    pairs.length,
    wrong.map(({ list, first, second }) => findingOf(grid, list, first, second)),
  );
}

function isNear(one: BlockSum, other: BlockSum): boolean {
  const isSameKind = one.figures[0]?.counted === other.figures[0]?.counted;
  return isSameKind && Math.abs(one.sum.value - other.sum.value) <= near * other.sum.value;
}

function sumOf(grid: Grid, list: number, block: Block): Maybe {
  if (hidesAnyTotal(grid, list)) return null;
  const figures = allAt(grid, list, block.members);
  if (!figures || figures.length < 2 || block.name === '' || block.totals.length > 0) return null;
  const [{ counted = '' } = {}] = figures;
  const isOneKind = figures.every(
    (figure) => figure.unit === 'count' && figure.counted === counted,
  );
  // A number that stands in every row is what they are shares of, not a part.
  if (figures.every(({ value }) => value === figures[0]?.value)) return null;
  const sum = summed(figures);
  return isOneKind && sum.value >= large ? { block, figures, sum } : null;
}

function findingOf(grid: Grid, list: number, one: BlockSum, other: BlockSum): ReconcileFinding {
  const difference = rounded(other.sum.value - one.sum.value);
  return {
    rule: 'breakdowns',
    severity: 'query',
    cells: placesOf([...other.figures, ...one.figures]),
    printed: shortNumber(other.sum.value),
    expected: shortNumber(one.sum.value),
    difference,
    sentence: `In ${quote(grid.lists[list]?.label ?? '')}, ${quote(other.block.name)} adds up to ${shortNumber(other.sum.value)} and ${quote(one.block.name)} to ${shortNumber(one.sum.value)}: ${moreOrLess(difference)}. If both break down one total, one of them is wrong.`,
  };
}
