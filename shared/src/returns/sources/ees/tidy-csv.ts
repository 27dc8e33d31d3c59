import type { DataSymbol } from '../../../indicators/symbols.ts';
import { dataSymbols } from '../../../indicators/symbols.ts';
import type { RowIssue } from '../../../row-issue.ts';
import { symbolOf } from '../../symbol-spellings.ts';
import { csvLines } from '../csv-lines.ts';
import { areaColumnsOf, placeAndTimeColumns } from './geography.ts';
import { timePeriodProblem } from './time-period.ts';

/** A figure as it is published: a number, or a symbol in its place. */
export interface EesValue {
  /** Null exactly where `symbol` is set. */
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** One row: when, where, of whom, and its figures. */
export interface EesRow {
  /** Data row, counted from 1 without the header. */
  readonly row: number;
  /** As published: `201819`, `2025`. */
  readonly timePeriod: string;
  readonly timeIdentifier: string;
  readonly level: string;
  readonly area: { readonly code: string; readonly name: string };
  /** In the order of `filters`. */
  readonly filters: readonly string[];
  /** In the order of `indicators`. */
  readonly values: readonly EesValue[];
}

/** A file of Explore Education Statistics: figures by filters, and every problem found in it. */
export interface EesTable {
  readonly filters: readonly string[];
  readonly indicators: readonly string[];
  readonly rows: readonly EesRow[];
  readonly issues: readonly RowIssue[];
}

const needed = ['time_period', 'time_identifier', 'geographic_level'] as const;

/** Rows by which a column is judged: an indicator holds numbers and symbols in nearly all of them. */
const nearlyAll = 0.9;

/**
 * A data file in the conventions of Explore Education Statistics.
 *
 * Which columns are filters is in a companion file that often is not at hand: here, those that do not hold numbers.
 *
 * @source Department for Education, Explore Education Statistics data files.
 */
export function readEesCsv(text: string): EesTable {
  const { rows: read, issues: unread } = csvLines(text);
  const [header = [], ...body] = read;
  const missing = needed.filter((name) => !header.includes(name));
  const issues: RowIssue[] = [
    ...unread,
    ...missing.map((column) => ({ row: 0, column, message: 'must be there' })),
  ];
  if (missing.some((name) => name !== 'time_identifier')) {
    return { filters: [], indicators: [], rows: [], issues };
  }

  const lines = body.filter((cells) => cells.some((cell) => cell !== ''));
  const others = header.filter((name) => name !== '' && !placeAndTimeColumns.has(name));
  const indicators = others.filter((name) => holdsNumbers(lines, header.indexOf(name)));
  const filters = others.filter((name) => !indicators.includes(name));
  const rows = lines.map((cells, index) => {
    const cell = (name: string) => cells[header.indexOf(name)] ?? '';
    return rowOf(cell, { row: index + 1, filters, indicators, issues });
  });
  return { filters, indicators, rows, issues: [...issues, ...repeated(rows)] };
}

const isFigure = (text: string) => isNumber(text) || symbolOf(text) !== null;

const isNumber = (text: string) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);

function holdsNumbers(lines: readonly (readonly string[])[], position: number): boolean {
  const filled = lines.map((cells) => cells[position] ?? '').filter((text) => text !== '');
  const figures = filled.filter(isFigure).length;
  return filled.some(isNumber) && figures >= filled.length * nearlyAll;
}

interface RowContext {
  readonly row: number;
  readonly filters: readonly string[];
  readonly indicators: readonly string[];
  readonly issues: RowIssue[];
}

function rowOf(cell: (name: string) => string, context: RowContext): EesRow {
  const { row, filters, indicators, issues } = context;
  const timePeriod = cell('time_period');
  const timeIdentifier = cell('time_identifier');
  const late = timePeriodProblem(timePeriod, timeIdentifier);
  if (late !== null) issues.push({ row, column: 'time_period', message: late });
  for (const name of filters.filter((filter) => cell(filter) === '')) {
    issues.push({ row, column: name, message: 'must not be blank: write Total for everybody' });
  }
  return {
    row,
    timePeriod,
    timeIdentifier,
    level: cell('geographic_level'),
    area: areaOf(cell, context),
    filters: filters.map(cell),
    values: indicators.map((name) => figureIn(cell(name), name, context)),
  };
}

function areaOf(cell: (name: string) => string, { row, issues }: RowContext): EesRow['area'] {
  const columns = areaColumnsOf(cell('geographic_level'));
  if (!columns) {
    const message = 'must be a geographic level, for example Local authority';
    issues.push({ row, column: 'geographic_level', message });
    return { code: '', name: '' };
  }
  for (const column of columns) {
    if (cell(column) === '')
      issues.push({ row, column, message: 'must not be blank at this level' });
  }
  const [code, name] = columns;
  return { code: cell(code), name: cell(name) };
}

const allowed: ReadonlySet<string> = new Set([...dataSymbols, 'low']);

function figureIn(text: string, column: string, { row, issues }: RowContext): EesValue {
  if (isNumber(text)) return { value: Number(text), symbol: null };
  if (!allowed.has(text)) {
    const message = 'must be a number, or one of c, z, x, k, u and low';
    issues.push({ row, column, message });
  }
  // What is not a number is never a zero, whatever is written in its place.
  return { value: null, symbol: symbolOf(text) ?? 'x' };
}

/** Rows that say again what an earlier row said of: the same time, area and filters. */
function repeated(rows: readonly EesRow[]): RowIssue[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, timePeriod, timeIdentifier, level, area, filters }) => {
    const key = JSON.stringify([timePeriod, timeIdentifier, level, area, filters]);
    const before = first.get(key);
    first.set(key, before ?? row);
    return before === undefined
      ? []
      : [{ row, column: '', message: `says again what row ${before} says` }];
  });
}
