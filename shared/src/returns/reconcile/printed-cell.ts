/** One cell of a printed table: a number with what its printing says of it, something not given, or words. */
export type PrintedCell = PrintedNumber | { readonly kind: 'gap' } | { readonly kind: 'words' };

interface PrintedNumber {
  readonly kind: 'number';
  readonly value: number;
  /** Worth of the last printed digit: 0.1 for `64.8`, 1 for `1,106`. */
  readonly step: number;
  readonly isPercent: boolean;
}

/** What publishers write where there is no figure. None of it is ever read as zero. */
const gaps =
  /^(|\[?[cxzkuw]\]?|low|[-–—]|\.{1,3}|[:~…]|\*+|n\/?a|no data|not (available|known|applicable|recorded|given)|unknown|variable|suppressed|confidential|<\s?\d+)$/iu;

/** Longer texts are no printed figures. Unit: characters. */
const longest = 40;

const numeral = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?$/u;
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };

/** Reads a cell as it is printed: thousands commas, %, £, brackets and minus signs understood. */
export function readPrintedCell(text: string): PrintedCell {
  const trimmed = text.trim();
  if (gaps.test(trimmed)) return { kind: 'gap' };
  if (trimmed.length > longest) return { kind: 'words' };
  const isPercent = trimmed.endsWith('%');
  const bare = trimmed.replace(/%$/u, '').replace(/\s/gu, '');
  const [, open, sign, body = '', scale = '', close] =
    /^(\()?([-−–+])?£?([\d.,]+)(k|m|bn)?(\))?$/iu.exec(bare) ?? [];
  const [whole, digits, decimals = ''] = numeral.exec(body) ?? [];
  if (!whole || (digits === undefined && decimals === '') || Boolean(open) !== Boolean(close)) {
    return { kind: 'words' };
  }
  const factor = scales[scale.toLowerCase()] ?? 1;
  const size = Number(body.replaceAll(',', '')) * factor;
  const isNegative = Boolean(open) || (sign !== undefined && sign !== '+');
  return {
    kind: 'number',
    value: isNegative ? -size : size,
    step: 10 ** -decimals.length * factor,
    isPercent,
  };
}
