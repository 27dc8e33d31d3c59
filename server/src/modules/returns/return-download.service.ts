import { once } from 'node:events';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { inPieces } from '@sufficiency/shared/returns/reading/bytes.ts';
import { fileKindOf } from '@sufficiency/shared/returns/reading/file-kind.ts';
import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { RuleId } from '@sufficiency/shared/returns/reading/rules.ts';
import { markedCsv } from '@sufficiency/shared/returns/writing/marked-csv.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import type { ReturnFileRecord } from './return-files.service.ts';
import { partsOf, readFiles } from './return-files.service.ts';
import type { ProblemRow } from './return-problems.service.ts';
import { listProblems } from './return-problems.service.ts';
import type { ReturnRecord } from './return-record.ts';
import { createTurns } from './return-turns.ts';
import { findReturn } from './returns.service.ts';
import type { MarkingTask } from './workbook-messages.ts';
import { inWorkbookThread, isOutOfMemory } from './workbook-threads.ts';

/** A file to give to whoever asked for it. */
export interface GivenFile {
  readonly name: string;
  readonly kind: 'csv' | 'xlsx';
  readonly content: Buffer;
}

/** Which file of which return. */
export interface AskedFile {
  readonly returnId: string;
  /** 1, 2, 3 … in the order they were sent. */
  readonly nth: number;
}

type KeptFile = ReturnFileRecord & { readonly contentHash: string };

const turns = createTurns();

/**
 * Waits until the organisation may fetch a file: files are held while they are made and taken, so a few are at once.
 *
 * @returns how to give the turn back.
 * @throws DomainError CONFLICT ten of the organisation wait already.
 */
export const downloadTurn = ({ actor }: Viewer): Promise<() => void> =>
  turns.enter(actor.organisationId);

/**
 * A file of one’s own return as it was sent.
 *
 * @throws DomainError NOT_FOUND no such return of one’s own, or file, or one that is no longer kept.
 */
export async function readSentFile(viewer: Viewer, asked: AskedFile): Promise<GivenFile> {
  const { record, file } = await requireFile(viewer, asked);
  const bytes = await contentOf(viewer, file);
  note(viewer, record, kindOf(bytes));
  return { name: file.name, kind: kindOf(bytes), content: bytes };
}

/**
 * The same with its problems in it: cells of a workbook coloured and commented, a column of problems in CSV.
 *
 * @throws DomainError as for the file as it was sent; BAD_USER_INPUT a workbook that is too large to be marked.
 */
export async function readMarkedFile(viewer: Viewer, asked: AskedFile): Promise<GivenFile> {
  const { record, file } = await requireFile(viewer, asked);
  const bytes = await contentOf(viewer, file);
  const kind = kindOf(bytes);
  const everything = { severity: null, offset: 0, limit: 100_000 };
  const problems = (await listProblems(viewer, record, everything)).map(asFound);
  note(viewer, record, kind);
  const content =
    kind === 'xlsx'
      ? await markedInThread(viewer, { bytes, problems })
      : await markedText({ record, file, bytes }, problems);
  return { name: file.name.replace(/(\.\w+)?$/, ` marked.${kind}`), kind, content };
}

async function requireFile(viewer: Viewer, { returnId, nth }: AskedFile) {
  const record = await findReturn(viewer, returnId);
  const files = record ? await readFiles(viewer, record) : [];
  const file = files.find((one) => one.nth === nth);
  if (!record || !file?.contentHash) throw notFound('file', `${returnId}/${nth}`);
  return { record, file: { ...file, contentHash: file.contentHash } };
}

async function contentOf(viewer: Viewer, { contentHash, size }: KeptFile): Promise<Buffer> {
  const whole = Buffer.alloc(size ?? 0);
  let held = 0;
  for await (const part of partsOf(viewer, contentHash)) {
    whole.set(part, held);
    held += part.length;
  }
  return whole;
}

const kindOf = (bytes: Uint8Array) => (fileKindOf(bytes) === 'text' ? 'csv' : 'xlsx');

/** Opening and writing a larger one takes a gigabyte. Some 200,000 rows have this size. Unit: bytes. */
const largestMarked = 8_000_000;

const tooLargeToMark = () =>
  badInput(
    'This workbook is too large to be given back with its problems marked. Mend it by the list of problems, or send its sheets as CSV: those come back marked whatever their size.',
  );

/** Opening and writing a workbook takes seconds, in which nobody else is to wait. */
async function markedInThread({ actor }: Viewer, task: MarkingTask): Promise<Buffer> {
  if (task.bytes.length > largestMarked) throw tooLargeToMark();
  try {
    const { organisationId } = actor;
    return await inWorkbookThread('marking', { organisationId, task }, async (worker) => {
      const [{ buffer, byteOffset, byteLength }] = (await once(worker, 'message')) as [Uint8Array];
      return Buffer.from(buffer, byteOffset, byteLength);
    });
  } catch (error) {
    throw isOutOfMemory(error) ? tooLargeToMark() : error;
  }
}

async function markedText(
  sent: { readonly record: ReturnRecord; readonly file: KeptFile; readonly bytes: Uint8Array },
  problems: readonly Problem[],
): Promise<Buffer> {
  const format = formatOf(sent.record.dataset);
  const file = { name: sent.file.name, pieces: inPieces(sent.bytes) };
  const pieces: Buffer[] = [];
  const options = { format, isFirst: sent.file.nth === 1 };
  for await (const text of markedCsv(file, problems, options)) pieces.push(Buffer.from(text));
  return Buffer.concat(pieces);
}

/** A problem as the checks found it. */
function asFound(row: ProblemRow): Problem {
  const [letter = '', ...name] = row.column?.split(' ') ?? [];
  const { severity, message, mend, table, sheet, value } = row;
  return {
    ...{ severity, message, mend, table, sheet, value, row: row.row },
    rule: row.rule as RuleId,
    column: row.column === null ? null : { letter, name: name.join(' ') },
  };
}

/** The log is told before it leaves. */
function note(viewer: Viewer, { id, dataset, authorityCode, period }: ReturnRecord, file: string) {
  noteOwn(viewer, {
    type: 'return.downloaded',
    details: { dataset, authorities: [authorityCode], periods: [period], id, file },
  });
}
