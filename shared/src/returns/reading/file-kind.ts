/** What a file is, by its first bytes. */
export type FileKind = 'text' | 'zip' | 'office-container' | { readonly other: string };

const starts: readonly (readonly [kind: FileKind, start: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['office-container', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  [{ other: 'a PDF document' }, '%PDF'],
  [{ other: 'a picture' }, '\x89PNG'],
  [{ other: 'a picture' }, '\xff\xd8\xff'],
  [{ other: 'a picture' }, 'GIF8'],
  [{ other: 'a picture' }, 'II*\0'],
  [{ other: 'a picture' }, 'MM\0*'],
  [{ other: 'a text document' }, '{\\rtf'],
  [{ other: 'a compressed file' }, '\x1f\x8b'],
  [{ other: 'a compressed file' }, '7z\xbc\xaf'],
  [{ other: 'a compressed file' }, 'Rar!'],
];

/** Web pages and XML that some systems save under the name of a spreadsheet. */
const markup = /^\s*<(\?xml|!doctype|html|table|head|body|workbook)\b/i;

const latin = new TextDecoder('windows-1252');
const asBytes = (start: string) => Uint8Array.from(start, (letter) => letter.charCodeAt(0));

/** Recognises a file by its first bytes, never by its name. */
export function fileKindOf(head: Uint8Array): FileKind {
  for (const [kind, start] of starts) {
    if (asBytes(start).every((byte, index) => head[index] === byte)) return kind;
  }
  const text = latin.decode(head.subarray(0, 500)).replace(/^ï»¿/, '').replaceAll('\0', '');
  if (markup.test(text)) return { other: 'a web page or an XML file' };
  return isText(head) ? 'text' : { other: 'a file of a kind that is not known' };
}

/** True where hardly a byte is a control character; of two-byte letters half are zero, on one side only. */
function isText(head: Uint8Array): boolean {
  const start = head.subarray(0, 4_000);
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  const zeros = controls.filter((byte) => byte === 0).length;
  const others = controls.length - zeros;
  return others <= start.length / 100 && (zeros === 0 || zeros > start.length / 4);
}
