import type { Figure, Grid, Unit } from './grid.ts';
import { isFigure } from './grid.ts';
import type { Interval, Printed } from './interval.ts';
import { fits, ratioOf } from './interval.ts';
import { rateBase } from './line-words.ts';

/** How two lists may make a third. */
export type RelationKind = 'share' | 'rate' | 'growth' | 'change';

/** A list whose figures follow from two others, item by item. */
export interface Relation {
  readonly kind: RelationKind;
  readonly target: number;
  readonly first: number;
  readonly second: number;
  readonly cases: readonly RelationCase[];
}

/** One item of a relation: what is printed, from what, and what those make. */
export interface RelationCase {
  readonly item: number;
  readonly printed: Figure;
  readonly first: Figure;
  readonly second: Figure;
  readonly range: Interval;
  readonly agrees: boolean;
}

/** How many lists to either side of a target may be what it is made of. */
const reach = { before: 8, after: 4 };

/** After this many cases, lists of which not even half agree are looked at no further. */
const sample = 24;

const changes = /\b(change|growth|increase|decrease|difference|variance|rise|fall)\b/iu;
const wholes = /\b(total|denominator|all|maximum|capacity|places|base|population)\b/iu;

/** What each list that is made of two others is made of. */
export function relationsOf(grid: Grid): Relation[] {
  const units = grid.lists.map((_, list) => unitsIn(grid, list));
  return grid.lists.flatMap((_, target) => relationOf(grid, target, units) ?? []);
}

/** The relation that most of a list's figures fit; null if none does. */
function relationOf(grid: Grid, target: number, units: readonly Set<Unit>[]): Relation | null {
  const label = grid.lists[target]?.label ?? '';
  const kinds = kindsOf(label, units[target] ?? new Set());
  if (kinds.length === 0) return null;
  const times = rateBase(label) ?? 100;
  const likely = pairsNear(grid, target, units)
    .flatMap(([first, second]) => kinds.map((kind) => ({ kind, target, first, second })))
    .map((named) => ({ ...named, cases: casesOf(grid, named, times) }))
    .filter((relation) => isLikely(grid, relation));
  // Of equals the first: what stands nearer to the left.
  return likely.reduce<Relation | null>(
    (best, one) => (agreeing(one.cases) > agreeing(best?.cases ?? []) ? one : best),
    null,
  );
}

const agreeing = (cases: readonly RelationCase[]) => cases.filter(({ agrees }) => agrees).length;

function unitsIn(grid: Grid, list: number): Set<Unit> {
  return new Set(
    grid.items.flatMap((_, item) => {
      const cell = grid.at(list, item);
      return isFigure(cell) ? [cell.unit] : [];
    }),
  );
}

function kindsOf(label: string, units: ReadonlySet<Unit>): RelationKind[] {
  const isChange = changes.test(label);
  if (units.has('percent')) return isChange ? ['growth'] : ['share'];
  if (units.has('rate') && rateBase(label) !== null) return ['rate'];
  return isChange && units.has('count') ? ['change'] : [];
}

function pairsNear(
  { lists }: Grid,
  target: number,
  units: readonly Set<Unit>[],
): [number, number][] {
  const from = Math.max(0, target - reach.before);
  const near = lists
    .slice(from, target + reach.after + 1)
    .flatMap(({ unit }, order) => (unit === 'percent' ? [] : [from + order]))
    .filter((list) => list !== target && units[list]?.has('count'));
  return near.flatMap((first) =>
    near.filter((second) => second !== first).map((second): [number, number] => [first, second]),
  );
}

type Named = Omit<Relation, 'cases'>;

function casesOf(grid: Grid, named: Named, times: number): RelationCase[] {
  const wanted = { share: 'percent', growth: 'percent', rate: 'rate', change: 'count' }[named.kind];
  const cases: RelationCase[] = [];
  for (const item of grid.items.keys()) {
    const [printed, first, second] = [
      grid.at(named.target, item),
      grid.at(named.first, item),
      grid.at(named.second, item),
    ];
    if (!isFigure(printed) || !isFigure(first) || !isFigure(second)) continue;
    if (printed.unit !== wanted || first.unit !== 'count' || second.unit !== 'count') continue;
    const range = rangeOf(named.kind, first, second, times);
    if (range) cases.push({ item, printed, first, second, range, agrees: fits(printed, range) });
    if (cases.length === sample && agreeing(cases) * 2 < sample) return [];
  }
  return cases;
}

/** What two figures make by a relation; null where it would divide by zero. */
function rangeOf(
  kind: RelationKind,
  first: Figure,
  second: Figure,
  times: number,
): Interval | null {
  if (kind === 'change') {
    const slack = first.slack + second.slack;
    const change = second.value - first.value;
    return { low: change - slack, high: change + slack };
  }
  if (kind !== 'growth') return ratioOf(asRounded(first), asRounded(second), times);
  const ratio = ratioOf(asRounded(second), asRounded(first), 100);
  return ratio && { low: ratio.low - 100, high: ratio.high - 100 };
}

/** National counts are rounded to ten among others that are not: one that could have been has the slack of it. */
const asRounded = ({ value, slack }: Figure): Printed => ({
  value,
  slack: value >= 1000 && value % 10 === 0 ? Math.max(slack, 5) : slack,
});

/** Most cases agree, and so many that it is no chance; where the names say it, two will do. */
function isLikely(grid: Grid, relation: Relation): boolean {
  const { cases, kind, first, second } = relation;
  const agreed = agreeing(cases.filter(({ first: part }) => part.value !== 0));
  const isNamed =
    (kind === 'share' && wholes.test(grid.lists[second]?.label ?? '')) ||
    (kind !== 'share' && first < second);
  return agreed >= (isNamed ? 2 : 3) && agreed * 5 >= cases.length * 3;
}
