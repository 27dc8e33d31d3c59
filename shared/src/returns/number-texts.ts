import type { CellReading } from './cell-reading.ts';
import { symbolOf } from './symbol-spellings.ts';

const symbolsInstead = 'or c, x, z, k or u where there is no number';

/** The largest number a cell may hold: nothing in this field comes near it. */
const largest = 1_000_000_000;

/** `1,204` or `1 204` as `1204`; undefined where commas stand in the wrong places. */
function withoutThousands(text: string): string | undefined {
  const plain = text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
  if (/^-?\d+(\.\d+)?$/.test(plain)) return plain;
  if (/^-?\d{1,3}([ ,])\d{3}(\1\d{3})*(\.\d+)?$/.test(plain)) return plain.replaceAll(/[ ,]/g, '');
  return undefined;
}

/** A whole number from 0 up as `12`, or a symbol. Excel's `12.0` is 12. */
export function readCount(text: string): CellReading {
  if (/^\d{1,6}$/.test(text)) return { text: String(Number(text)) };
  const symbol = symbolOf(text);
  if (symbol) return { text: symbol };
  const number = Number(withoutThousands(text) ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 && number < largest
    ? { text: String(number) }
    : {
        problem: `must be a whole number from 0 up, for example 12, ${symbolsInstead}. It says “${shortened(text)}”`,
      };
}

/** An amount from 0 up in pounds, pence at most, as `1234.5`, or a symbol. */
export function readMoney(text: string): CellReading {
  const symbol = symbolOf(text);
  if (symbol) return { text: symbol };
  const plain = withoutThousands(text.replace(/^(£|GBP)\s*/i, ''));
  const number = Number(plain ?? Number.NaN);
  return plain !== undefined && number >= 0 && number < largest && /^\d+(\.\d{1,2}0*)?$/.test(plain)
    ? { text: String(number) }
    : {
        problem: `must be pounds and pence from 0 up, for example 1234.50, ${symbolsInstead}. It says “${shortened(text)}”`,
      };
}

/** A text as a message repeats it: its first forty characters. */
export const shortened = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 40)}…` : text;
