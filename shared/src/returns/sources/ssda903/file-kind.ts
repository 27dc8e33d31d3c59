/** The files of the collection that are read. */
export type FileKind = 'episodes' | 'header' | 'uasc';

/** Columns that tell a file; the first kind that has all of them is it. */
const kinds: readonly (readonly [FileKind, readonly string[]])[] = [
  ['episodes', ['CHILD', 'DECOM', 'LS', 'PLACE', 'DEC', 'REC']],
  ['uasc', ['CHILD', 'DUC']],
  ['header', ['CHILD', 'SEX', 'DOB', 'ETHNIC']],
];

/** Where each column stands, by its name in the collection. */
export type Columns = ReadonlyMap<string, number>;

/** The columns of a header row: capitals, without spaces around them. */
export const columnsOf = (cells: readonly string[]): Columns =>
  new Map(cells.map((cell, position) => [cell.toUpperCase(), position]));

/** Which file a header row belongs to; null for a file that is not read. */
export function fileKindOf(columns: Columns): FileKind | null {
  const kind = kinds.find(([, needed]) => needed.every((name) => columns.has(name)));
  return kind?.[0] ?? null;
}
