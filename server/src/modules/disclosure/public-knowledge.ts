import type { ReleaseFigure, ReleaseRow } from '@sufficiency/shared/disclosure/release-tables.ts';
import { consortiumArea } from '@sufficiency/shared/disclosure/release-tables.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { Addends } from '@sufficiency/shared/returns/formula.ts';
import type { DraftCells } from './draft-cells.ts';
import { characteristicsOf, keysOf } from './figure-counts.ts';
import type { PublicFigure, ReleaseSources } from './release-contents.ts';
import { cellKey } from './release-contents.ts';
import type { CellSource, PlannedCell } from './release-of.ts';
import { tiesOf } from './same-counts.ts';

/** How many months before and after the one that publishers count in say nearly the same. */
const nearMonths = 2;
/** Publishers count on 31 March. */
const publicMonth = 3;

/** The 31 March that a month ends on, or is at most two months from; null for other months. `YYYY-MM-DD`. */
export function publicDayOf(period: string): string | null {
  const [year, month] = period.split('-');
  return Math.abs(Number(month) - publicMonth) <= nearMonths ? `${year}-03-31` : null;
}

/**
 * What published figures of that day say of a month. Of the months around it they are not the figures, but what was
 * suppressed on the day would be told by theirs: children stay in a placement for longer than that.
 */
export const saidOf = (
  period: string,
  figures: readonly PublicFigure[],
): readonly PublicFigure[] =>
  period.endsWith('-03') ? figures : figures.filter(({ symbol }) => symbol === 'c');

interface Draft {
  readonly sources: ReleaseSources;
  readonly rows: readonly ReleaseRow[];
  readonly planned: readonly PlannedCell[];
  readonly cells: DraftCells;
}

/**
 * What is published of the same children is known to everybody, exactly: they are taken to know even by how much it
 * differs. What its publisher suppressed is kept back here, and with it, for the authority and for all members, every
 * count it could be worked out from: a percentage is recovered by a count that is close, not only by one that is exact.
 *
 * @returns keys of the cells of all members that read c though nothing of them needs protection.
 */
export function applyPublicKnowledge(draft: Draft): ReadonlySet<string> {
  const untold = new Set<string>();
  for (const { indicator, authority, value, symbol } of draft.sources.published) {
    const row = draft.rows.find((one) => one.indicator === indicator);
    const source = row && sourceAt(draft, row, authority);
    if (!row || !source) continue;
    if (symbol === 'c') keepBack(draft, row, { authority, untold });
    else if (value !== null) for (const cell of cellsOf(source)) draft.cells.know(cell);
  }
  return untold;
}

const sourceAt = ({ planned }: Draft, { table, codes }: ReleaseRow, area: string) =>
  planned.find((cell) => cell.table === table && cell.codes === codes && cell.area === area)
    ?.source;

/** Cells of the problem that a figure is made of. */
function cellsOf(source: CellSource): number[] {
  if (source.kind === 'cell') return [source.cell];
  return source.kind === 'share' ? [...cellsOf(source.part), ...cellsOf(source.base)] : [];
}

/**
 * Of all members together it is not told either, though no secret in itself: whom it belongs to would work it out of
 * their own and what is published of the others.
 */
function keepBack(
  draft: Draft,
  row: ReleaseRow,
  { authority, untold }: { authority: string; untold: Set<string> },
): void {
  const { figure } = row;
  if (figure.kind !== 'sum' && figure.kind !== 'ratio') return;
  for (const other of draft.rows.filter((one) => tells(draft.sources, one.figure, figure.of))) {
    const [own, all] = [authority, consortiumArea].map((area) => sourceAt(draft, other, area));
    if (own?.kind === 'cell') draft.cells.keepBack(own.cell);
    if (all?.kind === 'cell') draft.cells.hide(all.cell);
    untold.add(cellKey({ ...other, area: consortiumArea }));
  }
}

/**
 * Whether a figure tells of a sum: for a sum of some codes every figure of the table that divides by the same
 * characteristic, for a sum of all whatever else is the same.
 */
function tells({ dataset }: ReleaseSources, figure: ReleaseFigure, of: Addends): boolean {
  if (figure.kind !== 'cell' && figure.kind !== 'sum') return false;
  const named = Object.keys(of.where ?? {});
  if (named.length === 0) {
    const same = sameAs(dataset, keysOf(dataset, { kind: 'sum', of }));
    return keysOf(dataset, figure).every((key) => same.has(key));
  }
  if (figure.kind === 'sum') {
    return figure.of.table === of.table && named.some((name) => figure.of.where?.[name]);
  }
  const characteristics = characteristicsOf(dataset, of.table);
  return (
    figure.table === of.table &&
    named.some((name) => figure.codes[characteristics.indexOf(name)] !== totalCode)
  );
}

/** Counts, and those that other tables say to be the same. */
const sameAs = (dataset: Dataset, keys: readonly string[]): Set<string> =>
  new Set([
    ...keys,
    ...tiesOf[dataset].same.filter((sums) => sums.some((sum) => isSame(sum, keys))).flat(2),
  ]);

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((key) => other.includes(key));
