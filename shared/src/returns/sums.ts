import type { DataSymbol } from '../indicators/symbols.ts';
import { totalCode } from './code-lists/code-list.ts';
import type { ReturnColumn } from './column.ts';
import type { Addends } from './formula.ts';
import { readingOf, sumOfReadings } from './readings.ts';
import type { ReturnRow, ReturnTable } from './table.ts';

/** What cells add up to, and the rows they stand in. */
export interface Sum {
  readonly reading: number | DataSymbol;
  /** Ascending. */
  readonly rows: readonly number[];
  /** True where it is one cell as it stands. */
  readonly asItStands: boolean;
}

/** Where a column stands in a table's rows. */
export function positionOf(table: ReturnTable, column: string): number {
  const position = table.columns.findIndex(({ name }) => name === column);
  if (position < 0) throw new Error(`${table.name} has no column ${column}`);
  return position;
}

/** The sum of some rows' cells. No rows add up to `none`. */
export function sumOfRows(
  rows: readonly ReturnRow[],
  positions: readonly number[],
  none: number | DataSymbol,
): Sum {
  const cells = rows.flatMap(({ cells }) => positions.map((at) => readingOf(cells[at] ?? '')));
  return {
    reading: cells.length === 0 ? none : sumOfReadings(cells),
    rows: rowNumbers(rows),
    asItStands: cells.length === 1,
  };
}

const rowNumbers = (rows: readonly ReturnRow[]) =>
  [...new Set(rows.map(({ row }) => row))].sort((one, other) => one - other);

type Choice = ReadonlyMap<string, string>;

/** Every way to choose one code a column. */
const choices = (columns: readonly (readonly [string, readonly string[]])[]): Choice[] =>
  columns.reduce<Choice[]>(
    (chosen, [name, codes]) =>
      chosen.flatMap((choice) => codes.map((code) => new Map([...choice, [name, code]]))),
    [new Map()],
  );

/** A table that breaks down by codes, as its rows stand in it. */
interface Breakdown {
  readonly columns: readonly ReturnColumn[];
  readonly rowAt: (choice: Choice) => ReturnRow | undefined;
  /** Rows that no total stands in, with the codes given. */
  readonly partsAt: (choice: Choice) => readonly ReturnRow[];
}

function breakdownOf(table: ReturnTable, rows: readonly ReturnRow[]): Breakdown {
  const columns = table.columns.filter(
    ({ kind, name }) => kind === 'code' && table.key.includes(name),
  );
  const positions = columns.map(({ name }) => positionOf(table, name));
  const codesOf = (row: ReturnRow) => positions.map((at) => row.cells[at] ?? '');
  const byCodes = new Map(rows.map((row) => [codesOf(row).join('|'), row]));
  return {
    columns,
    rowAt: (choice) => byCodes.get(columns.map(({ name }) => choice.get(name)).join('|')),
    partsAt: (choice) =>
      rows.filter((row) =>
        codesOf(row).every(
          (code, at) =>
            code !== totalCode && (choice.get(columns[at]?.name ?? '') ?? code) === code,
        ),
      ),
  };
}

const withTotals = (choice: Choice, columns: readonly ReturnColumn[]): Choice =>
  new Map([...choice, ...columns.map(({ name }): [string, string] => [name, totalCode])]);

/** The row that shows that codes without a row count nothing: a total that equals the rows given. */
function proofOf(
  { columns, rowAt, partsAt }: Breakdown,
  choice: Choice,
  positions: readonly number[],
): ReturnRow | undefined {
  const untotalled = columns.filter(({ total }) => !total).map(({ name }) => name);
  const slice = new Map([...choice].filter(([name]) => untotalled.includes(name)));
  const total = rowAt(
    withTotals(
      slice,
      columns.filter((column) => column.total),
    ),
  );
  if (!total) return undefined;
  const parts = sumOfRows(partsAt(slice), positions, 0).reading;
  return parts === sumOfRows([total], positions, 'x').reading && typeof parts === 'number'
    ? total
    : undefined;
}

/** The rows that together stand for one choice of codes. */
interface Found {
  readonly rows: readonly ReturnRow[];
  /** The row that says that codes without a row count nothing, where it was needed. */
  readonly proof: ReturnRow | undefined;
  readonly is: 'one row' | 'complete' | 'incomplete';
}

function find(breakdown: Breakdown, choice: Choice, positions: readonly number[]): Found {
  const free = breakdown.columns.filter(({ name }) => !choice.has(name));
  const whole = breakdown.rowAt(withTotals(choice, free));
  if (whole) return { rows: [whole], proof: undefined, is: 'one row' };
  const codes = free.map(
    ({ name, codes }) => [name, codes?.codes.map(({ code }) => code) ?? []] as const,
  );
  const parts = choices(codes).map((rest) => breakdown.rowAt(new Map([...choice, ...rest])));
  const rows = parts.filter((row) => row !== undefined);
  if (rows.length === parts.length) return { rows, proof: undefined, is: 'complete' };
  const proof = proofOf(breakdown, choice, positions);
  return { rows, proof, is: proof ? 'complete' : 'incomplete' };
}

/**
 * The sum of a table's cells that a formula names.
 *
 * A total row that the return gives is taken as it stands; otherwise every code needs a row. Codes without a row count
 * nothing only where a total row equals the sum of the rows given; elsewhere the sum is not available.
 */
export function sumOfCodes(table: ReturnTable, rows: readonly ReturnRow[], addends: Addends): Sum {
  const breakdown = breakdownOf(table, rows);
  const positions = addends.columns.map((name) => positionOf(table, name));
  const found = choices(Object.entries(addends.where ?? {})).map((choice) =>
    find(breakdown, choice, positions),
  );
  const added = found.flatMap(({ rows }) => rows);
  const proofs = found.flatMap(({ proof }) => proof ?? []);
  const sum = sumOfRows(added, positions, 0);
  return {
    reading: found.some(({ is }) => is === 'incomplete') ? 'x' : sum.reading,
    rows: rowNumbers([...added, ...proofs]),
    asItStands: sum.asItStands && found.every(({ is }) => is === 'one row'),
  };
}
