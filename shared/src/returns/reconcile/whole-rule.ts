import type { Block, Figure, Grid } from './grid.ts';
import { allAt, hidesAnyTotal, isFigure, placesOf } from './grid.ts';
import type { Interval } from './interval.ts';
import { around, fits, meet, summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import type { Relation } from './relation.ts';
import { moreOrLess, quote, rounded, roundingText, shortNumber } from './words.ts';

const hundred: Interval = { low: 100, high: 100 };

/**
 * Lists that claim to be whole: their percentages add up to 100, and their parts to what they are shares of.
 *
 * Not every list of percentages is whole. One is taken for it where the same items add up in another column, end in
 * “other” or “not known”, have a printed 100%, or where the reader says that the column holds percentages.
 */
export function checkWholes(
  grid: Grid,
  relations: readonly Relation[],
  chosen: ReadonlySet<number>,
): Outcome {
  return together(grid.blocks.map((block) => checkBlock(grid, block, relations, chosen)));
}

/** Percentages side by side in each row, where those of most rows add up to 100. */
export function checkRowWholes(across: Grid): Outcome {
  const members = across.items.flatMap(({ unit }, item) => (unit === 'percent' ? [item] : []));
  const sums = across.lists.flatMap((_, list) => {
    const figures = percentsAt(across, list, members);
    return figures ? [{ list, figures }] : [];
  });
  const wrong = sums.filter(({ figures }) => !fitsHundred(figures));
  const right = sums.length - wrong.length;
  if (right < 2 || right * 5 < sums.length * 3) return outcome(0);
  const block = { name: '', members, totals: [] };
  return outcome(
    sums.length,
    wrong.map(({ list, figures }) => notHundred(across, block, list, figures)),
  );
}

function checkBlock(
  grid: Grid,
  block: Block,
  relations: readonly Relation[],
  chosen: ReadonlySet<number>,
): Outcome {
  const sums = grid.lists
    .map((_, list) => ({ list, figures: percentsAt(grid, list, block.members) }))
    .filter((sum): sum is { list: number; figures: Figure[] } => sum.figures !== null);
  const bases = relations.flatMap((relation) => baseOf(grid, block, relation) ?? []);
  const isWhole =
    block.members.length > 1 &&
    (mostAre(sums.map(({ figures }) => fitsHundred(figures))) ||
      bases.some(({ parts, base }) => fits(base, around(summed(parts)))) ||
      (endsInRest(grid, block) &&
        (hasCounts(grid, block) || sums.every(({ figures }) => isNearHundred(figures)))));

  const wrongBases = isWhole
    ? bases.filter(({ parts, base }) => !fits(base, around(summed(parts))))
    : [];
  const explained = new Set(wrongBases.map(({ relation }) => relation.target));
  const checked = sums.filter(
    ({ list }) => isWhole || says100(grid, block, list) || chosen.has(grid.lists[list]?.place ?? 0),
  );
  return outcome(checked.length + (isWhole ? bases.length : 0), [
    ...wrongBases.map((base) => wrongBase(grid, block, base)),
    ...checked
      .filter(({ list, figures }) => !explained.has(list) && !fitsHundred(figures))
      .map(({ list, figures }) => notHundred(grid, block, list, figures)),
  ]);
}

function percentsAt(grid: Grid, list: number, members: readonly number[]): Figure[] | null {
  const figures = members.length > 1 ? allAt(grid, list, members) : null;
  return figures?.every(({ unit }) => unit === 'percent') ? figures : null;
}

const fitsHundred = (figures: readonly Figure[]): boolean => meet(around(summed(figures)), hundred);

/** The numbers that are broken down stand beside their percentages. */
const hasCounts = (grid: Grid, { members }: Block): boolean =>
  grid.lists.some(
    (_, list) => allAt(grid, list, members)?.every(({ unit }) => unit === 'count') === true,
  );

/** Percentages of answers, of which several can be given, go far beyond: they are shares of no whole. */
const isNearHundred = (figures: readonly Figure[]): boolean =>
  Math.abs(summed(figures).value - 100) <= 15;

const mostAre = (answers: readonly boolean[]): boolean =>
  answers.includes(true) && answers.filter(Boolean).length * 2 >= answers.length;

const endsInRest = (grid: Grid, { members }: Block): boolean =>
  /^(all )?other\b|^not (known|stated|recorded)|^unknown/iu.test(
    grid.items[members.at(-1) ?? -1]?.label ?? '',
  );

const says100 = (grid: Grid, { totals }: Block, list: number): boolean =>
  totals.some((item) => {
    const cell = grid.at(list, item);
    return isFigure(cell) && cell.unit === 'percent' && cell.value === 100;
  });

interface Base {
  readonly relation: Relation;
  readonly parts: readonly Figure[];
  readonly base: Figure;
  readonly bases: readonly Figure[];
}

/** The one number of which all a block's percentages are shares, and the parts of it. */
function baseOf(grid: Grid, { members }: Block, relation: Relation): Base[] | null {
  const parts = allAt(grid, relation.first, members);
  const bases = allAt(grid, relation.second, members);
  const [base] = bases ?? [];
  if (hidesAnyTotal(grid, relation.first) || hidesAnyTotal(grid, relation.second)) return null;
  if (relation.kind !== 'share' || !parts || !bases || !base || members.length < 2) return null;
  return bases.every(({ value }) => value === base.value)
    ? [{ relation, parts, base, bases }]
    : null;
}

const blockName = ({ name }: Block) => (name === '' ? 'The rows' : `The rows of ${quote(name)}`);

function wrongBase(grid: Grid, block: Block, { relation, parts, base }: Base): ReconcileFinding {
  const sum = summed(parts);
  const [first, second] = [relation.first, relation.second].map((list) =>
    quote(grid.lists[list]?.label ?? ''),
  );
  return {
    rule: 'percentage-base',
    severity: 'error',
    cells: placesOf([base, ...parts]),
    printed: base.text,
    expected: shortNumber(sum.value),
    difference: rounded(base.value - sum.value),
    sentence: `${blockName(block)} add up to ${shortNumber(sum.value)} in ${first}, but their percentages are of ${base.text} in ${second}: ${moreOrLess(base.value - sum.value)}, so they cannot add up to 100%.`,
  };
}

function notHundred(
  grid: Grid,
  block: Block,
  list: number,
  figures: readonly Figure[],
): ReconcileFinding {
  const sum = summed(figures);
  const what =
    grid.direction === 'down'
      ? `${blockName(block)} add up to ${shortNumber(sum.value)}% in ${quote(grid.lists[list]?.label ?? '')}`
      : `The percentages of ${quote(grid.lists[list]?.label ?? '')} add up to ${shortNumber(sum.value)}%`;
  return {
    rule: 'percentage-base',
    severity: 'query',
    cells: placesOf(figures),
    printed: `${shortNumber(sum.value)}%`,
    expected: '100%',
    difference: rounded(sum.value - 100),
    sentence: `${what}, not to 100%.${roundingText(sum.slack)}`,
  };
}
