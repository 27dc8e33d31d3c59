/** Where a cell stands as a spreadsheet counts: the header is row 1, the first row below it 2. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What was checked. */
export const reconcileRules = [
  'total',
  'share',
  'percentage-base',
  'rate',
  'growth',
  'stock',
  'breakdowns',
  'target-chain',
  'statement',
  'slip',
] as const;

export type ReconcileRule = (typeof reconcileRules)[number];

/** `error`: the figures cannot all be right. `query`: they can, for a reason to be asked. `note`: worth knowing. */
export const reconcileSeverities = ['error', 'query', 'note'] as const;

export type ReconcileSeverity = (typeof reconcileSeverities)[number];

/** Figures that do not agree with one another. */
export interface ReconcileFinding {
  readonly rule: ReconcileRule;
  readonly severity: ReconcileSeverity;
  /** The first is the one whose printed value is questioned. */
  readonly cells: readonly CellPlace[];
  /** As printed. */
  readonly printed: string;
  /** What the other figures make it; null where they do not say one number. */
  readonly expected: string | null;
  /** Printed less expected; null where there is no expected number. */
  readonly difference: number | null;
  readonly sentence: string;
}

/** A check that could not be made because a figure it needs is not given. */
export interface ReconcileGap {
  readonly cells: readonly CellPlace[];
  readonly sentence: string;
}

/** How the table was read; each may be changed by the reader. Rows and columns as in `CellPlace`. */
export interface ReconcileReading {
  readonly totalRows: readonly number[];
  readonly totalColumns: readonly number[];
  readonly percentColumns: readonly number[];
}

/** A table as printed: texts, row by row, and what the reader says of them. Absent choices are guessed. */
export interface PrintedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly totalRows?: readonly number[] | undefined;
  readonly totalColumns?: readonly number[] | undefined;
  readonly percentColumns?: readonly number[] | undefined;
}

/** Whether a printed table adds up. */
export interface Reconciliation {
  /** The answer, in a sentence. */
  readonly sentence: string;
  /** How many checks were made. */
  readonly checks: number;
  readonly findings: readonly ReconcileFinding[];
  readonly unchecked: readonly ReconcileGap[];
  readonly reading: ReconcileReading;
}
