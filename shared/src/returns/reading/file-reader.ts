import { inPieces, joinedBytes, withLongHead } from './bytes.ts';
import { readCsv } from './csv-file-reader.ts';
import { fileKindOf } from './file-kind.ts';
import { FileRefusal } from './file-refusal.ts';
import { problem } from './problem.ts';
import type { ReadingState } from './reading-state.ts';
import type { RuleId } from './rules.ts';
import type { SentFile } from './sent-file.ts';
import { refuseContainer } from './workbook-check.ts';
import { readSheets } from './workbook-file-reader.ts';

/** The largest file that is read. Unit: bytes. */
export const largestFile = 100_000_000;

/** What a file is recognised by. Unit: bytes. */
const headSize = 4_096;

/**
 * Reads one file, recognised by what it holds, into the state.
 *
 * @throws FileRefusal nothing of it may be read or kept.
 */
export async function readFile(file: SentFile, state: ReadingState): Promise<void> {
  const pieces = withLongHead(watched(file, state), headSize);
  const { value: head, done } = await pieces.next();
  if (done) throw refused('returns/empty-file', file, 'is empty');
  const kind = fileKindOf(head);
  if (typeof kind === 'object') throw refused('returns/not-a-table-file', file, `is ${kind.other}`);
  if (kind === 'text') return readCsv(file.name, resumed(head, pieces), state);
  const all = [head];
  for await (const piece of pieces) all.push(piece);
  const whole = joinedBytes(all);
  if (kind === 'office-container') refuseContainer(whole);
  return readSheets(whole, state);
}

const refused = (rule: RuleId, { name }: SentFile, says: string) =>
  new FileRefusal(problem(rule, `${name} ${says}.`, { sheet: name }));

/** The pieces of a file, each told as progress. */
async function* watched(file: SentFile, state: ReadingState): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of file.pieces) {
    bytes += piece.length;
    if (bytes > largestFile) throw refused('returns/too-large', file, 'has more than 100 MB');
    state.handlers.onProgress?.({ bytes, rows: state.goodRows });
    // A piece may be a whole file: what is read at once is never long.
    yield* inPieces(piece);
  }
}

async function* resumed(head: Uint8Array, rest: AsyncGenerator<Uint8Array>) {
  yield head;
  yield* rest;
}
