import { badInput, conflict } from '@sufficiency/shared/errors.ts';
import type {
  PrintedTable,
  Reconciliation,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { tableProblem } from '@sufficiency/shared/returns/reconcile/table-limits.ts';
import { reconcileInThread } from './reconcile-thread.ts';
import { createTurns } from './return-turns.ts';

/** One table of an organisation at a time; each takes two seconds at most. */
const turns = createTurns({ most: 2, mostOfOne: 1, mostWaiting: 4 });

const tooMany = () =>
  conflict(
    'Your organisation is checking several tables at this moment. Check this one after them.',
  );

/**
 * Whether a printed table adds up. It is told from the table alone, and nothing of it is kept: anybody who is signed in
 * may ask.
 *
 * @param signal aborted when nobody waits for the answer any more.
 * @throws DomainError BAD_USER_INPUT a table that is no table, or larger than what is checked at once, or one that takes
 *   too long.
 * @throws DomainError CONFLICT tables of the organisation wait already.
 */
export async function reconcileTable(
  organisationId: string,
  table: PrintedTable,
  signal: AbortSignal,
): Promise<Reconciliation> {
  const problem = tableProblem(table);
  if (problem !== null) throw badInput(problem);
  const leave = await turns.enter(organisationId).catch(() => {
    throw tooMany();
  });
  try {
    return await reconcileInThread(table, { signal });
  } finally {
    leave();
  }
}
