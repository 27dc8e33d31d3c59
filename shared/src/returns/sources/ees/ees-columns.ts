/** Where the columns stand that say when, where and of whom a row of Explore Education Statistics is. */
export interface EesColumns {
  /** Index of the header’s line. */
  readonly line: number;
  readonly headings: readonly string[];
  /** -1 where there is none: some published files leave it out. */
  readonly identifier: number;
  readonly period: number;
  readonly level: number;
  /** Of the authority’s GSS code, its three digits and its name; -1 where there is none. */
  readonly area: { readonly gss: number; readonly dfe: number; readonly name: number };
}

/** Lines among which the header is looked for. */
const headerWithin = 20;

/** The columns of a file in the conventions of Explore Education Statistics; null for any other file. */
export function eesColumns(lines: readonly (readonly string[])[]): EesColumns | null {
  const line = lines.slice(0, headerWithin).findIndex((cells) => {
    const names = cells.map(named);
    return names.includes('time_period') && names.includes('geographic_level');
  });
  const headings = (lines[line] ?? []).map(named);
  const at = (name: string) => headings.indexOf(name);
  const area = { gss: at('new_la_code'), dfe: at('old_la_code'), name: at('la_name') };
  return line < 0
    ? null
    : {
        line,
        headings,
        area,
        identifier: at('time_identifier'),
        period: at('time_period'),
        level: at('geographic_level'),
      };
}

const named = (cell: string) => cell.trim().toLowerCase();

/** The column that an authority’s code is written into. */
export const areaOf = ({ area, level }: EesColumns): number =>
  [area.gss, area.dfe, area.name].find((position) => position >= 0) ?? level;
