import type { DataSymbol } from '../indicators/symbols.ts';
import { dataSymbols } from '../indicators/symbols.ts';

const symbols: ReadonlySet<string> = new Set(dataSymbols);

const isSymbol = (text: string): text is DataSymbol => symbols.has(text);

/** What a canonical cell of a number's column says. A blank one is not available, never zero. */
export function readingOf(cell: string): number | DataSymbol {
  if (isSymbol(cell)) return cell;
  return cell === '' ? 'x' : Number(cell);
}

/**
 * The sum of readings.
 *
 * One symbol among them makes the sum not available, whichever it is: `z` is often written where a number is missing, and
 * things that each round to zero need not do so together. Only where nothing applies the sum does not apply either.
 * A single reading is itself.
 */
export function sumOfReadings(readings: readonly (number | DataSymbol)[]): number | DataSymbol {
  const [only, ...others] = readings;
  if (only !== undefined && others.length === 0) return only;
  const numbers = readings.filter((reading) => typeof reading === 'number');
  if (numbers.length === readings.length) return inPence(numbers);
  return readings.every((reading) => reading === 'z') ? 'z' : 'x';
}

/** Adds to the penny: sums of pounds are not to end in 0.30000000000000004. */
const inPence = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + Math.round(number * 100), 0) / 100;

/**
 * A ratio's symbol where it has no value: why its numerator is not known, else why its base is not. Nothing to divide by
 * does not apply. Null where there is a value.
 */
export function symbolOfRatio(
  numerator: number | DataSymbol,
  denominator: number | DataSymbol,
): DataSymbol | null {
  if (denominator === 0) return 'z';
  if (typeof numerator !== 'number') return numerator;
  if (typeof denominator === 'number') return null;
  return denominator === 'z' || denominator === 'c' ? denominator : 'x';
}
