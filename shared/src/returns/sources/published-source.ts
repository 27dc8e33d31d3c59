import type { ReturnTable } from '../table.ts';

/** A line of a published file as a table’s reader takes it: its cells, with codes and months as returns write them. */
export interface SourceLine {
  readonly table: ReturnTable;
  /** As Excel counts rows. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Where a table’s columns stand in the lines of a published file. */
export interface SourceTable {
  readonly table: ReturnTable;
  readonly positions: readonly number[];
  readonly headings: readonly string[];
}

/** What is known of a published file when all its lines were taken. */
export interface SourceEnd {
  /** Rows that only several lines together say. */
  readonly lines: readonly SourceLine[];
  /** Sentences about what was left out, and why. */
  readonly leftOut: readonly string[];
}

/** A file that somebody published about many authorities, read as tables of one authority’s return. */
export interface PublishedSource {
  /** As a sentence begins with it. */
  readonly name: string;
  /** Index of the header’s line. */
  readonly line: number;
  /** How many cells a line has that arrived whole. */
  readonly width: number;
  /** The tables of the format that it may answer; empty where it answers none. */
  readonly tables: readonly SourceTable[];
  /** The month it speaks for, where it says so and it is not the return’s; null otherwise. */
  readonly otherMonth: string | null;
  /** Null for a line that is left out. */
  take(cells: readonly string[], row: number): SourceLine | null;
  end(): SourceEnd;
}

/** Names in a sentence, the first few of them. */
export function someOf(names: Iterable<string>, most = 6): string {
  const all = [...names];
  const listed = all
    .slice(0, most)
    .map((name) => `“${name.slice(0, 80)}”`)
    .join(', ');
  return all.length > most ? `${listed} and ${all.length - most} more` : listed;
}

/** “1 row” or “1,204 rows”. */
export const rowsText = (count: number): string =>
  count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`;
