import { reconcile } from './reconcile.ts';
import type { ReconcileReading, Reconciliation } from './reconciliation.ts';

/** What is said of a table written as lines of cells set apart by bars. */
export function reconciled(
  lines: readonly string[],
  choices: Partial<ReconcileReading> = {},
): Reconciliation {
  const [header = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return reconcile({ header, rows, ...choices });
}

/** What is found in it, in sentences. */
export const sentences = (lines: readonly string[], choices: Partial<ReconcileReading> = {}) =>
  reconciled(lines, choices).findings.map(({ sentence }) => sentence);
