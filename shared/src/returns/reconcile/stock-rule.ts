import type { Figure, Grid } from './grid.ts';
import { isFigure, placesOf } from './grid.ts';
import type { Printed } from './interval.ts';
import { around, fits, summed } from './interval.ts';
import { yearOf } from './line-words.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import type { Relation } from './relation.ts';
import { moreOrLess, quote, rounded, shortNumber } from './words.ts';

const opening =
  /\b(opening|previous|at (the )?(start|beginning)|at 1 april|brought forward)\b|^(start|beginning)( of\b|$)/iu;
const closing = /\b(closing|at (the )?end|at 31 march|carried forward)\b|^end( of\b|$)/iu;
const stock =
  /\bat 31 march\b|\bat (the )?(year|month) end\b|\b(looked after|in care) at\b|\bstock\b|\bcaseload\b/iu;
const held = new RegExp(`${closing.source}|${stock.source}`, 'iu');
const starting = /\b(start(s|ed|ing|ers)?|enter(ed|ing)|entrants|join(ed|ers)|admissions|new)\b/iu;
const leaving = /\b(ceas(ed|ing)|left|leavers|leaving|ended|exits|deregist\w+)\b/iu;

/** What was there before, plus who came, less who left, against what is there after. */
interface Movement {
  readonly before: Figure;
  readonly starts: Figure;
  readonly leavers: Figure;
  readonly after: Figure;
  readonly where: string;
}

/** Stocks that follow from movements, in one list or from one period's list to the next. */
export function checkStocks(grid: Grid, relations: readonly Relation[]): Outcome {
  const within = grid.lists.map((_, list) => inOneList(grid, list));
  const between = pairsOfPeriods(grid).map((pair) => betweenLists(grid, relations, pair));
  return together(
    [...within, ...between, ...chainOf(grid, [...within, ...between])].map((movement) =>
      movement ? check(movement) : outcome(0),
    ),
  );
}

const expectedOf = ({ before, starts, leavers }: Movement): Printed =>
  summed([before, starts, { value: -leavers.value, slack: leavers.slack }]);

const agrees = (movement: Movement): boolean => fits(movement.after, around(expectedOf(movement)));

const check = (movement: Movement): Outcome =>
  outcome(1, agrees(movement) ? [] : [findingOf(movement, expectedOf(movement).value)]);

/** The first count of a list whose item's label matches. */
function firstOf(grid: Grid, list: number, label: RegExp, not: RegExp): Figure | null {
  for (const [item, line] of grid.items.entries()) {
    const cell = grid.at(list, item);
    if (!label.test(line.label) || not.test(line.label)) continue;
    // What is not given is not to be had from another line of the same words.
    if (!isFigure(cell)) return null;
    if (cell.unit === 'count') return cell;
  }
  return null;
}

const nothing = /(?!)/u;

function inOneList(grid: Grid, list: number): Movement | null {
  const before = firstOf(grid, list, opening, closing);
  const after = firstOf(grid, list, closing, opening);
  const starts = firstOf(grid, list, starting, opening);
  const leavers = firstOf(grid, list, leaving, opening);
  if (!before || !after || !starts || !leavers) return null;
  return { before, starts, leavers, after, where: quote(grid.lists[list]?.label ?? '') };
}

/** Lists of the same place for one year and the next: “Norfolk 2018-19” and “Norfolk prediction 2019-20”. */
function pairsOfPeriods({ lists }: Grid): [number, number][] {
  const periods = lists.map(({ label }) => ({ year: yearOf(label), place: placeOf(label) }));
  return periods.flatMap(({ year, place }, later) => {
    const earlier = periods.findIndex(
      (other) => year !== null && other.year === year - 1 && other.place === place,
    );
    return earlier === -1 ? [] : [[earlier, later] as [number, number]];
  });
}

/** So many steps of a chain must agree, and so many of all, in fifths, for it to be one. */
const enough = { steps: 2, fifths: 3 };

/** Months one after the other that tell only how many there were at the end: most of them follow from the one before. */
function chainOf(grid: Grid, known: readonly (Movement | null)[]): Movement[] {
  if (known.some((movement) => movement !== null)) return [];
  const lists = grid.lists.flatMap(({ isTotal }, list) => (isTotal ? [] : [list]));
  const steps = lists.flatMap((list, order): Movement[] => {
    const earlier = lists[order - 1];
    const before = earlier === undefined ? null : firstOf(grid, earlier, held, opening);
    const after = firstOf(grid, list, held, opening);
    const starts = firstOf(grid, list, starting, held);
    const leavers = firstOf(grid, list, leaving, held);
    if (!before || !after || !starts || !leavers) return [];
    return [{ before, starts, leavers, after, where: quote(grid.lists[list]?.label ?? '') }];
  });
  const agreed = steps.filter(agrees).length;
  return agreed >= enough.steps && agreed * 5 >= steps.length * enough.fifths ? steps : [];
}

const placeOf = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[\d/–-]+|\b(prediction|predicted|forecast|provisional|estimate|actual)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function betweenLists(
  grid: Grid,
  relations: readonly Relation[],
  [earlier, later]: readonly [number, number],
): Movement | null {
  const before = firstOf(grid, earlier, stock, nothing);
  const after = firstOf(grid, later, stock, nothing);
  const starts = countOf(grid, relations, later, starting);
  const leavers = countOf(grid, relations, later, leaving);
  if (!before || !after || !starts || !leavers) return null;
  return { before, starts, leavers, after, where: quote(grid.lists[later]?.label ?? '') };
}

/** A count of a list; where it gives a rate instead, the count beside it that its percentages are made from. */
function countOf(
  grid: Grid,
  relations: readonly Relation[],
  list: number,
  label: RegExp,
): Figure | null {
  const direct = firstOf(grid, list, label, stock);
  if (direct) return direct;
  const parts = relations.find(({ kind, target }) => kind === 'share' && target === list)?.first;
  const item = grid.items.findIndex((line, at) => {
    const cell = grid.at(list, at);
    return label.test(line.label) && isFigure(cell) && cell.unit === 'rate';
  });
  if (parts === undefined || item === -1) return null;
  const count = grid.at(parts, item);
  return isFigure(count) && count.unit === 'count' ? count : null;
}

function findingOf(
  { before, starts, leavers, after, where }: Movement,
  expected: number,
): ReconcileFinding {
  const difference = rounded(after.value - expected);
  return {
    rule: 'stock',
    severity: 'query',
    cells: placesOf([after, before, starts, leavers]),
    printed: after.text,
    expected: shortNumber(expected),
    difference,
    sentence: `In ${where}, ${shortNumber(before.value)} before, plus ${shortNumber(starts.value)} who started, less ${shortNumber(leavers.value)} who left, is ${shortNumber(expected)}; the table says ${shortNumber(after.value)}: ${moreOrLess(difference)}.`,
  };
}
