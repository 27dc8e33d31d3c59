import { Worker } from 'node:worker_threads';
import type { AuditAnswer, AuditTask } from './audit-messages.ts';
import type { ProtectedCells, ProtectOptions, ReleaseProblem } from './release-problem.ts';
import { AuditFailed } from './release-problem.ts';

/** Ample for the largest release. The solver's own memory comes on top: at most 4 GB, by its build. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/**
 * `protect`, in a thread of its own, which is ended with the work, however it ends.
 *
 * @throws AuditFailed as `protect`.
 * @throws the signal's reason, at once, where it is stopped.
 * @throws Error the thread broke off: nothing was proved then.
 */
export async function protectInThread(
  problem: ReleaseProblem,
  { report, checkpoint, signal }: ProtectOptions = {},
): Promise<ProtectedCells> {
  signal?.throwIfAborted();
  const workerData: AuditTask = { problem, checkpoint: checkpoint ?? null };
  const worker = new Worker(new URL('./audit-worker.ts', import.meta.url), {
    workerData,
    resourceLimits,
  });
  const { promise, resolve, reject } = Promise.withResolvers<ProtectedCells>();
  const breakOff = () => reject(new Error('The audit broke off.'));
  const stop = () => reject(signal?.reason);
  worker.on('message', (answer: AuditAnswer) => {
    if (answer.kind === 'progress') report?.(answer.progress);
    else if (answer.kind === 'protected') resolve(answer.cells);
    else if (answer.kind === 'broken') breakOff();
    else reject(new AuditFailed(answer.attacker, answer.open, answer.why));
  });
  // What a thread dies of may quote what it was at work on: it is not passed on.
  worker.once('error', breakOff);
  worker.once('exit', breakOff);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
