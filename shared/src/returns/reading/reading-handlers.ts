import type { ReturnRow, ReturnTable } from '../table.ts';

/** How far reading has come. */
export interface ReadingProgress {
  /** Read of the file at hand. Unit: bytes. */
  readonly bytes: number;
  /** Good rows of all files so far. */
  readonly rows: number;
}

/** Who takes what is read. */
export interface ReadingHandlers {
  /** Takes good rows, some thousands at a time, in the order of the file; reading waits until it is done. */
  readonly onRows: (table: ReturnTable, rows: readonly ReturnRow[]) => void | Promise<void>;
  readonly onProgress?: (progress: ReadingProgress) => void;
}
