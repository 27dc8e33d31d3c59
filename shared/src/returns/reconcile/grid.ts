import type { Printed } from './interval.ts';
import type { CellPlace } from './reconciliation.ts';

/** What a figure counts: percentages, rates and averages are never added up. */
export type Unit = 'percent' | 'rate' | 'mean' | 'count';

/** A figure where it is printed. */
export interface Figure extends CellPlace, Printed {
  readonly kind: 'figure';
  readonly text: string;
  readonly step: number;
  readonly unit: Unit;
  /** What the table says it counts, in a column of its own: `households`; empty if it does not. */
  readonly counted: string;
}

/** A cell where a figure could be and none is given. */
export interface Gap extends CellPlace {
  readonly kind: 'gap';
  readonly text: string;
}

/** A row or a column of figures. */
export interface Line {
  readonly label: string;
  /** Row or column as a spreadsheet counts. */
  readonly place: number;
  readonly unit: Unit | null;
  readonly isTotal: boolean;
}

/** Items that belong together, and the items that say their sum. Numbers are positions in `Grid.items`. */
export interface Block {
  /** What the table calls it; empty where it has no name. */
  readonly name: string;
  readonly members: readonly number[];
  readonly totals: readonly number[];
}

/**
 * A table seen as lists of items: down, where each column is a list of rows, or across, where each row is a list of
 * columns. Every rule looks at both.
 */
export interface Grid {
  readonly direction: 'down' | 'across';
  readonly lists: readonly Line[];
  readonly items: readonly Line[];
  readonly blocks: readonly Block[];
  readonly at: (list: number, item: number) => Figure | Gap;
}

export const isFigure = (cell: Figure | Gap): cell is Figure => cell.kind === 'figure';

/** Figures of a list at these items; gaps are left out. */
export const figuresAt = (grid: Grid, list: number, items: readonly number[]): Figure[] =>
  items.map((item) => grid.at(list, item)).filter(isFigure);

/** Figures of a list at these items; null if one is not given, or there are none. */
export function allAt(grid: Grid, list: number, items: readonly number[]): Figure[] | null {
  const figures = figuresAt(grid, list, items);
  return figures.length === items.length && figures.length > 0 ? figures : null;
}

/** More cells than this are not told of one finding. */
const mostCells = 200;

/** Places of cells, the questioned one first. */
export const placesOf = (figures: readonly CellPlace[]): CellPlace[] =>
  figures.slice(0, mostCells).map(({ row, column }) => ({ row, column }));

/** Whether a printed total of these items is kept back: then nothing may be said of their sum either. */
export const hidesTotal = (grid: Grid, list: number, totals: readonly number[]): boolean =>
  totals.some((item) => grid.at(list, item).kind === 'gap');

/** Lists of which a total is kept back, of each grid that was asked about: each block asks again. */
const hiding = new WeakMap<Grid, ReadonlySet<number>>();

/** Whether any total of a list is kept back. */
export function hidesAnyTotal(grid: Grid, list: number): boolean {
  const lists = hiding.get(grid) ?? listsHidingTotals(grid);
  hiding.set(grid, lists);
  return lists.has(list);
}

function listsHidingTotals(grid: Grid): ReadonlySet<number> {
  const totals = grid.items.flatMap(({ isTotal }, item) => (isTotal ? [item] : []));
  return new Set([...grid.lists.keys()].filter((list) => hidesTotal(grid, list, totals)));
}
