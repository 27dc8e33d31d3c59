import { Worker } from 'node:worker_threads';
import { createTurns } from './return-turns.ts';

/**
 * What a thread may take beside the bytes it works on. Half a million rows, the most that may be sent in a workbook, were
 * read within 384. Unit: MB.
 */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** Threads for workbooks at once: each takes up to a gigabyte with what it expands. */
const most = 2;

/** One organisation has one of them, so that its large workbooks keep no other waiting. */
const turns = createTurns({ most, mostOfOne: 1, mostWaiting: 10 });

const scripts = { reading: './workbook-worker.ts', marking: './marking-worker.ts' };

/**
 * Works on a workbook in a thread of its own, when it is the organisation's turn: opening one takes seconds in which nobody
 * else would be answered.
 *
 * @throws DomainError CONFLICT ten workbooks of the organisation wait already.
 */
export const inWorkbookThread = <Result>(
  what: keyof typeof scripts,
  { organisationId, task }: { readonly organisationId: string; readonly task: object },
  work: (worker: Worker) => Promise<Result>,
): Promise<Result> =>
  turns.take(organisationId, async () => {
    const script = new URL(scripts[what], import.meta.url);
    const worker = new Worker(script, { workerData: task, resourceLimits });
    try {
      return await work(worker);
    } finally {
      await worker.terminate();
    }
  });

/** True where a thread took more than it may. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
