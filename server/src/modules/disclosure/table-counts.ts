import type { CountTable } from '@sufficiency/shared/disclosure/count-tables.ts';
import { choicesOf } from '@sufficiency/shared/disclosure/count-tables.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { ReturnColumn } from '@sufficiency/shared/returns/column.ts';
import { positionOf, sumOfCodes, sumOfRows } from '@sufficiency/shared/returns/sums.ts';
import type { ReturnRow, ReturnTable } from '@sufficiency/shared/returns/table.ts';
import type { AuthorityNumbers, Count } from './whole-numbers.ts';

type Reading = number | DataSymbol;

/** A table with what a return says in it. */
export interface FilledCountTable extends CountTable {
  readonly rows: readonly ReturnRow[];
}

/** How counts of a return's tables are found: table, column and codes. */
export const countKey = (table: string, column: string, codes: readonly string[] = []): string =>
  [table, column, ...codes].join('|');

/** What the return says of one choice of codes: the one definition of totals, and of codes without a row. */
export const readingAt = (
  table: FilledCountTable,
  column: string,
  codes: readonly string[],
): Reading => asKeptBack(statedAt(table, column, codes));

/** What rounds to zero, or is too unreliable to tell, is kept back by the member like what is confidential. */
export const asKeptBack = <Given extends Reading>(reading: Given): Given | 'c' =>
  reading === 'k' || reading === 'u' ? 'c' : reading;

function statedAt(
  { table, characteristics, rows }: FilledCountTable,
  column: string,
  codes: readonly string[],
): Reading {
  if (isList(table)) {
    const positions = characteristics.map(({ name }) => positionOf(table, name));
    const chosen = rows.filter(({ cells }) =>
      positions.every((at, nth) => cells[at] === codes[nth]),
    );
    return sumOfRows(chosen, [positionOf(table, column)], 0).reading;
  }
  const where = Object.fromEntries(
    characteristics.flatMap(({ name }, at) => {
      const code = codes[at] ?? totalCode;
      return code === totalCode ? [] : [[name, [code]] as const];
    }),
  );
  return sumOfCodes(table, rows, { table: table.name, columns: [column], where }).reading;
}

/** Told apart by more than codes, for example by framework: then there is nothing of what has no row. */
const isList = ({ key, columns }: ReturnTable) =>
  columns.some(({ name, kind }) => key.includes(name) && (kind === 'reference' || kind === 'text'));

interface Place {
  readonly codes: readonly string[];
  readonly reading: Reading;
}

/**
 * The counts of one column of a table, totals among them, as sums of numbers.
 *
 * What a return does not tell of single codes is divided somehow, where a total tells how much it is together: such
 * numbers are never shown, and attackers are told no more than their sum. A total that is not the sum of its parts is a
 * number of its own, whose difference everybody knows.
 *
 * @param elsewhere what other tables say that all of them add up to; null where none does.
 */
export function countsOfColumn(
  table: FilledCountTable,
  { name: column }: ReturnColumn,
  numbers: AuthorityNumbers,
  elsewhere: number | null,
): Map<string, Count> {
  const places = choicesOf(table.characteristics).map((codes) => ({
    codes,
    reading: readingAt(table, column, codes),
  }));
  const values = valuesOf(places, elsewhere);
  const variables = new Map(
    [...values].map(([{ codes }, value]) => [
      codes.join('|'),
      numbers.add(countKey(table.table.name, column, codes), value),
    ]),
  );
  const leaves = places.filter(isLeaf);
  return new Map(
    places.map((place) => {
      const parts = partsOf(place, leaves).map(({ codes }) => variables.get(codes.join('|')));
      const of = parts.every((part) => part !== undefined) ? parts : null;
      return [
        countKey(table.table.name, column, place.codes),
        countOf(
          countKey(table.table.name, column, place.codes),
          { reading: place.reading, of },
          numbers,
        ),
      ] as const;
    }),
  );
}

function countOf(
  key: string,
  { reading, of }: { readonly reading: Reading; readonly of: readonly number[] | null },
  numbers: AuthorityNumbers,
): Count {
  if (typeof reading !== 'number') return { of, symbol: reading };
  if (of && numbers.sum(of) === reading) return { of, symbol: null };
  const own = numbers.add(`${key} as it stands`, reading);
  if (of) numbers.link(of, [own]);
  return { of: [own], symbol: null };
}

const isLeaf = ({ codes }: Place) => !codes.includes(totalCode);

const partsOf = ({ codes }: Place, leaves: readonly Place[]): readonly Place[] =>
  leaves.filter((leaf) => codes.every((code, at) => code === totalCode || code === leaf.codes[at]));

/** A number for every code whose number, or sum with others, is known. */
function valuesOf(places: readonly Place[], elsewhere: number | null): Map<Place, number> {
  const leaves = places.filter(isLeaf);
  const values = new Map<Place, number>();
  for (const leaf of leaves) if (typeof leaf.reading === 'number') values.set(leaf, leaf.reading);
  const totals = places
    .filter((place) => !isLeaf(place) && typeof place.reading === 'number')
    .map((place) => ({ whole: Number(place.reading), parts: partsOf(place, leaves) }))
    .sort((one, other) => one.parts.length - other.parts.length);
  for (const { whole, parts } of totals) divideRest(whole, parts, values);
  if (elsewhere !== null) divideRest(elsewhere, leaves, values);
  return values;
}

/** Gives what is left of a whole to the parts that have no number yet: one at least to what is confidential. */
function divideRest(whole: number, parts: readonly Place[], values: Map<Place, number>): void {
  const open = parts.filter((part) => !values.has(part));
  const told = parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0);
  const ones = open.filter(({ reading }) => reading === 'c').length;
  const left = Math.max(0, whole - told - ones);
  for (const [nth, part] of open.entries()) {
    const share = Math.floor(left / open.length) + (nth < left % open.length ? 1 : 0);
    values.set(part, share + (part.reading === 'c' ? 1 : 0));
  }
}
