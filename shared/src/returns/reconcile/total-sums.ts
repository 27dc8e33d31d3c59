import type { Block, Figure, Gap, Grid } from './grid.ts';
import { allAt, isFigure, placesOf } from './grid.ts';
import type { Printed } from './interval.ts';
import { around, fits, summed } from './interval.ts';
import type { ReconcileGap } from './reconciliation.ts';
import { listed, quote } from './words.ts';

/** A printed total and the figures that should make it. */
export interface Sum {
  readonly grid: Grid;
  readonly list: number;
  readonly block: Block;
  readonly item: number;
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly sum: Printed;
  readonly agrees: boolean;
}

/** Sums that can be checked, and those that cannot because a figure is not given. */
export interface Sums {
  readonly sums: readonly Sum[];
  readonly gaps: readonly ReconcileGap[];
}

const addsUp = (unit: string | null) => unit === null || unit === 'count';

/** Every printed total of a grid with its parts. Percentages, rates and averages are no parts. */
export function sumsOf(grid: Grid, chosen: boolean): Sums {
  const found = withBefore(grid).flatMap((block) =>
    block.totals.map((item) => sumsOfTotal(grid, block, item, chosen)),
  );
  return { sums: found.flatMap(({ sums }) => sums), gaps: found.flatMap(({ gaps }) => gaps) };
}

function sumsOfTotal(grid: Grid, block: BlockInPlace, item: number, chosen: boolean): Sums {
  const members = block.members.filter((member) => addsUp(grid.items[member]?.unit ?? null));
  const lists = grid.lists.flatMap(({ unit }, list) => (addsUp(unit) ? [list] : []));
  const found = lists.map((list) => sumIn(grid, list, { block, item, members }));
  const sums = found.flatMap(({ sum }) => sum ?? []);
  // What is merely called a total is not the sum of what stands before it if most sums say otherwise.
  const agreeing = sums.filter(({ agrees }) => agrees).length;
  const isSure = chosen || (grid.direction === 'down' && isPlainTotal(grid, item, sums.length));
  const isTotal = isSure || agreeing * 2 >= sums.length;
  return isTotal ? { sums, gaps: found.flatMap(({ gap }) => gap ?? []) } : { sums: [], gaps: [] };
}

/** A row that says “Total” and no more, or one whose few sums could not tell. */
const isPlainTotal = ({ items }: Grid, item: number, sums: number): boolean =>
  sums < 3 || /^(grand |sub[- ]?)?total$/iu.test(items[item]?.label ?? '');

/** One list's total: checked, or not because something is not given, or neither where nothing is there. */
function sumIn(
  grid: Grid,
  list: number,
  { block, item, members }: { block: BlockInPlace; item: number; members: readonly number[] },
): { readonly sum: Sum | null; readonly gap: ReconcileGap | null } {
  const cells = members.map((member) => grid.at(list, member));
  const total = grid.at(list, item);
  const own = cells.filter(isFigure).filter(({ unit }) => unit === 'count');
  if (own.length < cells.length || !isFigure(total)) {
    return { sum: null, gap: gapOf(grid, list, [...cells, total]) };
  }
  if (total.unit !== 'count' || own.length === 0) return { sum: null, gap: null };
  const parts = nearest(total, [own, ...otherParts(grid, list, block)]);
  const sum = summed(parts);
  const agrees = fits(total, around(sum));
  // What the total is more than its nearest parts may be what is kept back above a subtotal.
  const earlier = agrees ? [] : block.before.map((one) => grid.at(list, one));
  if (!earlier.every(isFigure)) {
    return { sum: null, gap: gapOf(grid, list, [...earlier, ...cells, total]) };
  }
  return { sum: { grid, list, block, item, total, parts, sum, agrees }, gap: null };
}

/** The parts that come nearest to a total; of equals the first. */
function nearest(total: Figure, candidates: readonly (readonly Figure[])[]): readonly Figure[] {
  const distance = (parts: readonly Figure[]) => Math.abs(summed(parts).value - total.value);
  return candidates.reduce((best, parts) => (distance(parts) < distance(best) ? parts : best));
}

/** A block with what stands before it in its group. */
interface BlockInPlace extends Block {
  /** All items before it. */
  readonly before: readonly number[];
  /** What else its total may sum: all items that are no totals; the subtotals and what follows them. */
  readonly otherMembers: readonly (readonly number[])[];
}

/** Each block of a grid with the blocks of the same group that stand before it. */
function withBefore({ blocks, items }: Grid): BlockInPlace[] {
  const groups = new Map<
    string,
    { before: Set<number>; plain: Set<number>; totals: Set<number> }
  >();
  return blocks.map((block): BlockInPlace => {
    const { name, members, totals } = block;
    const group = groups.get(name) ?? { before: new Set(), plain: new Set(), totals: new Set() };
    groups.set(name, group);
    const before = [...group.before];
    const subtotals = [...group.totals];
    for (const item of members) if (!items[item]?.isTotal) group.plain.add(item);
    for (const item of [...members, ...totals]) group.before.add(item);
    for (const item of totals) group.totals.add(item);
    const otherMembers =
      before.length === 0 ? [] : [[...group.plain], [...new Set([...subtotals, ...members])]];
    return { ...block, before, otherMembers };
  });
}

/** Figures that a total may also sum, where other blocks stand before its own. */
const otherParts = (grid: Grid, list: number, { otherMembers }: BlockInPlace): Figure[][] =>
  otherMembers.map((items) => allAt(grid, list, items)).filter((parts) => parts !== null);

/** Says that a sum cannot be checked, and nothing of what the missing figure may be. */
function gapOf(grid: Grid, list: number, cells: readonly (Figure | Gap)[]): ReconcileGap | null {
  const missing = cells.filter((cell) => cell.kind === 'gap');
  // Where nothing but the total is given, or not even that, there is nothing to check.
  if (missing.length >= cells.length - 1) return null;
  const place = ({ row, column }: Gap) => (grid.direction === 'down' ? row : column);
  const names = missing
    .slice(0, 5)
    .map((cell) => grid.items.find((item) => item.place === place(cell))?.label);
  const what = quote(grid.lists[list]?.label ?? '');
  return {
    cells: placesOf(missing),
    sentence: `The total of ${what} cannot be checked: no figure is given for ${listed(
      names.map((name) => name ?? ''),
    )}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}.`,
  };
}
