import { createTextDecoding } from '../reading/text-decoding.ts';
import { createCsvSplitter } from './csv-splitter.ts';

/** Rows that were read together, and how much of the file has been read. Unit: bytes. */
export interface RowBatch {
  readonly rows: readonly string[][];
  readonly bytesRead: number;
}

/**
 * The rows of a CSV file in any usual encoding, a batch at a time: a file of any length takes the memory of a batch.
 *
 * @throws RangeError a quotation mark is not closed.
 */
export async function* blobRows(file: Blob): AsyncGenerator<RowBatch> {
  const decoding = createTextDecoding();
  const splitter = createCsvSplitter();
  const reader = file.stream().getReader();
  let bytesRead = 0;

  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    bytesRead += value.byteLength;
    yield { rows: splitter.push(decoding.push(value)), bytesRead };
  }
  const last = splitter.push(decoding.end());
  yield { rows: [...last, ...splitter.end()], bytesRead };
}
