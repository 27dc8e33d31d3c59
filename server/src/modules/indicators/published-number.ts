import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import { z } from 'zod';

/** A cell of a published table: a number, or the symbol printed in its place. */
export interface PublishedNumber {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

const symbols: ReadonlySet<string> = new Set(dataSymbols);

const isSymbol = (text: string): text is DataSymbol => symbols.has(text);

/** A blank cell is a fault of the file, never a zero and never “not available”. */
export const publishedNumber: z.ZodType<PublishedNumber> = z
  .string({ error: 'must be a column of the file' })
  .regex(/^(-?\d+(\.\d+)?|[zxcku])$/, {
    error: 'must be a number or one of the symbols z, x, c, k and u',
    abort: true,
  })
  .transform((text) =>
    isSymbol(text) ? { value: null, symbol: text } : { value: Number(text), symbol: null },
  );

const meanings: Readonly<Record<DataSymbol, string>> = {
  z: 'The publisher marks this figure as not applicable.',
  x: 'The publisher marks this figure as not available.',
  c: 'The publisher suppressed this figure so that nobody can be identified.',
  k: 'The publisher marks this figure as more than zero but rounding to zero.',
  u: 'The publisher marks this figure as too unreliable to print.',
};

/** Why a published cell holds a symbol, as a sentence. */
export function meaningOf(symbol: DataSymbol): string {
  return meanings[symbol];
}
