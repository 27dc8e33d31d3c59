import type { ReturnContents } from '../../table.ts';
import { blobRows } from '../blob-rows.ts';
import type { Collection, CollectionFile } from './collection.ts';
import { createCollection } from './collection.ts';
import type { CountScope } from './count-scope.ts';
import { careOf } from './effective-episodes.ts';
import type { FileKind } from './file-kind.ts';
import { countFlows } from './flows.ts';
import { monthOf } from './month.ts';
import type { ReturnSubject, Told } from './month-tables.ts';
import { monthTables } from './month-tables.ts';
import type { SourceProblem } from './problem-book.ts';
import { createProblemBook } from './problem-book.ts';
import { countSnapshot } from './snapshot.ts';
import { createTally } from './tally.ts';

/** What became of one file. */
export interface FileRead {
  /** Null for a file whose columns belong to no file that is read. */
  readonly kind: FileKind | null;
  readonly rows: number;
}

/** A month's counts, and what was met on the way. No child is in it. */
export interface Aggregate {
  /** Tables of the placements return, ready to be sent. */
  readonly tables: ReturnContents;
  /** Rows are rows of the files: they are for whoever has the files. */
  readonly problems: readonly SourceProblem[];
  /** In the order the files were given. */
  readonly files: readonly FileRead[];
  /** Children looked after on the last day of the month. */
  readonly children: number;
  /** Of these, unaccompanied asylum-seeking children. */
  readonly unaccompanied: number;
}

/** How far the reading is. Unit: bytes. */
export type ReadingReport = (done: number, total: number) => void;

/**
 * Reads header, episodes and UASC files of the children looked after return (SSDA903), several at once and in any order,
 * and counts what the placements return asks for. Other files are passed over and said so.
 *
 * @throws RangeError a file is no CSV (a quotation mark is not closed), or none of them is an episodes file.
 */
export async function aggregateSsda903(
  files: readonly Blob[],
  subject: ReturnSubject,
  report: ReadingReport = () => undefined,
): Promise<Aggregate> {
  const book = createProblemBook();
  const collection = createCollection(book);
  const read = await readFiles(files, collection, report);
  if (!read.some(({ kind }) => kind === 'episodes')) throw new RangeError(noEpisodes);

  const told = toldBy(read);
  const tally = createTally();
  countMonth(collection, {
    authority: subject.authority,
    month: monthOf(subject.period),
    hasHeader: told.people,
    tally,
    note: book.note,
  });
  return {
    tables: monthTables(tally, subject, told),
    problems: book.problems(),
    files: read.map(({ kind, rows }) => ({ kind, rows })),
    children: tally.count('stability', 'children'),
    unaccompanied: tally.count('children-by-unaccompanied-status', 'UASC'),
  };
}

/** Without episodes nobody is counted, which is not that there is nobody. */
const noEpisodes =
  'None of the files is an episodes file: it has the columns CHILD, DECOM, LS, PLACE, DEC and REC.';

async function readFiles(
  files: readonly Blob[],
  collection: Collection,
  report: ReadingReport,
): Promise<CollectionFile[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const read: CollectionFile[] = [];
  let before = 0;
  for (const blob of files) {
    const file = collection.openFile();
    read.push(file);
    for await (const { rows, bytesRead } of blobRows(blob)) {
      file.take(rows);
      report(before + bytesRead, total);
    }
    before += blob.size;
  }
  return read;
}

function countMonth({ children }: Collection, scope: CountScope): void {
  const { month, note } = scope;
  for (const child of children.values()) {
    const care = careOf(child, (rule, episode) => {
      // What was settled long ago changes nothing of this month.
      const isNear =
        episode.began <= month.last && (episode.ended ?? month.last) >= month.yearBegan;
      if (isNear) note(rule, episode);
    });
    countSnapshot(child, care, scope);
    countFlows(care, scope);
  }
}

function toldBy(files: readonly CollectionFile[]): Told {
  const episodes = files.filter(({ kind }) => kind === 'episodes');
  const has = (...names: readonly string[]) =>
    episodes.some(({ columns }) => names.some((name) => columns.has(name)));
  return {
    people: files.some(({ kind }) => kind === 'header'),
    unaccompanied: files.some(({ kind }) => kind === 'uasc'),
    location: has('PL_LOCATION', 'PL_LA'),
    distance: has('PL_DISTANCE'),
  };
}
