import { once } from 'node:events';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { badInput } from '@sufficiency/shared/errors.ts';
import type { Pace } from '../platform/pace.ts';
import { usualPace, watchPace } from '../platform/pace.ts';

/** A form as it was sent: its texts, and its files in a folder of their own. */
export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, File>;
  /** Deletes the files. */
  forget(): Promise<void>;
}

/** What one form may hold. Units: bytes, except for the counts. */
const limits = { fieldSize: 1_000_000, fields: 10, fileSize: 100_000_000, files: 20, parts: 30 };

const notReadable = () =>
  badInput('The form cannot be read: it was cut off, or is no multipart form. Send it again.');
const tooLarge = () => badInput('A file may have 100 MB at most. Send less at a time.');
const tooSlow = () =>
  badInput(
    'The files came too slowly, and the rest was not waited for. Send them again from a better connection, or fewer at a time.',
  );
const tooMany = () => badInput(`Send ${limits.files} files at most.`);

/** The process is in the name, so that a later one knows what nobody reads any more. */
const folderPrefix = 'sufficiency-upload-';

/** Deletes the forms that processes of this machine left behind when they were killed. For a process that has just begun. */
export async function forgetLeftForms(): Promise<void> {
  const names = await readdir(tmpdir());
  const left = names.filter((name) => {
    const maker = new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1];
    return maker !== undefined && (Number(maker) === process.pid || !isRunning(Number(maker)));
  });
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else’s process is one that runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Reads a multipart form as it comes in: its files go to disk, so that they take no memory.
 *
 * @throws DomainError BAD_USER_INPUT no form, a form that was cut off, or one that is too large or comes too slowly.
 */
export async function receiveForm(request: Request, pace = usualPace): Promise<ReceivedForm> {
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const forget = () => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await received(request, folder, pace)), forget };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function received(request: Request, folder: string, pace: Pace) {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body) throw notReadable();
  const fields = new Map<string, string>();
  const writing: Promise<[string, File]>[] = [];
  const form = opened(type);
  const stop = new AbortController();
  let refusal: Error | undefined;
  const refuse = (error: Error) => {
    refusal ??= error;
  };
  const fail = (error: Error) => {
    refuse(error);
    stop.abort();
  };

  form.on('field', (name, text, _nameCut, isCut) => {
    if (isCut) refuse(badInput('A request may have 1 MB at most besides its files.'));
    fields.set(name, text);
  });
  form.on('file', (name, stream, fileName) => {
    stream.on('limit', () => refuse(tooLarge()));
    const path = join(folder, String(writing.length));
    const kept = keep(stream, { path, name: fileName, signal: stop.signal });
    const written = kept.then((file): [string, File] => [name, file]);
    // Nothing more is read for a file that cannot be written.
    written.catch(fail);
    writing.push(written);
  });
  for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) {
    form.on(limit, () => refuse(tooMany()));
  }
  const watch = watchPace(pace, () => fail(tooSlow()));
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  const ended = once(form, 'finish');
  await Promise.all([pipeline(body, counted(watch.count), form, { signal: stop.signal }), ended])
    .catch(() => fail(notReadable()))
    .finally(watch.end);
  await Promise.allSettled(writing);
  if (refusal) throw refusal;
  return { fields, files: new Map(await Promise.all(writing)) };
}

const counted = (count: (bytes: number) => void) =>
  async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      count(piece.byteLength);
      yield piece;
    }
  };

function opened(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch {
    throw notReadable();
  }
}

/** @param to.signal ends it: the form that brings the file does not where it is cut off. */
async function keep(
  stream: Readable,
  { path, name, signal }: { path: string; name: string; signal: AbortSignal },
): Promise<File> {
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }), { signal });
  return new File([await openAsBlob(path)], name || 'file');
}

/** True for a form that can bring files. */
export const isMultipart = (request: Request): boolean =>
  request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data') ?? false;

/** Largest form: its files, and what they are wrapped in. Unit: bytes. */
const largestForm = 101_000_000;

/**
 * Makes sure before the first byte is read that a form is not too large.
 *
 * @throws DomainError BAD_USER_INPUT its length is not told, or more than 100 MB.
 */
export function requireFormLength(request: Request): void {
  const told = request.headers.get('content-length');
  if (told === null || !/^\d+$/.test(told)) {
    throw badInput('Tell the length of a form with files: send the header “content-length”.');
  }
  if (Number(told) > largestForm)
    throw badInput('Files may have 100 MB at most together. Send fewer.');
}
