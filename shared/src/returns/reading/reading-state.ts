import type { ReturnRow } from '../table.ts';
import type { ProblemList } from './problem-list.ts';
import type { ReadingContext } from './reading-context.ts';
import type { ReadingHandlers } from './reading-handlers.ts';
import type { TableReader } from './table-reader.ts';

/** What is known while the files of one return are read. */
export interface ReadingState {
  readonly context: ReadingContext;
  readonly handlers: ReadingHandlers;
  readonly problems: ProblemList;
  /** One for each table found so far. */
  readonly readers: TableReader[];
  /** Good rows by table name, of tables that count by codes: they are few, one for each combination. */
  readonly counts: Map<string, ReturnRow[]>;
  goodRows: number;
}
