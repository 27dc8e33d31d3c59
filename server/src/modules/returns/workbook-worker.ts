import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { inPieces } from '@sufficiency/shared/returns/reading/bytes.ts';
import { readReturn } from '@sufficiency/shared/returns/reading/return-reader.ts';
import type { WorkbookAnswer, WorkbookTask } from './workbook-messages.ts';

// A thread of its own: opening a workbook takes seconds in which nobody else would be answered.
const { dataset, files, ...context }: WorkbookTask = workerData;
const answer = (message: WorkbookAnswer) => parentPort?.postMessage(message);

const { tables, ...reading } = await readReturn(
  files.map(({ name, bytes }) => ({ name, pieces: inPieces(bytes) })),
  { ...context, format: formatOf(dataset) },
  {
    onRows: async ({ name }, rows) => {
      answer({ kind: 'rows', table: name, rows });
      if (parentPort) await once(parentPort, 'message');
    },
  },
);

answer({
  kind: 'read',
  reading: {
    ...reading,
    tables: tables.map(({ table, ...found }) => ({ ...found, table: table.name })),
  },
});
parentPort?.close();
