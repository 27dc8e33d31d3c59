import type { Child } from './child.ts';
import { readPerson } from './child.ts';
import { dayNumber } from './day-number.ts';
import type { NamedCell } from './episode.ts';
import { readEpisode } from './episode.ts';
import type { Columns, FileKind } from './file-kind.ts';
import { columnsOf, fileKindOf } from './file-kind.ts';
import type { ProblemBook, RowPlace } from './problem-book.ts';

/** One file while it is read. */
export interface CollectionFile {
  /** Null while its header has not been found, and for a file that is not read. */
  readonly kind: FileKind | null;
  /** Rows below the header that say something. */
  readonly rows: number;
  readonly columns: Columns;
  /** Takes the rows of the file, in order, however they are cut into batches. */
  take(rows: readonly (readonly string[])[]): void;
}

/** What the files of the collection say, child by child. Stays where the files are read. */
export interface Collection {
  /** In the order their rows were met. */
  readonly children: ReadonlyMap<string, Child>;
  openFile(): CollectionFile;
}

/** Lines among which the header is looked for. */
const headerWithin = 20;

/** A collection of nothing yet. */
export function createCollection(book: ProblemBook): Collection {
  const children = new Map<string, Child>();
  let files = 0;

  const childOf = (id: string): Child => {
    const known = children.get(id);
    if (known) return known;
    const child: Child = { episodes: [], person: null, unaccompaniedUntil: null };
    children.set(id, child);
    return child;
  };

  return {
    children,
    openFile: () => {
      const file = files;
      files += 1;
      return openFile(file, (kind, cell, at) => {
        const id = cell('CHILD');
        if (id === '') book.note('NO_CHILD', at);
        else takeRow[kind](childOf(id), cell, at, book);
      });
    },
  };
}

type TakeRow = (child: Child, cell: NamedCell, at: RowPlace, book: ProblemBook) => void;

const takeRow: Readonly<Record<FileKind, TakeRow>> = {
  episodes: (child, cell, at, book) => {
    const episode = readEpisode(cell, at);
    if (typeof episode === 'string') book.note(episode, at);
    else child.episodes.push(episode);
  },
  header: (child, cell, at, book) => {
    // The same child comes in the header file of every year.
    if (child.person?.file === at.file) book.note('INT32', at);
    child.person = readPerson(cell, at);
  },
  uasc: (child, cell, at, book) => {
    const until = cell('DUC');
    const day = dayNumber(until);
    if (until !== '' && day === null) book.note('104', at);
    child.unaccompaniedUntil = day ?? Number.POSITIVE_INFINITY;
  },
};

function openFile(
  file: number,
  take: (kind: FileKind, cell: NamedCell, at: RowPlace) => void,
): CollectionFile {
  let kind: FileKind | null = null;
  let columns: Columns = new Map();
  let line = 0;
  let rows = 0;

  const takeLine = (cells: readonly string[]) => {
    line += 1;
    if (kind === null) {
      if (line > headerWithin) return;
      columns = columnsOf(cells);
      kind = fileKindOf(columns);
      return;
    }
    if (cells.every((cell) => cell === '')) return;
    rows += 1;
    take(kind, (name) => cells[columns.get(name) ?? -1] ?? '', { file, row: line });
  };

  return {
    get kind() {
      return kind;
    },
    get rows() {
      return rows;
    },
    get columns() {
      return columns;
    },
    take: (lines) => {
      for (const cells of lines) takeLine(cells);
    },
  };
}
