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
 * How slowly a form may come: 100 MB within a quarter of an hour. Who sends nothing, or a byte now and then, is not waited
 * for. Units: milliseconds before it is looked at; bytes a second from then on.
 */
const usualPace = { grace: 30_000, slowest: 125_000 };

/**
 * Reads a multipart form as it comes in: its files go to disk, so that they take no memory.
 *
 * @throws DomainError BAD_USER_INPUT no form, a form that was cut off, or one that is too large or comes too slowly.
 */
export async function receiveForm(request: Request, pace = usualPace): Promise<ReceivedForm> {
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const forget = () => rm(folder, { recursive: true, force: true });
  const pacing = paced(pace);
  try {
    return { ...(await received(request, folder, pacing)), forget };
  } catch (error) {
    await forget();
    throw error;
  } finally {
    pacing.end();
  }
}

interface Pacing {
  /** Aborted once too little has come. */
  readonly signal: AbortSignal;
  /** The same pieces, counted. */
  count(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  end(): void;
}

function paced({ grace, slowest }: typeof usualPace): Pacing {
  const begun = performance.now();
  const tooLittle = new AbortController();
  let bytes = 0;
  const timer = setInterval(
    () => {
      const seconds = (performance.now() - begun - grace) / 1_000;
      if (bytes < seconds * slowest) tooLittle.abort();
    },
    Math.min(grace, 1_000),
  );
  return {
    signal: tooLittle.signal,
    async *count(pieces) {
      for await (const piece of pieces) {
        bytes += piece.byteLength;
        yield piece;
      }
    },
    end: () => clearInterval(timer),
  };
}

async function received(request: Request, folder: string, { signal, count }: Pacing) {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body) throw notReadable();
  const fields = new Map<string, string>();
  const writing: Promise<[string, File]>[] = [];
  const form = opened(type);
  let refusal: Error | undefined;
  const refuse = (error: Error) => {
    refusal ??= error;
  };

  form.on('field', (name, text, _nameCut, isCut) => {
    if (isCut) refuse(badInput('A request may have 1 MB at most besides its files.'));
    fields.set(name, text);
  });
  form.on('file', (name, stream, fileName) => {
    stream.on('limit', () => refuse(tooLarge()));
    const path = join(folder, String(writing.length));
    const written = keep(stream, path, fileName).then((file): [string, File] => [name, file]);
    // Waited for below, once the form has ended.
    written.catch(() => undefined);
    writing.push(written);
  });
  for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) {
    form.on(limit, () => refuse(tooMany()));
  }
  const ended = once(form, 'finish');
  await Promise.all([
    pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), count, form, { signal }),
    ended,
  ]).catch(() => refuse(signal.aborted ? tooSlow() : notReadable()));
  if (refusal) {
    await Promise.allSettled(writing);
    throw refusal;
  }
  return { fields, files: new Map(await Promise.all(writing)) };
}

function opened(type: string) {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch {
    throw notReadable();
  }
}

async function keep(stream: Readable, path: string, name: string): Promise<File> {
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
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
