import Papa from 'papaparse';
import { createCsvSplitter, RowTooWide } from '../sources/csv-splitter.ts';
import type { ReturnFormat } from '../table.ts';
import { FileRefusal } from './file-refusal.ts';
import type { Header } from './header.ts';
import { headerSearchLines } from './header.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { checkStart, headerOf } from './sheet-reader.ts';
import { createTextDecoding } from './text-decoding.ts';

const delimiters = [',', ';', '\t', '|'];

/** Text in which the header is looked for. Unit: characters. */
const headLength = 32_768;

/** Lines of a CSV file, a batch at a time. */
interface CsvLines {
  readonly lines: readonly (readonly string[])[];
  /** True for the line that the file ends with where no line break follows it. */
  readonly isOpen: boolean;
}

/** What is known of a CSV file before its rows are read. */
export interface CsvOpening {
  /** Null where no table’s header was found; then nothing more is read. */
  readonly header: Header | null;
  /** The first lines as they were split. */
  readonly start: readonly (readonly string[])[];
  /** All lines, from the first of the file. */
  readonly batches: AsyncGenerator<CsvLines>;
  hasUnreadable(): boolean;
}

/**
 * Opens a CSV file of any encoding and delimiter: that one separates cells under which a header fits best.
 *
 * @throws FileRefusal as `checkStart`.
 */
export async function openCsv(
  pieces: AsyncIterator<Uint8Array>,
  file: { readonly name: string; readonly format: ReturnFormat },
): Promise<CsvOpening> {
  const decoding = createTextDecoding();
  let head = '';
  let isEnd = false;
  while (head.length < headLength && !isEnd) {
    const { value, done } = await pieces.next();
    isEnd = done === true;
    head += isEnd ? decoding.end() : decoding.push(value);
  }

  const { delimiter, header, start } = bestSplit(head, file);
  return {
    header,
    start,
    batches: batchesOf({ head, rest: textsOf(pieces, decoding, isEnd), delimiter }),
    hasUnreadable: decoding.hasUnreadable,
  };
}

interface Split {
  readonly delimiter: string;
  readonly header: Header | null;
  readonly start: readonly (readonly string[])[];
}

function bestSplit(
  head: string,
  { name, format }: { readonly name: string; readonly format: ReturnFormat },
): Split {
  const splits = delimiters.map((delimiter): Split => {
    const { data } = Papa.parse<string[]>(head, { delimiter, preview: headerSearchLines });
    return { delimiter, header: headerOf({ name, lines: data }, format), start: data };
  });
  const best = splits.reduce((known, other) =>
    (other.header?.fit ?? 0) > (known.header?.fit ?? 0) ? other : known,
  );
  // Where no delimiter shows a table, each may show what must not be kept.
  for (const { header, start } of best.header ? [best] : splits) {
    checkStart({ name, lines: start }, header);
  }
  return best;
}

async function* textsOf(
  pieces: AsyncIterator<Uint8Array>,
  decoding: ReturnType<typeof createTextDecoding>,
  isEnd: boolean,
): AsyncGenerator<string> {
  if (isEnd) return;
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    yield decoding.push(piece.value);
  }
  yield decoding.end();
}

async function* batchesOf(given: {
  readonly head: string;
  readonly rest: AsyncGenerator<string>;
  readonly delimiter: string;
}): AsyncGenerator<CsvLines> {
  const splitter = createCsvSplitter(given.delimiter);
  let last = given.head;
  try {
    yield { lines: splitter.push(given.head), isOpen: false };
    for await (const text of given.rest) {
      last = text || last;
      yield { lines: splitter.push(text), isOpen: false };
    }
    yield { lines: splitter.end(), isOpen: !/[\r\n]$/.test(last) };
  } catch (error) {
    throw error instanceof RangeError ? new FileRefusal(tooLong(error)) : error;
  }
}

const tooLong = (error: RangeError): Problem =>
  error instanceof RowTooWide
    ? problem('returns/too-many-columns', error.message)
    : problem('returns/cell-too-long', 'A cell is longer than any cell should be.');
