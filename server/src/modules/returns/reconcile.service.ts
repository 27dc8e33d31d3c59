import { badInput } from '@sufficiency/shared/errors.ts';
import { reconcile } from '@sufficiency/shared/returns/reconcile/reconcile.ts';
import type {
  PrintedTable,
  Reconciliation,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { tableProblem } from '@sufficiency/shared/returns/reconcile/table-limits.ts';

/**
 * Whether a printed table adds up. It is told from the table alone, and nothing of it is kept: anybody who is signed in
 * may ask.
 *
 * @throws DomainError BAD_USER_INPUT a table that is no table, or larger than what is checked at once.
 */
export function reconcileTable(table: PrintedTable): Reconciliation {
  const problem = tableProblem(table);
  if (problem !== null) throw badInput(problem);
  return reconcile(table);
}
