import { roundTo } from '../indicators/rounding.ts';
import type { DataSymbol } from '../indicators/symbols.ts';
import { figuresOf } from '../returns/derive.ts';
import type { ReturnRow } from '../returns/table.ts';

/** Homes as one row of a paper’s table prints them. */
export interface PrintedHomes {
  /** The row’s name. */
  readonly name: string;
  /** What kind of home, in the paper’s words; null where it does not say. */
  readonly kind: string | null;
  /** Unit: homes. */
  readonly homes: number;
  /** What the paper calls maximum occupancy, or places. Unit: places. */
  readonly places: number;
  /** Unit: places; null where the paper has no count. */
  readonly occupied: number | null;
  /** The share as the paper prints it, for example `53%`; null where it prints none. */
  readonly printed: string | null;
}

/** What of a table’s places was occupied, by the formula of returns. */
export interface PrintedOccupancy {
  readonly homes: number;
  /** Null where one is not known. Unit: places. */
  readonly places: number | null;
  readonly occupied: number | null;
  /** Unit: percent; null exactly where there is a symbol. */
  readonly percent: number | null;
  readonly symbol: DataSymbol | null;
}

/** A printed table as it was recomputed. */
export interface RecomputedOccupancy {
  /** Of the homes that have a count. */
  readonly counted: PrintedOccupancy;
  /** Of all homes: not available where one has no count. */
  readonly all: PrintedOccupancy;
  readonly allPlaces: number;
  readonly unknownHomes: number;
  readonly unknownPlaces: number;
  /** What it would be if homes without a count were empty, which nobody said; null where all have one. Unit: percent. */
  readonly ifUnknownWereEmpty: number | null;
  readonly sentence: string;
}

const dataset = 'beds';
const urnOf = (nth: number) => String(9_999_001 + nth);

/**
 * A printed table read as a return of homes and beds: the rows as a return has them, and its figure by the return’s own
 * formula.
 *
 * @param of whose it is (GSS code), and the day it speaks for.
 */
export function recomputed(
  homes: readonly PrintedHomes[],
  of: { readonly authority: string; readonly day: string },
): RecomputedOccupancy {
  const isCounted = ({ occupied }: PrintedHomes) => occupied !== null;
  const unknown = homes.filter((home) => !isCounted(home));
  const counted = occupancyOf(homes.filter(isCounted), of);
  const all = occupancyOf(homes, of);
  const allPlaces = sum(homes, ({ places }) => places);
  const ifEmpty =
    unknown.length > 0 && allPlaces > 0
      ? roundTo((100 * (counted.occupied ?? 0)) / allPlaces, 1)
      : null;
  const told = {
    counted,
    all,
    allPlaces,
    unknownHomes: sum(unknown, (row) => row.homes),
    unknownPlaces: sum(unknown, ({ places }) => places),
    ifUnknownWereEmpty: ifEmpty,
  };
  return { ...told, sentence: sentenceOf(told) };
}

/** The figure of the return that a data officer would send of these homes. */
function occupancyOf(
  homes: readonly PrintedHomes[],
  { authority, day }: { readonly authority: string; readonly day: string },
): PrintedOccupancy {
  const period = day.slice(0, 7);
  const rowsOf = (table: readonly (readonly string[])[]): readonly ReturnRow[] =>
    table.map((cells, nth) => ({ row: nth + 2, cells: [authority, period, ...cells] }));
  const places = (home: PrintedHomes) => String(home.places);
  const tables = new Map([
    [
      'homes',
      rowsOf(
        homes.map((home, nth) => [
          ...[urnOf(nth), 'CHILDRENS-HOME', 'PR1', places(home), places(home), places(home)],
        ]),
      ),
    ],
    [
      'bed-states',
      rowsOf(
        homes.flatMap((home, nth) =>
          // The paper does not say whether what is vacant took children: the share is the same wherever it is written.
          home.occupied === null
            ? []
            : [
                [
                  ...[urnOf(nth), day, String(home.occupied), '0'],
                  ...[String(home.places - home.occupied), '0', ''],
                ],
              ],
        ),
      ),
    ],
  ]);
  const figure = figuresOf({ dataset, authority, period, tables }).find(
    ({ indicator }) => indicator === 'home-beds-occupied-share-month-end',
  );
  return {
    homes: sum(homes, (row) => row.homes),
    places: figure?.denominator ?? null,
    occupied: figure?.numerator ?? null,
    percent: figure?.value ?? null,
    symbol: figure ? figure.symbol : 'x',
  };
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

function sentenceOf(of: Omit<RecomputedOccupancy, 'sentence'>): string {
  const { counted, allPlaces, unknownHomes, unknownPlaces, ifUnknownWereEmpty } = of;
  const share = `${counted.occupied} of ${counted.places} places`;
  const percent = `${Math.round(counted.percent ?? 0)}%`;
  if (unknownHomes === 0) return `${share} were occupied: ${percent}.`;
  return [
    `${share} in the ${inWords(counted.homes)} homes with a count were occupied: ${percent}.`,
    `Of all ${allPlaces} places it is not available (x): ${inWords(unknownHomes)} homes, ${unknownPlaces} places, unknown.`,
    `${ifUnknownWereEmpty}% would treat unknown as empty.`,
  ].join(' ');
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const inWords = (count: number): string => small[count] ?? String(count);

/** The whole number that a printed percentage can only be of so many places; null where none or several would print so. */
export function occupiedFrom(percent: number, places: number): number | null {
  const [only, ...others] = Array.from({ length: places + 1 }, (_, occupied) => occupied).filter(
    (occupied) => Math.round((100 * occupied) / places) === percent,
  );
  return only !== undefined && others.length === 0 ? only : null;
}
