import type { Block } from './grid.ts';
import { plainLabel, saysTotal, saysWithin } from './line-words.ts';
import type { ColumnReading } from './read-columns.ts';
import type { PrintedTable } from './reconciliation.ts';

/** What each row is called, and the block it stands in. */
export interface RowReading {
  readonly names: readonly string[];
  /** What its group is called; empty where rows are not grouped. */
  readonly groups: readonly string[];
  readonly counted: readonly string[];
  readonly totals: ReadonlySet<number>;
  readonly blocks: readonly Block[];
}

/** Reads rows by their labels, the reader's own choice of totals first. */
export function readRows(table: PrintedTable, columns: ColumnReading): RowReading {
  const text = (row: number, column: number | null) =>
    column === null ? '' : plainLabel(table.rows[row]?.[column] ?? '');
  const all = table.rows.map((_, row) => row);
  const names = all.map((row) => text(row, columns.name));
  const groups = all.map((row) =>
    columns.groups
      .map((column) => text(row, column))
      .filter((part) => part !== '')
      .join(', '),
  );
  const counted = all.map((row) => text(row, columns.counted).toLowerCase());
  // Where each row says what it counts, rows of different things follow each other: “Total budget” sums nothing.
  const isList = columns.counted !== null;
  const totals = new Set(
    table.totalRows?.map((place) => place - 2) ??
      all.filter((row) => (!isList && saysTotal(names[row] ?? '')) || saysTotal(groups[row] ?? '')),
  );
  const isWithin = (row: number) => saysWithin(names[row] ?? '');
  return {
    names,
    groups,
    counted,
    totals,
    blocks: blocksOf({ groups, counted, totals, isWithin }),
  };
}

interface ReadRow {
  readonly groups: readonly string[];
  readonly counted: readonly string[];
  readonly totals: ReadonlySet<number>;
  /** “Of which boys”: a part of the row above, counted there already. */
  readonly isWithin: (row: number) => boolean;
}

function blocksOf({ groups, counted, totals, isWithin }: ReadRow): Block[] {
  const runs = new Map<number, number[]>();
  let start = 0;
  for (const [row, group] of groups.entries()) {
    if (row > 0 && group !== groups[row - 1]) start = row;
    if (isWithin(row)) continue;
    const run = runs.get(start) ?? [];
    run.push(row);
    runs.set(start, run);
  }
  const named = [...runs.values()].map((rows) => ({ name: groups[rows[0] ?? 0] ?? '', rows }));
  const apart = named.filter(({ name }) => saysTotal(name));
  return named.flatMap(({ name, rows }) => {
    if (saysTotal(name)) return [];
    const own = splitByTotals(rows, totals).map((block) => ({ ...block, name }));
    const [only] = own;
    if (own.length !== 1 || !only || only.totals.length > 0) return own;
    return [{ ...only, totals: totalsApart(only, apart, counted) }];
  });
}

/** Totals in a group of their own, “Household total” for “Household type”, that count the same thing. */
function totalsApart(
  { name, members }: Block,
  apart: readonly { readonly name: string; readonly rows: readonly number[] }[],
  counted: readonly string[],
): number[] {
  const word = (text: string) => text.split(' ')[0]?.toLowerCase();
  const kind = counted[members[0] ?? 0];
  const rows = apart
    .filter((other) => word(other.name) === word(name))
    .flatMap((other) => other.rows.filter((row) => counted[row] === kind));
  return rows.length === 1 ? rows : [];
}

/** More totals that sum only totals are none: each of them would be compared with all that stand before it. */
const mostOfTotals = 20;

/** Rows up to each total belong to it; if the first row is the only total, those below it do. */
export function splitByTotals(rows: readonly number[], totals: ReadonlySet<number>): Block[] {
  const inRun = rows.filter((row) => totals.has(row));
  const [first] = inRun;
  if (first !== undefined && inRun.length === 1 && first === rows[0]) {
    return [{ name: '', members: rows.slice(1), totals: [first] }];
  }
  const blocks: Block[] = [];
  let members: number[] = [];
  let ofTotals = 0;
  for (const row of rows) {
    if (!totals.has(row)) members.push(row);
    else if (members.length > 0) {
      blocks.push({ name: '', members, totals: [row] });
      members = [];
    } else if (ofTotals < mostOfTotals) {
      blocks.push({ name: '', members: blocks.flatMap((block) => block.totals), totals: [row] });
      ofTotals += 1;
    }
  }
  if (members.length > 0) blocks.push({ name: '', members, totals: [] });
  return blocks;
}
