import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { notFound } from '@sufficiency/shared/errors.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import { joinedBytes } from '@sufficiency/shared/returns/reading/bytes.ts';
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
import { findReturn } from './returns.service.ts';
import type { MarkingTask } from './workbook-messages.ts';

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

/**
 * A file of one’s own return as it was sent.
 *
 * @throws DomainError NOT_FOUND no such return of one’s own, or file, or one that is no longer kept.
 */
export async function readSentFile(viewer: Viewer, asked: AskedFile): Promise<GivenFile> {
  const { record, file } = await requireFile(viewer, asked);
  const bytes = await contentOf(viewer, file);
  note(viewer, record, kindOf(bytes));
  return { name: file.name, kind: kindOf(bytes), content: Buffer.from(bytes) };
}

/**
 * The same with its problems in it: cells of a workbook coloured and commented, a column of problems in CSV.
 *
 * @throws DomainError as for the file as it was sent.
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
      ? await markedInThread({ bytes, problems })
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

async function contentOf(viewer: Viewer, { contentHash }: KeptFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(viewer, contentHash)) parts.push(part);
  return joinedBytes(parts);
}

const kindOf = (bytes: Uint8Array) => (fileKindOf(bytes) === 'text' ? 'csv' : 'xlsx');

/** Opening and writing a workbook takes seconds, in which nobody else is to wait. */
async function markedInThread(task: MarkingTask): Promise<Buffer> {
  const worker = new Worker(new URL('./marking-worker.ts', import.meta.url), { workerData: task });
  try {
    const [marked]: Uint8Array[] = await once(worker, 'message');
    return Buffer.from(marked ?? []);
  } finally {
    await worker.terminate();
  }
}

async function markedText(
  sent: { readonly record: ReturnRecord; readonly file: KeptFile; readonly bytes: Uint8Array },
  problems: readonly Problem[],
): Promise<Buffer> {
  const format = formatOf(sent.record.dataset);
  const file = { name: sent.file.name, pieces: Readable.from([sent.bytes]) };
  const pieces: Buffer[] = [];
  for await (const text of markedCsv(file, problems, { format })) pieces.push(Buffer.from(text));
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
