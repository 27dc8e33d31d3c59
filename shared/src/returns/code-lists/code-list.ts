/** One code of a list, as the field writes it. */
export interface Code {
  readonly code: string;
  readonly label: string;
  /** What it counts towards where codes are shown in groups, for example `foster`. */
  readonly group?: string;
  /** First collection year that knows it, for example `2024-25`; absent: always. */
  readonly from?: string;
  /** Last collection year that knows it; absent: still in use. */
  readonly until?: string;
}

/** A list of codes that a column draws on, over all collection years. */
export interface CodeList {
  /** For people and addresses, for example `placement-type`. */
  readonly name: string;
  readonly title: string;
  /** Who keeps the list, in words. */
  readonly source: string;
  readonly codes: readonly Code[];
}

/** Marks a row that sums over a breakdown. No list holds it; a column says whether it takes it. */
export const totalCode = 'TOTAL';

/** The codes a list holds in a collection year, written `2026-27`. */
export function codesIn(list: CodeList, collectionYear: string): readonly Code[] {
  return list.codes.filter(
    ({ from, until }) =>
      (from === undefined || from <= collectionYear) &&
      (until === undefined || collectionYear <= until),
  );
}
