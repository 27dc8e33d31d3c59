import { createHash } from 'node:crypto';
import { today } from '../../platform/clock.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReturnFileRecord } from './return-files.queries.ts';
import {
  filesOfReturn,
  insertFile,
  insertPart,
  insertUpload,
  partOfFile,
} from './return-files.queries.ts';
import type { UploadedFile } from './return-input.ts';
import type { ReturnRecord } from './return-record.ts';

export type { ReturnFileRecord };

/** A file with the SHA-256 of its content, in hexadecimal. */
export interface HashedFile {
  readonly file: UploadedFile;
  readonly contentHash: string;
}

/** Works out what a file holds, without holding it. */
export async function hashedFile(file: UploadedFile): Promise<HashedFile> {
  const hash = createHash('sha256');
  for await (const piece of file.stream()) hash.update(piece);
  return { file, contentHash: hash.digest('hex') };
}

/** For how long a file is kept. Unit: years. */
const yearsKept = 6;

/** Unit: bytes. */
const partSize = 1_048_576;

/** Keeps the files of a return, each by its content: one that is there is not kept twice. */
export async function keepFiles(
  viewer: Viewer,
  returnId: string,
  files: readonly HashedFile[],
): Promise<void> {
  const day = today(viewer.clock);
  const keepUntil = `${Number(day.slice(0, 4)) + yearsKept}-12-31`;
  for (const [index, { file, contentHash }] of files.entries()) {
    const receivedAt = viewer.clock.now();
    const added = await viewer.operation.rows(
      insertFile({ contentHash, size: file.size, receivedAt, keepUntil }),
    );
    if (added.length > 0) await keepParts(viewer, { file, contentHash });
    const upload = { nth: index + 1, name: file.name, contentHash };
    await viewer.operation.rows(insertUpload(returnId, upload));
  }
}

async function keepParts(viewer: Viewer, { file, contentHash }: HashedFile): Promise<void> {
  let part = 0;
  for await (const bytes of inParts(file)) {
    await viewer.operation.rows(insertPart(contentHash, part, bytes));
    part += 1;
  }
}

async function* inParts(file: UploadedFile): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.stream()) {
    held.push(piece);
    size += piece.byteLength;
    while (size >= partSize) {
      const all = Buffer.concat(held);
      yield all.subarray(0, partSize);
      held = [all.subarray(partSize)];
      size -= partSize;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Files a return was read from; none of other organisations’. */
export async function readFiles(viewer: Viewer, record: ReturnRecord): Promise<ReturnFileRecord[]> {
  if (record.tenantId !== viewer.actor.organisationId) return [];
  return await viewer.operation.rows<ReturnFileRecord>(filesOfReturn(record.id));
}

/** The content of a file that is kept, in parts. */
export async function* partsOf(viewer: Viewer, contentHash: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const [row] = await viewer.operation.rows<{ bytes: Buffer }>(partOfFile(contentHash, part));
    if (!row) return;
    yield row.bytes;
  }
}
