import type { Dataset } from '../../indicators/indicator.ts';
import { formatOf } from '../formats.ts';
import type { ReadingContext } from './reading-context.ts';
import type { SentFile } from './sent-file.ts';

/** Derby’s return for September 2026, read in November. */
export const derby = (dataset: Dataset = 'placements'): ReadingContext => ({
  format: formatOf(dataset),
  authority: { code: 'E06000015', dfeCode: '831', name: 'Derby' },
  period: '2026-09',
  today: '2026-11-22',
});

/** A file of bytes at hand, in pieces of a size. */
export const sent = (name: string, bytes: Uint8Array, size = bytes.length): SentFile => ({
  name,
  pieces: piecesOf(bytes, size),
});

async function* piecesOf(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

/** A file of text in UTF-8. */
export const sentText = (text: string, name = 'children-by-gender.csv'): SentFile =>
  sent(name, new TextEncoder().encode(text));

/** Text in an encoding of one byte a letter, as its own decoder would read it. */
export function encoded(text: string, encoding: 'windows-1252' | 'macintosh'): Uint8Array {
  const letters = [
    ...new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
  ];
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}

/** Text in two bytes a letter, with a byte order mark if it begins with one. */
export const utf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !isBigEndian);
  return new Uint8Array(view.buffer);
};

/** Lines of the smallest table: its header, and a row for each code. */
export const genderLines = [
  ['authority_code', 'period', 'gender', 'children'],
  ['E06000015', '2026-09', '1', '300'],
  ['E06000015', '2026-09', '2', '240'],
  ['E06000015', '2026-09', '9', '5'],
];

/** Its rows as they are read, the first of which stands in a row of the file. */
export const genderRows = (first = 2) =>
  genderLines.slice(1).map((cells, index) => ({ row: first + index, cells }));

/** Lines as CSV. */
export const csv = (lines: readonly (readonly string[])[], delimiter = ','): string =>
  lines.map((cells) => `${cells.join(delimiter)}\r\n`).join('');
