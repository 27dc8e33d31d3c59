import { totalCode } from '../../code-lists/code-list.ts';
import type { ReturnContents, ReturnRow, ReturnTable } from '../../table.ts';
import { notKnown, placementsTable } from './return-codes.ts';
import type { Tally } from './tally.ts';

/** Whose return it is, and which month's. */
export interface ReturnSubject {
  /** GSS code. */
  readonly authority: string;
  /** Label, for example `2026-09`. */
  readonly period: string;
}

/** What the files can tell beyond where each child is placed. */
export interface Told {
  readonly people: boolean;
  readonly unaccompanied: boolean;
  readonly location: boolean;
  readonly distance: boolean;
}

/** What a cell says where the files do not tell. */
const notAvailable = 'x';

/** Every way to combine the codes of a table's breakdowns, totals among them. */
const cellsOf = (table: ReturnTable): string[][] =>
  table.columns
    .flatMap(({ codes }) => codes ?? [])
    .reduce<string[][]>(
      (cells, { codes }) =>
        cells.flatMap((cell) =>
          [...codes.map(({ code }) => code), totalCode].map((code) => [...cell, code]),
        ),
      [[]],
    );

/** One table: a row for every combination of codes, with a zero where nobody was counted. */
function countedTable(
  name: string,
  subject: ReturnSubject,
  cellValue: (codes: readonly string[]) => string,
): [string, ReturnRow[]] {
  const rows = cellsOf(placementsTable(name)).map((codes, index) => ({
    row: index + 2,
    cells: [subject.authority, subject.period, ...codes, cellValue(codes)],
  }));
  return [name, rows];
}

const always = [
  'children-by-placement-type',
  'children-by-provider-sector',
  'children-by-legal-status',
  'starters-by-need',
  'leavers-by-reason',
  'moves-by-reason',
] as const;

const ofPeople = ['children-by-age', 'children-by-gender', 'children-by-ethnicity'] as const;

/** The tables of the placements return that the collection can tell. A table it cannot tell is left out, never zero. */
export function monthTables(tally: Tally, subject: ReturnSubject, told: Told): ReturnContents {
  const counted = (name: string) =>
    countedTable(name, subject, (codes) => String(tally.count(name, ...codes)));
  const tables = new Map<string, readonly ReturnRow[]>(always.map(counted));
  for (const name of told.people ? ofPeople : []) tables.set(...counted(name));
  if (told.unaccompanied) tables.set(...counted('children-by-unaccompanied-status'));
  if (told.location || told.distance) {
    tables.set(
      ...countedTable('children-by-distance', subject, (codes) => distanceCell(codes, tally, told)),
    );
  }
  tables.set('stability', [stabilityRow(tally, subject)]);
  return tables;
}

/** A dimension the files do not tell has everybody under “not known”, and no number anywhere else. */
function distanceCell(codes: readonly string[], tally: Tally, told: Told): string {
  const [location = '', distance = ''] = codes;
  const isTold = (isKnown: boolean, code: string) =>
    isKnown || code === notKnown || code === totalCode;
  return isTold(told.location, location) && isTold(told.distance, distance)
    ? String(tally.count('children-by-distance', ...codes))
    : notAvailable;
}

function stabilityRow(tally: Tally, { authority, period }: ReturnSubject): ReturnRow {
  const count = (name: string) => tally.count('stability', name);
  const unless = (unknown: string, name: string) =>
    count(unknown) > 0 ? notAvailable : String(count(name));
  return {
    row: 2,
    cells: [
      authority,
      period,
      String(count('children')),
      unless('year not known', 'three_or_more_placements'),
      unless('history not known', 'long_term_children'),
      unless('history not known', 'same_placement_two_years'),
    ],
  };
}
