import type { FileRead } from '@sufficiency/shared/returns/sources/ssda903/aggregate.ts';
import type { Counted } from './aggregate-worker.ts';
import type { PreviewTable } from './return-preview.ts';

const number = new Intl.NumberFormat('en-GB');

const counted = (many: number, one: string, more: string) =>
  `${number.format(many)} ${many === 1 ? one : more}`;

/** The answer: how many children, and what the files cannot tell of them. `day` is in words. */
export function countSentence({ children, unaccompanied, preview }: Counted, day: string): string {
  const looked = `${counted(children, 'child was', 'children were')} looked after on ${day}`;
  const alone =
    unaccompanied > 0
      ? `, of whom ${number.format(unaccompanied)} unaccompanied and seeking asylum`
      : '';
  const names = new Set(preview.map(({ name }) => name));
  const untold = [
    ...(names.has('children-by-age')
      ? []
      : ['age, gender and ethnicity (there is no header file)']),
    ...(names.has('children-by-distance')
      ? []
      : ['distance and area (the episodes file has no PL_DISTANCE, PL_LOCATION or PL_LA)']),
    ...(names.has('children-by-unaccompanied-status')
      ? []
      : ['who is unaccompanied (there is no UASC file)']),
    'reasons for distance, and unregistered settings',
  ];
  return `${looked}${alone}. These files do not tell: ${untold.join('; ')}. Those tables are left out.`;
}

const kinds = { episodes: 'episodes', header: 'header', uasc: 'unaccompanied children' } as const;

/** What became of a file. */
export const fileSentence = ({ kind, rows }: FileRead): string =>
  kind === null
    ? 'not read. Its columns are not those of a header, episodes or UASC file.'
    : `${kinds[kind]}, ${counted(rows, 'row', 'rows')}.`;

/** Rows that are named before the rest is only counted. */
const namedRows = 12;

/** Where a problem is: the first rows by number. */
export function rowsInWords(rows: readonly number[], count: number): string {
  const named = rows.slice(0, namedRows).join(', ');
  const more = count - Math.min(rows.length, namedRows);
  return `${count === 1 ? 'Row' : 'Rows'} ${named}${more > 0 ? ` and ${number.format(more)} more` : ''}`;
}

/** How many cells hold numbers that could point at a child. */
export function smallNumberSentence(tables: readonly PreviewTable[]): string {
  const small = tables.flatMap(({ rows }) => rows.flat()).filter(({ isSmall }) => isSmall).length;
  return small === 0
    ? 'No cell holds a number from 1 to 5.'
    : `${counted(small, 'cell holds', 'cells hold')} a number from 1 to 5 and ${small === 1 ? 'is' : 'are'} marked: these go to your own organisation’s return as they are, and to nobody else unless an agreement says so.`;
}
