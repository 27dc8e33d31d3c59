import { badInput } from '@sufficiency/shared/errors.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { monthBefore } from '@sufficiency/shared/returns/collection-calendar.ts';
import { gatherFigureRows } from '@sufficiency/shared/returns/figure-rows.ts';
import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { ReadingContext } from '@sufficiency/shared/returns/reading/reading-context.ts';
import type { ReturnContents, ReturnRow, ReturnTable } from '@sufficiency/shared/returns/table.ts';
import type { Viewer } from '../access/viewer.ts';
import { nilContents, unchangedContents } from './nil-rows.ts';
import type { HashedFile } from './return-files.service.ts';
import type { SentKind } from './return-input.ts';
import { readSentFiles } from './return-reading.ts';
import type { StoredRow } from './return-rows.queries.ts';
import { allRows, returnInUse } from './return-rows.queries.ts';
import type { ReturnPlace } from './return-sending.queries.ts';
import { beginRows, insertRows, stillHere, undoRows } from './return-sending.queries.ts';

/** What is to be stored of one sending. */
export interface Content {
  readonly kind: SentKind;
  readonly files: readonly HashedFile[];
  readonly context: ReadingContext;
}

/** What came of reading and storing it. */
export interface StoredContent {
  readonly problems: readonly Problem[];
  /** Enough of the rows to make figures from; nothing of it was stored where there are errors. */
  readonly contents: ReturnContents;
  /** The sheet or CSV file that each table was read from, by the table’s name; empty where there were no files. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Told how much was read. Unit: bytes. */
export type TellRead = (bytes: number) => void;

/** How often the database hears from us while a file is read. Unit: milliseconds. */
const heartbeat = 4_000;

/**
 * Reads what was sent and stores its rows while it goes on. With errors in it, none of them is stored.
 *
 * @throws DomainError BAD_USER_INPUT a file of which nothing can be read or may be kept; no month before to go on from.
 */
export async function storeContent(
  viewer: Viewer,
  returnId: string,
  { content, tellRead }: { readonly content: Content; readonly tellRead: TellRead },
): Promise<StoredContent> {
  const gathering = gatherFigureRows(content.context.format);
  const writing = rowWriter(viewer, returnId);
  await viewer.operation.rows(beginRows);
  const beat = setInterval(() => {
    viewer.operation.rows(stillHere).catch(() => undefined);
  }, heartbeat);
  try {
    const { problems, tables, sheets } = await readContent(viewer, content, {
      tellRead,
      onRows: async (table, rows) => {
        gathering.add(table, rows);
        await writing.add(table, rows);
      },
    });
    await writing.end();
    for (const table of tables) gathering.found(table);
    if (problems.some(({ severity }) => severity === 'ERROR')) {
      await viewer.operation.rows(undoRows);
    }
    return { problems, contents: gathering.contents(), sheets };
  } finally {
    clearInterval(beat);
    await writing.settled();
  }
}

interface Reading {
  readonly onRows: (table: ReturnTable, rows: readonly ReturnRow[]) => Promise<void>;
  readonly tellRead: TellRead;
}

interface ContentRead extends Pick<StoredContent, 'problems' | 'sheets'> {
  readonly tables: readonly ReturnTable[];
}

async function readContent(
  viewer: Viewer,
  { kind, files, context }: Content,
  { onRows, tellRead }: Reading,
): Promise<ContentRead> {
  if (kind !== 'FILE') {
    const contents = await sayingOf(viewer, kind, context);
    const tables = context.format.tables.filter(({ name }) => contents.has(name));
    for (const table of tables) await onRows(table, contents.get(table.name) ?? []);
    return { problems: [], tables, sheets: new Map() };
  }
  const counted = counter(tellRead);
  const { refusal, problems, tables } = await readSentFiles(
    files.map(({ file }) => ({ name: file.name, pieces: counted(file.stream()) })),
    { ...context, organisationId: viewer.actor.organisationId },
    { onRows },
  );
  if (refusal) {
    throw badInput(`${refusal.message} ${refusal.mend}`, { rule: refusal.rule });
  }
  return {
    problems,
    tables: tables.map(({ table }) => table),
    sheets: new Map(tables.map(({ table, sheet }) => [table.name, sheet])),
  };
}

/** What “nil” and “no change” say, as tables. */
async function sayingOf(
  viewer: Viewer,
  kind: SentKind,
  { format, authority, period }: ReadingContext,
): Promise<ReturnContents> {
  const about = { authority: authority.code, period };
  if (kind === 'NIL') return nilContents(format, about);
  const before = await unchangedSince(viewer, { ...about, dataset: format.dataset });
  const rows = await viewer.operation.rows<StoredRow & { table: string }>(allRows(before));
  return unchangedContents(
    format,
    Map.groupBy(rows, ({ table }) => table),
    about,
  );
}

/**
 * The return in use of the month before one, which “no change” goes on from: its id.
 *
 * @throws DomainError BAD_USER_INPUT there is none.
 */
export async function unchangedSince(viewer: Viewer, place: ReturnPlace): Promise<string> {
  const before = monthBefore(place.period);
  const [inUse] = await viewer.operation.rows<{ id: string }>(
    returnInUse({ ...place, period: before }),
  );
  if (inUse) return inUse.id;
  throw badInput(`No return of ${before} is in use, so there is nothing to be unchanged.`);
}

const counter = (tellRead: TellRead) => {
  let bytes = 0;
  return async function* counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      bytes += piece.byteLength;
      tellRead(bytes);
      yield piece;
    }
  };
};

/**
 * Rows that one statement stores. Fewer cost more trips; more would keep the reading waiting, and the database gives one
 * statement ten seconds.
 */
const rowsAtOnce = 5_000;

/** Statements on their way: one that the database works on, and one that waits for it, so that it never waits for us. */
const mostOnTheirWay = 2;

/** Stores rows while the next are read. */
function rowWriter({ operation }: Viewer, returnId: string) {
  const onTheirWay: Promise<unknown>[] = [];
  let held: ReturnRow[] = [];
  let table = '';

  const send = async () => {
    if (held.length === 0) return;
    const storing = operation.rows(insertRows(returnId, table, held));
    held = [];
    // Whoever waits for it is told; until then nobody is to think that nobody will.
    storing.catch(noMatter);
    onTheirWay.push(storing);
    if (onTheirWay.length === mostOnTheirWay) await onTheirWay.shift();
  };
  return {
    add: async ({ name }: ReturnTable, rows: readonly ReturnRow[]) => {
      if (name !== table) await send();
      table = name;
      for (const row of rows) {
        held.push(row);
        if (held.length >= rowsAtOnce) await send();
      }
    },
    end: async () => {
      await send();
      await Promise.all(onTheirWay);
    },
    /** What is on its way has arrived, or failed. */
    settled: () => Promise.allSettled(onTheirWay),
  };
}

const noMatter = () => undefined;

/** The last day of the month before one. */
export const endOfMonthBefore = (period: string): string =>
  calendarMonth(monthBefore(period)).endsOn;
