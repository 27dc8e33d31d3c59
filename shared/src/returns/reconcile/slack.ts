import type { Figure, Gap } from './grid.ts';
import { isFigure } from './grid.ts';

type Cell = Figure | Gap;

/**
 * Gives the figures of a table, column by column, the slack their printing leaves.
 *
 * Whole counts are exact, unless others of their kind have decimals, or all end in 0 or 5 as those that were rounded
 * do. Percentages and rates are rounded to their last digit. Where zeros after the point are too many to be chance
 * (`54.0%` beside `2.3%`) they are no digits: such a figure was rounded to a whole one.
 */
export function withSlack(columns: readonly (readonly Cell[])[]): Cell[][] {
  const step = roundedTo(columns.flat().filter(isFigure).filter(isCount), enough.table);
  return columns.map((cells) => {
    const kinds = Map.groupBy(cells.filter(isFigure), kindOf);
    const slackOf = new Map([...kinds].map(([kind, figures]) => [kind, slackIn(figures, step)]));
    return cells.map((cell) =>
      isFigure(cell) ? { ...cell, slack: slackOf.get(kindOf(cell))?.(cell) ?? 0 } : cell,
    );
  });
}

const isCount = ({ unit }: Figure) => unit === 'count';
const kindOf = (figure: Figure) => (isCount(figure) ? `count ${figure.counted}` : 'measured');

/** `atLeast`: what all counts of the table were rounded to. */
function slackIn(figures: readonly Figure[], atLeast: number): (figure: Figure) => number {
  const measured = figures.some((figure) => !isCount(figure) || figure.step < 1);
  if (!measured) {
    const isLarge = figures.some(({ value }) => value >= 100);
    const rounded = Math.max(atLeast, isLarge ? roundedTo(figures, enough.column) : 0);
    return ({ step }) => Math.max(rounded, step > 1 ? step : 0) / 2;
  }
  const decimals = figures.filter(({ step }) => step < 1);
  const zeros = decimals.filter(({ value }) => Number.isInteger(value));
  const zerosAreEmpty = zeros.length >= 2 && zeros.length * 3 > decimals.length;
  return ({ value, step }) =>
    (zerosAreEmpty && Number.isInteger(value) ? Math.max(1, step) : step) / 2;
}

/**
 * From how many counts on it is no chance that all are multiples: of tens, and of fives. Fewer do where all of them are
 * so large that nobody sets them as round numbers.
 */
const enough = {
  column: { tens: 6, fives: 10, large: { from: 1_000, tens: 4 } },
  table: { tens: 20, fives: 20, large: { from: 100, tens: 8 } },
};

type Enough = (typeof enough)['column'];

/** 10 or 5 where every count is a multiple of it and there are enough of them; 0 otherwise. */
function roundedTo(figures: readonly Figure[], least: Enough): number {
  const counts = figures.filter(({ value }) => value !== 0);
  const all = (step: number) => counts.every(({ value }) => value % step === 0);
  const isLarge = counts.every(({ value }) => Math.abs(value) >= least.large.from);
  if (counts.length >= (isLarge ? least.large.tens : least.tens) && all(10)) return 10;
  return counts.length >= least.fives && all(5) ? 5 : 0;
}
