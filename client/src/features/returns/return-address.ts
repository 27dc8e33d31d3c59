/** Where a version of a return is read. Its id is opaque and may hold any character; `=` may stand in a path as it is. */
export const returnAddress = (consortium: string, id: string): string =>
  `/${consortium}/returns/${encodeURIComponent(id).replaceAll('%3D', '=')}`;

/** What a person is about to send, as an address names it; what is absent is chosen on the page. */
export interface SendSubject {
  /** GSS code. */
  readonly authority?: string;
  readonly dataset?: string;
  /** Written `2026-09`. */
  readonly period?: string;
}

/** Where a return is sent. */
export function sendAddress(consortium: string, subject: SendSubject = {}): string {
  const search = new URLSearchParams({ ...subject }).toString();
  return `/${consortium}/returns/send${search && `?${search}`}`;
}

/** Where the cells are that a figure was made from: a table of a return, and the first of its rows. */
export function rowAddress(
  consortium: string,
  place: {
    readonly id: string;
    readonly table: string;
    readonly row: number | undefined;
    /** Key of the indicator, whose rows are all marked. */
    readonly figure: string;
  },
): string {
  const search = new URLSearchParams({ table: place.table, figure: place.figure });
  if (place.row !== undefined) search.set('row', String(place.row));
  return `${returnAddress(consortium, place.id)}?${search}`;
}

/** Where a figure that stands elsewhere is led to: the return it came from, and its rows. */
export const figureAddress = (consortium: string, id: string, figure: string): string =>
  `${returnAddress(consortium, id)}?${new URLSearchParams({ figure })}`;
