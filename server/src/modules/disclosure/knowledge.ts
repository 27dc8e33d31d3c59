import { intervalOf } from './disclosure-rule.ts';
import type { ProblemCell, ReleaseProblem } from './release-problem.ts';

/** Stands for “no upper bound”; far above any sum. */
export const unbounded = 1_000_000_000;

/** What may be shown, by index of a problem's cells. */
export type Shown = number | 'c' | null;

/** Whole numbers that must lie between `least` and `most`: Σ signs · variables. Figures that add up the same share one. */
export interface Row {
  readonly variables: Int32Array;
  readonly signs: Int8Array;
  /** Indices of the cells it stands for; empty for a link. */
  readonly cells: readonly number[];
  /** Its true value. */
  readonly sum: number;
  least: number;
  most: number;
  /** Whether the bar must hold for it. */
  guarded: boolean;
}

/** Everything that everybody is told, as rows of ±1 with bounds over the variables that are not 0 for all to see. */
export interface Knowledge {
  readonly problem: ReleaseProblem;
  readonly values: Int32Array;
  readonly rows: readonly Row[];
  /** For each variable, the rows it is in, and its sign there. */
  readonly rowsOf: readonly Int32Array[];
  readonly signsOf: readonly Int8Array[];
  /** 1 for variables that a 0 tells, here or in an earlier release. */
  readonly nought: Uint8Array;
}

const sumOf = (values: ArrayLike<number>, variables: Iterable<number>) => {
  let sum = 0;
  for (const variable of variables) sum += values[variable] ?? 0;
  return sum;
};

/** True values of a problem's cells. */
export const cellValues = ({ cells, variables }: ReleaseProblem): number[] =>
  cells.map(({ of }) => sumOf(variables, of));

/**
 * What everybody knows when this is shown.
 *
 * @throws Error a mistake in the problem: not in whole numbers, or something is said to be known that is not so.
 */
export function knowledgeOf(problem: ReleaseProblem, shown: readonly Shown[]): Knowledge {
  const values = Int32Array.from(problem.variables);
  if (problem.variables.some((value, variable) => value < 0 || value !== values[variable])) {
    throw new Error('The problem is not in whole numbers of at least 0.');
  }
  const nought = new Uint8Array(values.length);
  for (const [index, cell] of problem.cells.entries()) {
    if (shown[index] === 0 || wasNought(cell)) for (const variable of cell.of) nought[variable] = 1;
  }
  const rows = [...cellRows(problem, values, nought), ...linkRows(problem, values, nought)];
  for (const row of rows) tell(problem, row, (cell) => shown[cell] ?? null);
  const [rowsOf, signsOf] = transposed(rows, values.length);
  return { problem, values, rows, rowsOf, signsOf, nought };
}

/** Whether an earlier release told that it is 0, and nobody keeps that back. */
const wasNought = ({ kind, earlier = [] }: ProblemCell) =>
  kind !== 'kept-back' && earlier.some(({ most }) => most === 0);

function cellRows({ cells }: ReleaseProblem, values: Int32Array, nought: Uint8Array): Row[] {
  const found = new Map<string, number[]>();
  for (const [index, { of }] of cells.entries()) {
    const key = of
      .filter((variable) => nought[variable] === 0)
      .toSorted((one, other) => one - other)
      .join();
    const same = found.get(key);
    if (same) same.push(index);
    else found.set(key, [index]);
  }
  return found
    .entries()
    .map(([key, same]) => {
      const variables = Int32Array.from(key === '' ? [] : key.split(','), Number);
      return rowOf(variables, new Int8Array(variables.length).fill(1), same, values);
    })
    .toArray();
}

function linkRows({ links }: ReleaseProblem, values: Int32Array, nought: Uint8Array): Row[] {
  return links.map(({ plus, minus, difference }) => {
    const signed = [
      ...plus.map((variable) => [variable, 1] as const),
      ...minus.map((variable) => [variable, -1] as const),
    ].filter(([variable]) => nought[variable] === 0);
    const row = rowOf(
      Int32Array.from(signed, ([variable]) => variable),
      Int8Array.from(signed, ([, sign]) => sign),
      [],
      values,
    );
    row.least = difference;
    row.most = difference;
    return row;
  });
}

function rowOf(
  variables: Int32Array,
  signs: Int8Array,
  cells: readonly number[],
  values: Int32Array,
): Row {
  let sum = 0;
  for (const [nth, variable] of variables.entries()) {
    sum += (signs[nth] ?? 0) * (values[variable] ?? 0);
  }
  return { variables, signs, cells, sum, least: 0, most: unbounded, guarded: false };
}

/** Sets a row's bounds, and whether it is guarded, from what is shown of its cells. */
export function tell(problem: ReleaseProblem, row: Row, shownOf: (cell: number) => Shown): void {
  if (row.cells.length > 0) {
    row.least = 0;
    row.most = unbounded;
    row.guarded = false;
  }
  let known = false;
  for (const index of row.cells) {
    const cell = problem.cells[index];
    if (!cell) continue;
    const shown = shownOf(index);
    known ||= cell.known === true;
    row.guarded ||= isGuarded(problem, cell, shown, row.sum);
    narrow(row, shownInterval(problem, cell, shown, row.sum));
    for (const earlier of cell.earlier ?? []) narrow(row, earlier);
  }
  if (known) {
    row.guarded = false;
    narrow(row, { least: row.sum, most: row.sum });
  }
  if (row.sum < row.least || row.sum > row.most) {
    throw new Error('The problem says something of a figure, or of a link, that is not so.');
  }
}

/** The bounds that a row would have if all its figures were c. */
export function boundsWhenSuppressed(
  { problem }: Knowledge,
  row: Row,
): Pick<Row, 'least' | 'most'> {
  const freed = { ...row };
  tell(problem, freed, () => 'c');
  return freed;
}

function narrow(row: Row, { least, most }: { least: number; most: number | null }): void {
  row.least = Math.max(row.least, least);
  row.most = Math.min(row.most, most ?? unbounded);
}

/** A c says “at least 1”, unless it hides a 0 that was kept back. */
function shownInterval({ rule }: ReleaseProblem, { kind }: ProblemCell, shown: Shown, sum: number) {
  if (shown === null || (kind === 'kept-back' && sum === 0)) return { least: 0, most: null };
  return intervalOf(rule, shown);
}

/** Every c; what is not shown and small; and what an earlier release showed as c, even where it is published now. */
function isGuarded({ rule }: ReleaseProblem, cell: ProblemCell, shown: Shown, sum: number) {
  if (shown === 'c') return true;
  const wasSuppressed = (cell.earlier ?? []).some(({ most }) => most === null);
  const isSmall = shown === null && sum < rule.minimumCount;
  return sum > 0 && (wasSuppressed || isSmall);
}

function transposed(rows: readonly Row[], variables: number): [Int32Array[], Int8Array[]] {
  const rowsOf: number[][] = Array.from({ length: variables }, () => []);
  const signsOf: number[][] = Array.from({ length: variables }, () => []);
  for (const [index, row] of rows.entries()) {
    for (const [nth, variable] of row.variables.entries()) {
      rowsOf[variable]?.push(index);
      signsOf[variable]?.push(row.signs[nth] ?? 0);
    }
  }
  return [rowsOf.map((each) => Int32Array.from(each)), signsOf.map((each) => Int8Array.from(each))];
}
