import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { badInput } from '@sufficiency/shared/errors.ts';
import type {
  PrintedTable,
  Reconciliation,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { isOutOfMemory } from './workbook-threads.ts';

/** What a thread may take: the worst tables found took a quarter of it. Unit: MB. */
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/** How long a table may take; tables as they are printed take a hundredth of it. Unit: milliseconds. */
const usualDeadline = 2_000;

const tooMuch = () =>
  badInput(
    'This table takes too long to check at once. Check a smaller part of it: fewer rows or columns.',
  );

/**
 * Checks a table in a thread of its own, so that others are answered meanwhile. The thread ends with the answer, at the
 * deadline, or when nobody waits for it any more.
 *
 * @throws DomainError BAD_USER_INPUT it takes longer or more memory than a table may; or nobody waits any more.
 */
export async function reconcileInThread(
  table: PrintedTable,
  { signal, deadline = usualDeadline }: { signal: AbortSignal; deadline?: number },
): Promise<Reconciliation> {
  if (signal.aborted) throw nobodyWaits();
  const worker = new Worker(new URL('./reconcile-worker.ts', import.meta.url), { resourceLimits });
  try {
    await once(worker, 'message', { signal });
    // Counted from here: how long a thread takes to start says nothing of the table.
    const end = AbortSignal.any([signal, AbortSignal.timeout(deadline)]);
    worker.postMessage(table);
    const [answer]: Reconciliation[] = await once(worker, 'message', { signal: end });
    return answer as Reconciliation;
  } catch (error) {
    if (signal.aborted) throw nobodyWaits();
    if (isOutOfMemory(error) || (error as Error).name === 'AbortError') throw tooMuch();
    throw error;
  } finally {
    await worker.terminate();
  }
}

const nobodyWaits = () => badInput('Nobody waits for this answer any more.');
