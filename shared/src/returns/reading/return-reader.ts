import type { ReturnContents, ReturnRow, ReturnTable } from '../table.ts';
import { checkTables } from './check-tables.ts';
import { readFile } from './file-reader.ts';
import { FileRefusal } from './file-refusal.ts';
import type { Problem } from './problem.ts';
import { createProblemList } from './problem-list.ts';
import type { ReadingContext } from './reading-context.ts';
import type { ReadingHandlers } from './reading-handlers.ts';
import type { ReadingState } from './reading-state.ts';
import type { SentFile } from './sent-file.ts';

/** A table as it was found. */
export interface TableFound {
  readonly table: ReturnTable;
  /** The sheet or CSV file it was in. */
  readonly sheet: string;
  /** The header’s row, as Excel counts. */
  readonly headerRow: number;
  /** Lines below the header that were rows, good or not. */
  readonly rowCount: number;
}

/** What a return’s files say about themselves. */
export interface ReturnReading {
  /** Why nothing of the files may be kept; null where they were read. The rows handed on before are void. */
  readonly refusal: Problem | null;
  /** Everything that was found, in the order of the files; the refusal among them. */
  readonly problems: readonly Problem[];
  readonly tables: readonly TableFound[];
}

/**
 * Reads and checks the files of one return: a workbook with a sheet for each table, or CSV files with a table each.
 *
 * Whatever is wrong with them is told as data, all at once. CSV of any length takes the memory of a piece and of its
 * keys; a workbook is held whole.
 */
export async function readReturn(
  files: readonly SentFile[],
  context: ReadingContext,
  handlers: ReadingHandlers,
): Promise<ReturnReading> {
  const state: ReadingState = {
    context,
    handlers,
    problems: createProblemList(),
    readers: [],
    counts: new Map(),
    goodRows: 0,
  };
  try {
    for (const file of files) await readFile(file, state);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return {
      refusal: error.problem,
      problems: [...state.problems.all(), error.problem],
      tables: [],
    };
  }
  checkTables(state);
  return {
    refusal: null,
    problems: state.problems.all(),
    tables: state.readers.map(({ table, sheet, header, rowCount }) => ({
      table,
      sheet,
      headerRow: header.line + 1,
      rowCount: rowCount(),
    })),
  };
}

/** As `readReturn`, with the good rows at hand: for returns that fit into memory. */
export async function readReturnContents(
  files: readonly SentFile[],
  context: ReadingContext,
): Promise<ReturnReading & { readonly contents: ReturnContents }> {
  const contents = new Map<string, ReturnRow[]>();
  const reading = await readReturn(files, context, {
    onRows: ({ name }, rows) => {
      const all = contents.get(name) ?? [];
      contents.set(name, all);
      for (const row of rows) all.push(row);
    },
  });
  for (const { table } of reading.tables) {
    if (!contents.has(table.name)) contents.set(table.name, []);
  }
  return { ...reading, contents };
}
