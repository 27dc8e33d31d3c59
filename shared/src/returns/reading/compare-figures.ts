import type { DataSymbol } from '../../indicators/symbols.ts';
import type { DerivedFigure } from '../derive.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

/** An indicator, as far as comparing its figures needs it. */
export interface ComparedIndicator {
  readonly title: string;
  readonly unit: string;
}

/** What an indicator said elsewhere. */
export interface OtherFigure {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** What national statistics last said. */
export interface PublishedFigure {
  readonly value: number;
  /** As a sentence names it, for example “the Department for Education’s figure for 31 March 2025”. */
  readonly source: string;
}

type ByKey<Value> = ReadonlyMap<string, Value>;

/** A change of a count is large beyond this many standard deviations of a count of that size. */
const deviations = 4;

/** A change of a share is large beyond this. Unit: percentage points. */
const largePoints = 10;

/** Any other figure changes much beyond this part of it. */
const largePart = 0.3;

const unitsOfCounts = new Set([
  'children',
  'households',
  'places',
  'beds',
  'homes',
  'requests',
  'moves',
]);

/** True where a figure is so far from another that somebody should say why. */
function isFar(now: number, other: number, unit: string): boolean {
  const difference = Math.abs(now - other);
  if (unit === 'percent') return difference > largePoints;
  const isLargePart = difference > largePart * Math.max(Math.abs(other), Math.abs(now));
  return unitsOfCounts.has(unit)
    ? isLargePart && difference > deviations * Math.sqrt(now + other)
    : isLargePart;
}

/**
 * Compares a return’s figures with those of the return before it: large changes and figures that are gone ask for an
 * explanation, and so does a return in which nothing changed.
 */
export function compareWithPrevious(
  figures: readonly DerivedFigure[],
  previous: ByKey<OtherFigure>,
  indicators: ByKey<ComparedIndicator>,
): Problem[] {
  const pairs = figures.flatMap((figure) => {
    const [indicator, before] = [indicators.get(figure.indicator), previous.get(figure.indicator)];
    return indicator && typeof before?.value === 'number'
      ? [{ figure, indicator, before: before.value }]
      : [];
  });
  const changes = pairs.flatMap(({ figure, indicator, before }): Problem[] => {
    const { title, unit } = indicator;
    const at = {
      table: figure.table,
      row: figure.rows.length === 1 ? (figure.rows[0] ?? null) : null,
    };
    if (figure.value === null) {
      // A figure that is confidential now is there; one that is not known any more is gone.
      const message = `${title} was ${shown(before)} in the return before, and has no number now.`;
      return figure.symbol === 'x' ? [problem('returns/figure-gone', message, at)] : [];
    }
    if (!isFar(figure.value, before, unit)) return [];
    const message = `${title} was ${shown(before)} in the return before, and is ${shown(figure.value)} ${unit} now.`;
    return [problem('returns/large-change', message, { ...at, value: shown(figure.value) })];
  });
  return [...changes, ...nothingChanged(pairs)];
}

/** Fewer figures may well stay as they are. */
const fewest = 5;

function nothingChanged(
  pairs: readonly { readonly figure: DerivedFigure; readonly before: number }[],
): Problem[] {
  const moving = pairs.filter(({ before }) => before !== 0);
  const isSame =
    moving.length >= fewest && moving.every(({ figure, before }) => figure.value === before);
  const message = `All ${moving.length} figures are the same as in the return before.`;
  return isSame ? [problem('returns/all-unchanged', message)] : [];
}

/** Compares a return’s figures with what national statistics last published for the authority. */
export function compareWithPublished(
  figures: readonly DerivedFigure[],
  published: ByKey<PublishedFigure>,
  indicators: ByKey<ComparedIndicator>,
): Problem[] {
  return figures.flatMap(({ indicator: key, value, table }) => {
    const [indicator, other] = [indicators.get(key), published.get(key)];
    if (!indicator || !other || value === null) return [];
    const { title, unit } = indicator;
    if (!isFar(value, other.value, unit)) return [];
    const message = `${title} is ${shown(value)} ${unit}; ${other.source} is ${shown(other.value)}.`;
    return [problem('returns/far-from-published', message, { table, value: shown(value) })];
  });
}

const shown = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
