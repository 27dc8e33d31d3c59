import { sharesOf, sourcesOf } from './column-shares.ts';
import type { Block, Figure, Grid } from './grid.ts';
import { allAt, hidesAnyTotal, placesOf } from './grid.ts';
import type { Interval } from './interval.ts';
import { ratioOf, summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import type { Relation } from './relation.ts';
import { quote, rounded, shortNumber } from './words.ts';

/** Fewer percentages than this fit one base by chance. */
const enough = 3;

/** Percentages that are all shares of one number, which is not what their parts add up to. */
export function checkBases(grid: Grid, relations: readonly Relation[]): Outcome {
  // Where a column of bases stands beside them, each percentage was checked against its own.
  const explained = new Set(relations.map(({ target }) => target));
  const findings = grid.blocks.flatMap((block) =>
    grid.lists.flatMap((_, target) =>
      explained.has(target) || sharesOf(grid, block, target)
        ? []
        : (otherBase(grid, block, target) ?? []),
    ),
  );
  return outcome(findings.length, findings);
}

function otherBase(grid: Grid, block: Block, target: number): ReconcileFinding | null {
  const printed = allAt(grid, target, block.members);
  const [source] = sourcesOf(grid, target);
  const parts = source === undefined ? null : allAt(grid, source, block.members);
  if (source === undefined || hidesAnyTotal(grid, source)) return null;
  if (!printed || !parts || parts.length < enough) return null;
  const base = commonBase(parts, printed);
  const sum = summed(parts);
  if (!base || (base.low <= sum.value && sum.value <= base.high)) return null;
  const about = Math.round((base.low + base.high) / 2);
  return {
    rule: 'percentage-base',
    severity: 'error',
    cells: placesOf([...printed, ...parts]),
    printed: shortNumber(about),
    expected: shortNumber(sum.value),
    difference: rounded(about - sum.value),
    sentence: `The percentages in ${quote(grid.lists[target]?.label ?? '')} are of about ${shortNumber(about)}, but ${quote(grid.lists[source]?.label ?? '')} adds up to ${shortNumber(sum.value)}.${without(grid, block, parts, base)}`,
  };
}

/** The number of which every percentage is its part's share; null if there is none, or any number would do. */
function commonBase(parts: readonly Figure[], printed: readonly Figure[]): Interval | null {
  const isShares = parts.every(({ unit, value }, order) => {
    const share = printed[order];
    return unit === 'count' && value > 0 && share?.unit === 'percent' && share.value > share.slack;
  });
  if (!isShares) return null;
  const bases = parts.flatMap((part, order) => ratioOf(part, printed[order] ?? part, 100) ?? []);
  const low = Math.max(...bases.map((base) => base.low));
  const high = Math.min(...bases.map((base) => base.high));
  return low <= high && high < low * 1.1 ? { low, high } : null;
}

/** The one item without which the parts make the base. */
function without(grid: Grid, { members }: Block, parts: readonly Figure[], base: Interval): string {
  const all = summed(parts).value;
  const absent = members.filter((_, order) => {
    const rest = all - (parts[order]?.value ?? 0);
    return rest >= base.low && rest <= base.high;
  });
  const [only] = absent;
  if (only === undefined || absent.length > 1) return '';
  return ` That is what is left without ${quote(grid.items[only]?.label ?? '')}.`;
}
