import { parentPort, workerData } from 'node:worker_threads';
import { markedWorkbook } from '@sufficiency/shared/returns/writing/marked-workbook.ts';
import type { MarkingTask } from './workbook-messages.ts';

const { bytes, problems }: MarkingTask = workerData;

parentPort?.postMessage(await markedWorkbook(bytes, problems));
parentPort?.close();
