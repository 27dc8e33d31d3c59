import type { DataSymbol } from '../indicators/symbols.ts';
import { dataSymbols } from '../indicators/symbols.ts';

/**
 * How councils write that there is no number, besides the five letters themselves and those in brackets.
 *
 * A dash, dots and a colon are read as “not available”: what is not a number is never a zero. `~` is the Department for
 * Education's former mark for what rounds to zero, `*` the former one for what is suppressed.
 */
export const symbolSpellings: Readonly<Record<DataSymbol, readonly string[]>> = {
  z: ['n/a', 'na', 'n.a.', 'not applicable', '.'],
  x: ['..', '...', '…', ':', '-', '–', '—', 'not available', 'not known', 'unknown', 'n/k', 'nk'],
  c: ['*', 'suppressed', 'confidential'],
  k: ['~', 'low'],
  u: ['unreliable'],
};

const symbols = new Map<string, DataSymbol>(
  dataSymbols.flatMap((symbol) =>
    [symbol, ...symbolSpellings[symbol]].flatMap((spelling): [string, DataSymbol][] => [
      [spelling, symbol],
      [`[${spelling}]`, symbol],
      [`(${spelling})`, symbol],
    ]),
  ),
);

/** The symbol a text stands for, in any case; null where it is not one. */
export const symbolOf = (text: string): DataSymbol | null =>
  symbols.get(text.trim().toLowerCase()) ?? null;
