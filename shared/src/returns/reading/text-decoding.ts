import { markedEncoding } from '../sources/text-decoder.ts';
import { joinedBytes } from './bytes.ts';

/** Turns the bytes of a text file, which come in pieces, into text. */
export interface TextDecoding {
  push(bytes: Uint8Array): string;
  end(): string;
  /** True where some letters could not be read, or two encodings are mixed. */
  hasUnreadable(): boolean;
}

/** A decoding for one file: by its byte order mark or its zero bytes, else UTF-8, else Windows' or the old Mac's letters. */
export function createTextDecoding(): TextDecoding {
  let decoding: Omit<TextDecoding, 'hasUnreadable'> | null = null;
  let hasUnreadable = false;
  const watched = (text: string) => {
    hasUnreadable ||= text.includes('\uFFFD');
    return text;
  };

  return {
    push(bytes) {
      const wide = decoding ? null : wideEncoding(bytes);
      decoding ??= wide ? wideDecoding(wide) : narrowDecoding(() => (hasUnreadable = true));
      return watched(decoding.push(bytes));
    },
    end: () => watched(decoding?.end() ?? ''),
    hasUnreadable: () => hasUnreadable,
  };
}

/** The two-byte encoding that a file's beginning tells; null for any other. */
function wideEncoding(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return marked === 'utf-8' ? null : marked;
  const start = bytes.subarray(0, 400);
  const zeros = (parity: 0 | 1) => start.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (zeros(1) > start.length / 4) return 'utf-16le';
  return zeros(0) > start.length / 4 ? 'utf-16be' : null;
}

function wideDecoding(encoding: string) {
  const decoder = new TextDecoder(encoding);
  return {
    push: (bytes: Uint8Array) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** Bytes among which an ASCII letter is looked for: more without one are cut all the same, or they would pile up. */
const longestWait = 4_096;

/** For encodings in which ASCII is ASCII. A piece is cut behind its last ASCII byte, so that no letter is cut in two. */
function narrowDecoding(onMixed: () => void) {
  let rest = new Uint8Array();
  let single: InstanceType<typeof TextDecoder> | null = null;
  let sawUtf8 = false;

  const decode = (bytes: Uint8Array): string => {
    if (single) return single.decode(bytes);
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      sawUtf8 ||= text.length < bytes.length;
      return text;
    } catch {
      if (sawUtf8) onMixed();
      single = new TextDecoder(singleByteEncoding(bytes));
      return single.decode(bytes);
    }
  };

  return {
    push(bytes: Uint8Array): string {
      const joined = rest.length > 0 ? joinedBytes([rest, bytes]) : bytes;
      const cut = cutOf(joined);
      rest = joined.slice(cut);
      return decode(joined.subarray(0, cut));
    },
    end: () => decode(rest),
  };
}

/** Where bytes may be cut: behind their last ASCII byte; where none is near, before the last letter that UTF-8 begins. */
function cutOf(bytes: Uint8Array): number {
  const near = bytes.subarray(-longestWait);
  const ascii = near.findLastIndex((byte) => byte < 0x80);
  if (ascii >= 0) return bytes.length - near.length + ascii + 1;
  if (bytes.length <= longestWait) return 0;
  const last = bytes.subarray(-4).findLastIndex((byte) => byte >= 0xc0);
  return last < 0 ? bytes.length : bytes.length - 4 + last;
}

/** Signs beyond ASCII that English councils write. */
const usual = /[£–—‘’“”…•éèêëáàâäíóöôúüçñï½°\u00a0]/;

/** Windows' Western European or Mac Roman: the one under which more of the text is usual. */
function singleByteEncoding(bytes: Uint8Array): 'windows-1252' | 'macintosh' {
  const score = (encoding: string) => {
    const text = new TextDecoder(encoding).decode(bytes);
    let sum = 0;
    for (let i = 0; i < text.length; i += 1)
      if ((bytes[i] ?? 0) >= 0x80) sum += likelihood(text, i);
    return sum;
  };
  return score('macintosh') > score('windows-1252') ? 'macintosh' : 'windows-1252';
}

/** How likely a letter or sign is where it stands: within a word an apostrophe, or else a letter of the same case. */
function likelihood(text: string, at: number): number {
  const sign = text.charAt(at);
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  const isWithinWord = /[a-z]/i.test(before) && /[a-z]/i.test(after);
  if (!isWithinWord) return usual.test(sign) ? 1 : 0;
  // What Windows writes for it is the old Mac's “í”, a usual letter too: “Children’s”.
  if (sign === '’') return 3;
  if (!/\p{L}/u.test(sign)) return -2;
  return /\p{Lu}/u.test(sign) === /\p{Lu}/u.test(before) ? 2 : 0;
}
