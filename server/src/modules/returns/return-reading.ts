import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { joinedBytes, withLongHead } from '@sufficiency/shared/returns/reading/bytes.ts';
import { fileKindOf } from '@sufficiency/shared/returns/reading/file-kind.ts';
import { largestFile } from '@sufficiency/shared/returns/reading/file-reader.ts';
import { problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { ReadingContext } from '@sufficiency/shared/returns/reading/reading-context.ts';
import type { ReadingHandlers } from '@sufficiency/shared/returns/reading/reading-handlers.ts';
import type { ReturnReading } from '@sufficiency/shared/returns/reading/return-reader.ts';
import { readReturn } from '@sufficiency/shared/returns/reading/return-reader.ts';
import type { SentFile } from '@sufficiency/shared/returns/reading/sent-file.ts';
import type { WorkbookAnswer, WorkbookTask } from './workbook-messages.ts';
import { inWorkbookThread, isOutOfMemory } from './workbook-threads.ts';

/**
 * Reads the files of a return as `readReturn` does, and never keeps others waiting: CSV by stream, where each piece is
 * short; workbooks in a thread of their own, when it is the organisation's turn.
 *
 * @throws DomainError CONFLICT too many workbooks of the organisation wait.
 */
export async function readSentFiles(
  files: readonly SentFile[],
  { organisationId, ...context }: ReadingContext & { readonly organisationId: string },
  handlers: ReadingHandlers,
): Promise<ReturnReading> {
  const opened = await Promise.all(files.map(openedFile));
  if (opened.every(({ isText }) => isText)) return readReturn(opened, context, handlers);
  const { format, authority, period, today } = context;
  const held = opened.map(async ({ name, pieces }) => ({ name, bytes: await bytesOf(pieces) }));
  const task = {
    dataset: format.dataset,
    authority,
    period,
    today,
    files: await Promise.all(held),
  };
  return readInThread(organisationId, { task, context, handlers });
}

/** What a file is recognised by. Unit: bytes. */
const headSize = 4_096;

async function openedFile({ name, pieces }: SentFile): Promise<SentFile & { isText: boolean }> {
  const all = withLongHead(pieces, headSize);
  const { value: head, done } = await all.next();
  if (done) return { name, pieces: all, isText: true };
  return { name, pieces: resumed(head, all), isText: fileKindOf(head) === 'text' };
}

async function* resumed(head: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield head;
  yield* rest;
}

/** All bytes of a file; of one that is too large as many as tell that it is. */
async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size > largestFile) break;
  }
  return joinedBytes(held);
}

async function readInThread(organisationId: string, reading: Reading): Promise<ReturnReading> {
  const { task } = reading;
  try {
    return await inWorkbookThread('reading', { organisationId, task }, (worker) =>
      readBy(worker, reading),
    );
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    const refusal = problem(
      'returns/expands-too-much',
      'The workbook takes too much memory to open.',
    );
    return { refusal, problems: [refusal], tables: [] };
  }
}

interface Reading {
  readonly task: WorkbookTask;
  readonly context: ReadingContext;
  readonly handlers: ReadingHandlers;
}

async function readBy(
  worker: Worker,
  { task, context: { format }, handlers }: Reading,
): Promise<ReturnReading> {
  const tables = new Map(format.tables.map((table) => [table.name, table]));
  const bytes = task.files.reduce((sum, file) => sum + file.bytes.length, 0);
  let rows = 0;
  for (;;) {
    const [answer]: WorkbookAnswer[] = await once(worker, 'message');
    if (answer?.kind === 'rows') {
      rows += answer.rows.length;
      const table = tables.get(answer.table);
      if (table) await handlers.onRows(table, answer.rows);
      handlers.onProgress?.({ bytes, rows });
      worker.postMessage('more');
    } else if (answer) {
      const named = answer.reading.tables.flatMap(({ table: name, ...found }) => {
        const table = tables.get(name);
        return table ? [{ ...found, table }] : [];
      });
      return { ...answer.reading, tables: named };
    }
  }
}
