import type { ReleaseRow } from '@sufficiency/shared/disclosure/release-tables.ts';
import { consortiumArea, releaseTablesOf } from '@sufficiency/shared/disclosure/release-tables.ts';
import type { AuthorityCounts } from './authority-counts.ts';
import { countsOfReturn } from './authority-counts.ts';
import { intervalOf } from './disclosure-rule.ts';
import type { DraftCells } from './draft-cells.ts';
import { countOfFigure } from './figure-counts.ts';
import type { EarlierRelease, ReleaseSources } from './release-contents.ts';
import { cellKey } from './release-contents.ts';
import type { PlannedCell } from './release-of.ts';
import type { CountedReturns } from './releases-around.ts';
import type { WholeNumbers } from './whole-numbers.ts';
import { isTold } from './whole-numbers.ts';

interface Draft {
  readonly sources: ReleaseSources;
  readonly rows: readonly ReleaseRow[];
  readonly cells: DraftCells;
  readonly numbers: WholeNumbers;
  /** Keys of cells whose c tells nothing, and needs no protection. */
  readonly untold: ReadonlySet<string>;
  readonly planned: readonly PlannedCell[];
}

interface Remembering extends Draft {
  /** Cells of the problem that figures of today are, by `cellKey`. */
  readonly today: ReadonlyMap<string, number>;
}

/**
 * What earlier releases that were ever read say: of the figures of today, where nothing was revised, and beside them,
 * where something was or an authority is no longer in it. What was c there stays protected.
 *
 * @returns the counts those releases were made from: their organisations know them.
 */
export function rememberEarlier(draft: Draft): readonly AuthorityCounts[] {
  const today = new Map(
    draft.planned.flatMap((cell) =>
      cell.source.kind === 'cell' ? [[cellKey(cell), cell.source.cell] as const] : [],
    ),
  );
  return draft.sources.earlier.flatMap((release) => remember({ ...draft, today }, release));
}

/**
 * What releases of other months and datasets say that tell of this one's figures: what was c there stays protected.
 *
 * @returns the counts they were made from.
 */
export function rememberAround(draft: Draft): readonly CountedReturns[] {
  const { around = [] } = draft.sources;
  const all = Map.groupBy(around, ({ dataset, period }) => `${dataset} ${period}`);
  return [...all].flatMap(([name, [first, ...others]]) => {
    if (!first) return [];
    const { dataset, period } = first;
    const numbers = {
      ...draft.numbers,
      of: (authority: string) => draft.numbers.of(`${authority} in ${name}`),
    };
    const remembering = {
      ...draft,
      rows: releaseTablesOf(dataset).flatMap((table) => table.rows),
      numbers,
      sources: { ...draft.sources, dataset, period, withholdRevised: false },
      today: new Map<string, number>(),
    };
    const counts = [first, ...others].flatMap((release) => remember(remembering, release));
    return [{ dataset, period, counts }];
  });
}

function remember(draft: Remembering, release: EarlierRelease): readonly AuthorityCounts[] {
  const { sources, rows, numbers } = draft;
  const all = release.returns.map((one) => ({
    ...countsOfReturn(sources, one, numbers),
    shownTo: release.exactTo?.get(one.authority) ?? [],
  }));
  const areas = [
    ...all.map((one) => ({ area: one.authority, counts: [one] })),
    { area: consortiumArea, counts: all },
  ];
  for (const { table, codes, figure } of rows) {
    if (figure.kind !== 'cell' && figure.kind !== 'sum') continue;
    for (const { area, counts } of areas) {
      const shown = release.shown.get(cellKey({ table, codes, area }));
      const count = countOfFigure(sources.dataset, figure, counts);
      if ((typeof shown === 'number' || shown === 'c') && isTold(count)) {
        rememberCell(draft, release, { table, codes, area, of: count.of, shown });
      }
    }
  }
  return all;
}

function rememberCell(
  draft: Remembering,
  { release, rule }: EarlierRelease,
  cell: Pick<PlannedCell, 'table' | 'codes' | 'area'> & {
    readonly of: readonly number[];
    readonly shown: number | 'c';
  },
): void {
  const { sources, cells } = draft;
  const { of, shown } = cell;
  const [key, before] = [cellKey(cell), cells.all().length];
  const today = draft.today.get(key);
  if (shown === 'c' && today !== undefined && isBarelyTold(draft, rule, today)) {
    cells.keepBack(today);
  }
  if (shown === 'c' && toldNothing(draft, rule, cell)) return;
  const index = cells.add(`${key}|${release}`, of, 'hidden');
  const isOfAll = cell.area === consortiumArea;
  if (sources.withholdRevised && isOfAll && today !== undefined && today !== index) {
    cells.hide(today);
  }
  // A 0 that is kept back by now was told then, and no release can take it back.
  if (shown === 0 && cells.kindOf(index) === 'kept-back') return;
  // Unless it kept a 0 back, a c says “at least 1”.
  const isNought = shown === 'c' && sumOf(draft.numbers, of) === 0;
  cells.remember(index, isNought ? { least: 0, most: null } : intervalOf(rule, shown));
  if (shown === 'c' && index === before) cells.keepBack(index);
}

/**
 * Whether a figure that was c would be printed now as hardly more than that: 10 after c says 8 after 7, as revisions are
 * small. It stays c, until it is larger than the least that is printed by a whole step.
 */
function isBarelyTold(
  { sources, cells, numbers }: Draft,
  then: EarlierRelease['rule'],
  today: number,
): boolean {
  const count = sumOf(numbers, cells.numbersOf(today));
  const least = Math.max(...[then, sources.rule].map((rule) => rule.minimumCount + rule.rounding));
  return cells.kindOf(today) === 'published' && count > 0 && count < least;
}

const sumOf = ({ variables }: WholeNumbers, of: readonly number[]) =>
  of.reduce((sum, index) => sum + (variables[index] ?? 0), 0);

/** Whether a c said no more than that it is one, of a figure of all members together that is no secret in itself. */
const toldNothing = (
  { numbers, untold }: Draft,
  { minimumCount }: EarlierRelease['rule'],
  cell: Pick<PlannedCell, 'table' | 'codes' | 'area'> & { readonly of: readonly number[] },
): boolean =>
  cell.area === consortiumArea &&
  (untold.has(cellKey(cell)) || sumOf(numbers, cell.of) >= minimumCount);
