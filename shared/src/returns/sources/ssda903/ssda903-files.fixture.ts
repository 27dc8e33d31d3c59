import type { Aggregate } from './aggregate.ts';
import { aggregateSsda903 } from './aggregate.ts';

/** One row of an episodes file, by the names of its columns; what is left out is as in a plain episode. */
export type EpisodeCells = Readonly<Record<string, string>> & {
  readonly CHILD: string;
  readonly DECOM: string;
};

const plainEpisode: Readonly<Record<string, string>> = {
  CHILD: '',
  DECOM: '',
  RNE: 'S',
  LS: 'C2',
  CIN: 'N1',
  PLACE: 'U6',
  PLACE_PROVIDER: 'PR1',
  DEC: '',
  REC: '',
  REASON_PLACE_CHANGE: '',
  HOME_POST: '',
  PL_POST: '',
  URN: '',
};

const csv = (header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): Blob =>
  new Blob([
    [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
      .map((cells) => cells.join(','))
      .join('\r\n'),
  ]);

/** An episodes file. Columns that are named by a row, such as PL_DISTANCE, are added to the usual ones. */
export function episodesFile(...rows: readonly EpisodeCells[]): Blob {
  const filled = rows.map((row) => ({ ...plainEpisode, ...row }));
  return csv([...new Set([plainEpisode, ...filled].flatMap((row) => Object.keys(row)))], filled);
}

/** An episode of a child who has been looked after since June 2026. */
export const inCare = (child: string, cells: Readonly<Record<string, string>> = {}) => ({
  CHILD: child,
  DECOM: '01/06/2026',
  ...cells,
});

/** A header file of children who differ in nothing but what is said of them. */
export function headerFile(...rows: readonly Readonly<Record<string, string>>[]): Blob {
  const person = { CHILD: '', SEX: '1', DOB: '01/01/2014', ETHNIC: 'WBRI', UPN: '' };
  return csv(
    Object.keys(person),
    rows.map((row) => ({ ...person, ...row })),
  );
}

/** A UASC file. */
export const uascFile = (...rows: readonly Readonly<Record<string, string>>[]): Blob =>
  csv(['CHILD', 'SEX', 'DOB', 'DUC'], rows);

/** The counts of Derby's files for September 2026, or for another month. */
export const countOf = (files: readonly Blob[], period = '2026-09'): Promise<Aggregate> =>
  aggregateSsda903(files, { authority: 'E06000015', period });

/** The cells of a table that are not zero, by the code of their row; two codes are joined by a space. */
export function cellsOf({ tables }: Aggregate, table: string): Record<string, string> {
  const rows = tables.get(table) ?? [];
  return Object.fromEntries(
    rows
      .map(({ cells }) => [cells.slice(2, -1).join(' '), cells.at(-1) ?? ''] as const)
      .filter(([, count]) => count !== '0'),
  );
}

/** Stability as four cells: children, three or more placements, long-term, same carer. */
export const stabilityOf = ({ tables }: Aggregate): readonly string[] =>
  tables.get('stability')?.[0]?.cells.slice(2) ?? [];

/** Problems as `rule: rows`. */
export const problemsOf = ({ problems }: Aggregate): string[] =>
  problems.map(({ rule, rows }) => `${rule}: ${rows.join(', ')}`);
