import { labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { ageBands, ethnicGroups } from '@sufficiency/shared/returns/code-lists/child-codes.ts';
import type { CodeList } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { placementLocations } from '@sufficiency/shared/returns/code-lists/placement-codes.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import type { CapacityPart, OwnReturnRow } from './capacity.queries.ts';
import { capacityFigure, noCapacity } from './capacity-figure.ts';
import type { HouseholdGroup } from './capacity-parts.ts';
import { groupsOfKind } from './capacity-parts.ts';
import type { PublishedChildren } from './published-children.service.ts';

/** Children of one code. */
export interface ChildrenGroup {
  readonly code: string;
  readonly title: string;
  readonly children: Figure;
}

/** Carers beside children by one characteristic: counts of each, of nobody's match. */
export interface BesideChildren {
  readonly by: 'AGE' | 'ETHNICITY' | 'AREA';
  readonly households: readonly HouseholdGroup[];
  readonly children: readonly ChildrenGroup[];
  /** Children as they were last published; empty where nothing is. */
  readonly published: readonly ChildrenGroup[];
  /** What the two are, and what is public beside them. */
  readonly note: string;
}

interface Characteristic {
  readonly by: BesideChildren['by'];
  readonly table: string;
  /** Where the code and the number stand in a row. */
  readonly codeAt: number;
  readonly codes: CodeList;
  readonly note: string;
}

const characteristics: readonly Characteristic[] = [
  {
    by: 'AGE',
    table: 'children-by-age',
    codeAt: 2,
    codes: ageBands,
    note: 'Age of the youngest carer of each household, and ages of all children looked after.',
  },
  {
    by: 'ETHNICITY',
    table: 'children-by-ethnicity',
    codeAt: 2,
    codes: ethnicGroups,
    note: 'Ethnicity of carers, and of all children looked after.',
  },
  {
    by: 'AREA',
    table: 'children-by-distance',
    codeAt: 2,
    codes: placementLocations,
    note: 'Where households live, and where all children looked after do.',
  },
];

/** Tables of a return of placements that say it of children. */
export const childrenTables: readonly string[] = characteristics.map(({ table }) => table);

const noReturn =
  'not available: there is no accepted return of placements of this month that says it';

/** Carers beside children by each characteristic, from an own return of the month, and what is public of the same. */
export const besideChildren = (
  parts: readonly CapacityPart[],
  rows: readonly OwnReturnRow[],
  published: PublishedChildren | undefined,
): BesideChildren[] =>
  characteristics.map(({ by, table, codeAt, codes, note }) => ({
    by,
    note: `${note} ${publicNote(by, published)}`,
    published: by === 'AREA' && published ? publishedGroups(published) : [],
    households: groupsOfKind(parts, by),
    children: childrenOf(
      rows.filter(({ table_name }) => table_name === table),
      { codeAt, codes },
    ),
  }));

const publicNote = (by: BesideChildren['by'], published: PublishedChildren | undefined): string =>
  by === 'AREA' && published
    ? `Beside them, what the Department for Education last published of the authority, of 31 March ${published.year}; what it keeps back is not worked out.`
    : 'No public file that is read here counts an authority’s children by it, so nothing public stands beside them.';

const publishedGroups = ({ outside, all }: PublishedChildren): ChildrenGroup[] => [
  { code: 'OUTSIDE', title: 'Placed outside the authority’s area', children: outside },
  { code: totalCode, title: 'All children looked after', children: all },
];

function childrenOf(
  rows: readonly OwnReturnRow[],
  { codeAt, codes }: Pick<Characteristic, 'codeAt' | 'codes'>,
): ChildrenGroup[] {
  if (rows.length === 0) {
    const children = noCapacity('children', noReturn);
    return [{ code: totalCode, title: 'All children', children }];
  }
  const byCode = Map.groupBy(rows, ({ cells }) => cells[codeAt] ?? '');
  return [...byCode]
    .filter(([code]) => code !== totalCode)
    .map(([code, of]) => {
      const totals = of.filter(({ cells }) => cells.slice(codeAt + 1, -1).includes(totalCode));
      const children = sumOfCells(totals.length > 0 ? totals : of);
      return { code, title: labelIn(codes, code), children };
    });
}

/** The last cell of each row is its number; a sum with a part that is not known is not known. */
function sumOfCells(rows: readonly OwnReturnRow[]): Figure {
  const numbers = rows.map(({ cells }) => cells.at(-1) ?? '');
  if (!numbers.every((text) => /^\d+$/.test(text))) {
    return noCapacity('children', 'not available: a part of it is not known');
  }
  return capacityFigure(
    {
      value: numbers.reduce((sum, text) => sum + Number(text), 0),
      unit: 'children',
      formula: 'sum of children',
    },
    {
      why: 'own',
      source: 'Own return of placements',
      synthetic: rows.some(({ synthetic }) => synthetic),
    },
  );
}
