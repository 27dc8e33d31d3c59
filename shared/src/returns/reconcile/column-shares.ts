import type { Block, Figure, Grid } from './grid.ts';
import { allAt, figuresAt, hidesTotal, isFigure } from './grid.ts';
import type { Printed } from './interval.ts';
import { fits, ratioOf, summed } from './interval.ts';

/** A list of percentages that are shares of another list's total. */
export interface ColumnShares {
  readonly block: Block;
  readonly target: number;
  readonly source: number;
  /** The printed total, or the sum of the parts where none is printed. */
  readonly base: Printed;
  readonly total: Figure | null;
  readonly cases: readonly ShareCase[];
}

export interface ShareCase {
  readonly item: number;
  readonly printed: Figure;
  readonly part: Figure;
  readonly agrees: boolean;
}

/** Pairs of printed shares and parts, `shift` items apart; null where the base cannot be known. */
export function sharesBetween(
  grid: Grid,
  block: Block,
  [target, source]: readonly [number, number],
  shift = 0,
): ColumnShares | null {
  if (hidesTotal(grid, source, block.totals)) return null;
  const total = figuresAt(grid, source, block.totals)[0] ?? null;
  const parts = allAt(grid, source, block.members);
  if (!total && !parts) return null;
  const base = total ?? summed(parts ?? []);
  const cases = block.members.flatMap((item, order): ShareCase[] => {
    const printed = grid.at(target, item);
    const from = block.members[order + shift];
    const part = from === undefined ? null : grid.at(source, from);
    if (!part || !isFigure(part) || !isFigure(printed)) return [];
    if (part.unit !== 'count' || printed.unit !== 'percent') return [];
    const range = ratioOf(part, base, 100);
    return range ? [{ item, printed, part, agrees: fits(printed, range) }] : [];
  });
  return { block, target, source, base, total, cases };
}

export const agreeingShares = (shares: ColumnShares | null): number =>
  shares?.cases.filter(({ agrees, part }) => agrees && part.value !== 0).length ?? 0;

/** How far from percentages the counts stand of which they are shares. */
const reach = 12;

/** Lists of counts of which percentages may be shares: the nearest two before them, and the nearest after. */
export function sourcesOf({ lists }: Grid, target: number): number[] {
  const isCount = (list: number) => {
    const { unit } = lists[list] ?? { unit: 'percent' };
    return unit === null || unit === 'count';
  };
  const near = Array.from({ length: reach }, (_, distance) => distance + 1);
  const before = near.map((distance) => target - distance).filter(isCount);
  const after = near.map((distance) => target + distance).filter(isCount);
  return [...before.slice(0, 2), ...after.slice(0, 1)];
}

/** The percentages of a block as shares of a list's total, if most of them are that. */
export function sharesOf(grid: Grid, block: Block, target: number): ColumnShares | null {
  const candidates = sourcesOf(grid, target)
    .map((source) => sharesBetween(grid, block, [target, source]))
    .filter((shares) => shares !== null)
    .filter((shares) => {
      const agreed = agreeingShares(shares);
      return agreed >= 2 && agreed * 5 >= shares.cases.length * 3;
    });
  return candidates.sort((one, other) => agreeingShares(other) - agreeingShares(one))[0] ?? null;
}
