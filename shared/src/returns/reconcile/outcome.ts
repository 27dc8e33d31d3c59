import type { ReconcileFinding, ReconcileGap } from './reconciliation.ts';

/** What one rule found. */
export interface Outcome {
  readonly checks: number;
  readonly findings: readonly ReconcileFinding[];
  readonly unchecked: readonly ReconcileGap[];
}

export const outcome = (checks: number, findings: readonly ReconcileFinding[] = []): Outcome => ({
  checks,
  findings,
  unchecked: [],
});

export const together = (outcomes: readonly Outcome[]): Outcome => ({
  checks: outcomes.reduce((sum, { checks }) => sum + checks, 0),
  findings: outcomes.flatMap(({ findings }) => findings),
  unchecked: outcomes.flatMap(({ unchecked }) => unchecked),
});
