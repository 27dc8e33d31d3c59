import { isPlainText } from '../indicators/comparison-input.ts';
import type { CellReader, CellReading } from './cell-reading.ts';
import type { Code } from './code-lists/code-list.ts';
import { totalCode } from './code-lists/code-list.ts';
import { shortened } from './number-texts.ts';

/** What canonical names look like. */
export const namePatterns = {
  authority: /^E\d{8}$/,
  urn: /^(SC\d{6}|\d{7})$/,
  reference: /^[A-Za-z0-9][A-Za-z0-9 ._/:-]{0,63}$/,
} as const;

/** GSS code of an authority of England. */
export function readAuthority(text: string): CellReading {
  const code = text.toUpperCase();
  return namePatterns.authority.test(code)
    ? { text: code }
    : {
        problem: `must be the GSS code of an authority, for example E06000015. It says “${shortened(text)}”`,
      };
}

/** Ofsted's unique reference number. */
export function readUrn(text: string): CellReading {
  const urn = text.replaceAll(/\s/g, '').toUpperCase();
  return namePatterns.urn.test(urn)
    ? { text: urn }
    : {
        problem: `must be an Ofsted URN, for example SC123456 or 1234567. It says “${shortened(text)}”`,
      };
}

/** The sender's own reference of a thing: never a name. */
export function readReference(text: string): CellReading {
  return namePatterns.reference.test(text)
    ? { text }
    : {
        problem: `must be a reference of up to 64 letters, digits and . _ / : -, for example F-0012. It says “${shortened(text)}”`,
      };
}

/** Up to 200 plain characters on one line. */
export function readText(text: string): CellReading {
  const plain = text.normalize('NFC').replaceAll(/\s+/g, ' ');
  return plain.length <= 200 && isPlainText(plain)
    ? { text: plain }
    : { problem: 'must be plain text of 200 characters at most' };
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[\s_–-]+/g, ' ')
    .trim();

/** Reads a code of a list by the code itself, its label, or both as a drop-down shows them (`U1: Foster …`). */
export function codeReader(
  codes: readonly Code[],
  { withTotal }: { readonly withTotal: boolean },
): CellReader {
  const known = new Map<string, string>();
  for (const { code, label } of codes) {
    known.set(folded(code), code);
    known.set(folded(label), code);
    known.set(folded(`${code}: ${label}`), code);
  }
  if (withTotal) {
    known.set(folded(totalCode), totalCode);
    known.set('all', totalCode);
  }
  const choices = [...codes.map(({ code }) => code), ...(withTotal ? [totalCode] : [])].join(', ');
  return (text) => {
    const code = known.get(folded(text));
    return code
      ? { text: code }
      : { problem: `must be one of ${choices}. It says “${shortened(text)}”` };
  };
}
