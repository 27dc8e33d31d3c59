import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { ReadingContext } from '@sufficiency/shared/returns/reading/reading-context.ts';
import type {
  ReturnReading,
  TableFound,
} from '@sufficiency/shared/returns/reading/return-reader.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';

/** What a thread is given to read. Formats hold functions, so they are named. */
export interface WorkbookTask extends Omit<ReadingContext, 'format'> {
  readonly dataset: Dataset;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What the thread says of a table, named likewise. */
export type TableNamed = Omit<TableFound, 'table'> & { readonly table: string };

/** What the thread answers: rows, of which it sends more when it is told so, and at the end everything else. */
export type WorkbookAnswer =
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly ReturnRow[] }
  | {
      readonly kind: 'read';
      readonly reading: Omit<ReturnReading, 'tables'> & { readonly tables: readonly TableNamed[] };
    };

/** A workbook that a thread is to mark. */
export interface MarkingTask {
  readonly bytes: Uint8Array;
  readonly problems: readonly Problem[];
}
