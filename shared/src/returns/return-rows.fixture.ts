import { codesIn } from './code-lists/code-list.ts';
import { placementTypes } from './code-lists/placement-codes.ts';
import { collectionYear } from './collection-year.ts';
import type { DerivedFigure, ReadReturn } from './derive.ts';
import { figuresOf } from './derive.ts';
import type { ReturnRow } from './table.ts';

export const authority = 'E06000015';
export const period = '2026-09';

/** Rows of a table as a file has them, authority and month in front; the first is row 2. */
export const rowsOf = (...cells: readonly (readonly string[])[]): ReturnRow[] =>
  cells.map((row, index) => ({ row: index + 2, cells: [authority, period, ...row] }));

/** The figures of a return of Derby for September 2026, by indicator. */
export const figures = (
  dataset: ReadReturn['dataset'],
  tables: Readonly<Record<string, readonly ReturnRow[]>>,
): Readonly<Record<string, DerivedFigure>> =>
  Object.fromEntries(
    figuresOf({ dataset, authority, period, tables: new Map(Object.entries(tables)) }).map(
      (figure) => [figure.indicator, figure],
    ),
  );

/** The placement types of the format, in order. */
export const types = codesIn(placementTypes, collectionYear).map(({ code }) => code);
