import { figureText } from '../../indicators/figure-text.ts';
import type { DataSymbol } from '../../indicators/symbols.ts';
import type { DerivedFigure } from '../derive.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

/** An indicator, as far as comparing its figures needs it. */
export interface ComparedIndicator {
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
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

/** The sheet or CSV file that each table was read from, by the table’s name; none of those that came from no file. */
type Sheets = ReadonlyMap<string, string>;

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
  {
    indicators,
    sheets,
  }: { readonly indicators: ByKey<ComparedIndicator>; readonly sheets: Sheets },
): Problem[] {
  const pairs = figures.flatMap((figure) => {
    const [indicator, before] = [indicators.get(figure.indicator), previous.get(figure.indicator)];
    return indicator && typeof before?.value === 'number'
      ? [{ figure, indicator, before: before.value }]
      : [];
  });
  const changes = pairs.flatMap(({ figure, indicator, before }): Problem[] => {
    const { title, unit } = indicator;
    const was = `${title} was ${shown(before, indicator)} in the return before`;
    if (figure.value === null) {
      // A figure that is confidential now is there; one that is not known any more is gone. Of a table that was not sent
      // it is told once, and not figure by figure.
      const message = `${was}, and has no number now.`;
      return figure.symbol === 'x' && (sheets.size === 0 || sheets.has(figure.table))
        ? [problem('returns/figure-gone', message, placeOf(figure, sheets))]
        : [];
    }
    if (!isFar(figure.value, before, unit)) return [];
    const value = shown(figure.value, indicator);
    const message = `${was}, and is ${value} now.`;
    return [problem('returns/large-change', message, placeOf(figure, sheets, value))];
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
  {
    indicators,
    sheets,
  }: { readonly indicators: ByKey<ComparedIndicator>; readonly sheets: Sheets },
): Problem[] {
  return figures.flatMap((figure) => {
    const { indicator: key, value: now } = figure;
    const [indicator, other] = [indicators.get(key), published.get(key)];
    if (!indicator || !other || now === null) return [];
    if (!isFar(now, other.value, indicator.unit)) return [];
    const value = shown(now, indicator);
    const message = `${indicator.title} is ${value}; ${other.source} is ${shown(other.value, indicator)}.`;
    return [problem('returns/far-from-published', message, placeOf(figure, sheets, value))];
  });
}

/** Where a figure stands: in one cell, with what it says there; one that was worked out, in its table. */
function placeOf({ table, rows, formula }: DerivedFigure, sheets: Sheets, value?: string) {
  const [row] = rows;
  const at = { table, sheet: sheets.get(table) ?? null };
  const isCell = formula === null && rows.length === 1 && row !== undefined;
  return isCell ? { ...at, row, ...(value !== undefined && { value }) } : at;
}

/** With its unit: “545 children”, “62%”, “£5,000 per week”. */
function shown(value: number, { unit, decimals }: ComparedIndicator): string {
  const text = figureText({ value, symbol: null, unit, decimals });
  const word = unit === 'percent' ? '' : unit.replace(/^GBP ?/, '');
  return word === '' ? text : `${text} ${value === 1 ? singular(word) : word}`;
}

const singular = (unit: string) =>
  unit === 'children' ? 'child' : unit.replace(/ies$/, 'y').replace(/s$/, '');
