import { eesSource } from '../sources/ees/ees-source.ts';
import { ofstedSource } from '../sources/ofsted/ofsted-source.ts';
import type { PublishedSource, SourceLine } from '../sources/published-source.ts';
import type { ReturnRow, ReturnTable } from '../table.ts';
import { childWatch, watchLines } from './child-refusal.ts';
import type { Header } from './header.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import type { ReadingState } from './reading-state.ts';
import type { SheetStart } from './sheet-reader.ts';
import { tellMissingColumns } from './sheet-reader.ts';
import { handOn, openReader } from './table-opening.ts';
import type { TableReader } from './table-reader.ts';

/** Numbered lines of a file, a batch at a time; `isOpen` for a last one that no line break follows. */
export interface PublishedLines {
  readonly lines: readonly { readonly cells: readonly string[]; readonly row: number }[];
  readonly isOpen: boolean;
}

/** What a sheet is that somebody published about many authorities; null for any other. */
export function publishedSource(
  { lines }: SheetStart,
  header: Header | null,
  { context }: ReadingState,
): PublishedSource | null {
  const ees = eesSource(lines, header, context);
  if (ees) return ees;
  return header?.positions.every((position) => position >= 0) ? null : ofstedSource(lines, context);
}

/**
 * Reads what a published file says about the return’s authority and month into the state. Gives why no table of the
 * return was in it; null where one was.
 *
 * @throws FileRefusal as `childWatch`.
 */
export async function readPublished(
  source: PublishedSource,
  sheet: string,
  {
    batches,
    state,
  }: { readonly batches: AsyncIterable<PublishedLines>; readonly state: ReadingState },
): Promise<Problem | null> {
  const refusal = cannotBe(source, state);
  if (refusal !== null) {
    await watchLines(sheet, batches);
    return { ...refusal, sheet };
  }
  const tables = openTables(source, sheet, state);
  const watch = childWatch(sheet);
  const leftOut = (cells: readonly string[], row: number): never[] => {
    watch(cells, row);
    return [];
  };
  for await (const { lines, isOpen } of batches) {
    const taken = lines.flatMap(({ cells, row }) => {
      if (row <= source.line + 1) return leftOut(cells, row);
      if (isOpen && cells.length < source.width) {
        tellCutOff(row, sheet, state);
        return leftOut(cells, row);
      }
      return source.take(cells, row) ?? leftOut(cells, row);
    });
    await tables.read(taken);
  }
  const end = source.end();
  await tables.read(end.lines);
  for (const message of end.leftOut) {
    state.problems.add(problem('returns/published-file', `${source.name}: ${message}`, { sheet }));
  }
  if (!tables.isEmpty()) return null;
  const { authority, period } = state.context;
  const message = `${source.name} has nothing that this return asks of ${authority.name} for ${period}.`;
  const mend = 'Check the authority and the month, or write what it says into the template.';
  return problem('returns/no-table', message, { sheet, mend });
}

/** Why a published file cannot be this return’s; null where it can. */
function cannotBe(
  { name, tables, otherMonth }: PublishedSource,
  { context }: ReadingState,
): Problem | null {
  if (tables.length === 0) {
    const message = `${name} answers no table of ${context.format.title}.`;
    const mend = 'Send it with the return whose tables it answers, or use the template.';
    return problem('returns/no-table', message, { mend });
  }
  if (otherMonth === null) return null;
  const message = `${name} speaks for ${otherMonth}, but this return is for ${context.period}.`;
  return problem('returns/other-month', message, {
    mend: `Send it with the return of ${otherMonth}.`,
  });
}

function tellCutOff(row: number, sheet: string, { problems }: ReadingState): void {
  const message = `The file ends in the middle of row ${row}.`;
  problems.add(problem('returns/cut-off', message, { sheet, row }));
}

/** The tables of a source, each opened with its first line: one of which there is none is not there. */
function openTables(source: PublishedSource, sheet: string, state: ReadingState) {
  const readers = new Map<ReturnTable, TableReader | null>();
  const readerOf = (table: ReturnTable): TableReader | null => {
    const known = readers.get(table);
    if (known !== undefined) return known;
    const stands = source.tables.find((one) => one.table === table);
    const opened = stands
      ? openReader({ ...stands, line: source.line, doubles: [], fit: 0 }, sheet, state)
      : null;
    readers.set(table, opened);
    if (opened) tellMissingColumns(opened.header, sheet, state.problems);
    return opened;
  };
  return {
    isEmpty: () => readers.size === 0,
    read: async (lines: readonly SourceLine[]) => {
      for (const [table, own] of Map.groupBy(lines, (line) => line.table)) {
        const reader = readerOf(table);
        if (!reader) continue;
        const rows = own.flatMap(({ cells, row }): ReturnRow[] => {
          const read = reader.read(cells, row);
          return read ? [read] : [];
        });
        await handOn(reader, rows, state);
      }
    },
  };
}
