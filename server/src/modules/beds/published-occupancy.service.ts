import { readFile } from 'node:fs/promises';
import type {
  PrintedHomes,
  RecomputedOccupancy,
} from '@sufficiency/shared/beds/published-occupancy.ts';
import { recomputed } from '@sufficiency/shared/beds/published-occupancy.ts';
import { publishedPapers } from '@sufficiency/shared/returns/reconcile/published-tables.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import { authoritiesOf } from '../authorities/authorities.service.ts';
import { readNorfolkHomes, readNorthamptonshireHomes } from './published-occupancy.importer.ts';

/** A paper’s table of homes, or a part of it, as printed and as the product recomputes it. */
export interface PublishedOccupancy extends RecomputedOccupancy {
  readonly authorities: readonly AuthorityRecord[];
  readonly title: string;
  readonly publisher: string;
  readonly paper: string;
  /** The day, or the month, for which it speaks: `2023-06-30`, `2022-08`. */
  readonly period: string;
  /** The share that the paper prints of them all; null where it prints none. */
  readonly printed: string | null;
  readonly rows: readonly PrintedHomes[];
  readonly note: string;
}

interface Table {
  readonly folder: string;
  readonly name: string;
  readonly title: string;
  /** GSS codes. */
  readonly authorities: readonly [string, ...string[]];
  readonly period: string;
  /** The last day of it. */
  readonly day: string;
  readonly read: (csv: string) => readonly PrintedHomes[];
  /** Null where it is that of its only row. */
  readonly printed: string | null;
  readonly note: string;
}

const kindOfHomes = (service: string) => (csv: string) =>
  readNorthamptonshireHomes(csv).filter(({ name }) => name === service);

const northamptonshire = {
  folder: 'northamptonshire-sufficiency-2022',
  name: 'homes-and-beds-2022-08',
  authorities: ['E06000061', 'E06000062'],
  period: '2022-08',
  day: '2022-08-31',
  printed: null,
  note: 'The paper prints homes, places and the percentage. How many were occupied is the only whole number that prints so.',
} as const;

const tables: readonly Table[] = [
  {
    folder: 'norfolk-sufficiency-2023',
    name: 'residential-homes-2023-06-30',
    title: 'In-house residential homes',
    authorities: ['E10000020'],
    period: '2023-06-30',
    day: '2023-06-30',
    read: readNorfolkHomes,
    printed: '53%',
    note: 'The paper’s total, 17 of 32, leaves out two short-break homes whose occupancy it prints as “Variable”.',
  },
  {
    ...northamptonshire,
    title: 'In-house children’s homes',
    read: kindOfHomes("In-house children's homes"),
  },
  {
    ...northamptonshire,
    title: 'Block contract children’s homes',
    read: kindOfHomes("Block contract children's homes"),
  },
];

const texts = new Map<string, Promise<string>>();

/** The text of a table, which stands beside the arithmetic checker as printed. It is read once. */
function textOf({ folder, name }: Table): Promise<string> {
  const path = `@sufficiency/shared/returns/reconcile/examples/${folder}/${name}.csv`;
  const text = texts.get(path) ?? readFile(new URL(import.meta.resolve(path)), 'utf8');
  texts.set(path, text);
  return text;
}

/**
 * Occupancy of homes as two papers print it, read as a return and recomputed by the formula of returns.
 *
 * @unit   homes and places; percent of places.
 * @source Norfolk County Council, and Northamptonshire Children’s Trust: real, and of days long gone.
 * @throws DomainError FORBIDDEN the role does not read public figures as they come.
 */
export async function readPublishedOccupancy(viewer: Viewer): Promise<PublishedOccupancy[]> {
  requirePermission(viewer.actor, 'reference:read');
  const found = await authoritiesOf(viewer, [...new Set(tables.flatMap((of) => of.authorities))]);
  return await Promise.all(
    tables.map(async (table) => {
      const rows = table.read(await textOf(table));
      const paper = publishedPapers.find(({ folder }) => folder === table.folder);
      const [authority] = table.authorities;
      return {
        ...recomputed(rows, { authority, day: table.day }),
        authorities: found.filter(({ code }) => table.authorities.includes(code)),
        title: table.title,
        publisher: paper?.publisher ?? '',
        paper: paper?.title ?? '',
        period: table.period,
        printed: table.printed ?? rows[0]?.printed ?? null,
        rows,
        note: table.note,
      };
    }),
  );
}
