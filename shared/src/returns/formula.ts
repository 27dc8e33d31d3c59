/** Cells of one table of a return that are added up. */
export interface Addends {
  /** Name of the table. */
  readonly table: string;
  /** The columns whose numbers are added. */
  readonly columns: readonly string[];
  /** The codes that count, by column; a column that is not named counts whole. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** In a table of records, only the newest record of each thing, and one for each thing of another table. */
  readonly newest?: { readonly of: string; readonly by: string; readonly inTable: string };
}

/** How a collected indicator's figure is made from a return's rows. `words` say it to a reader. */
export type Formula =
  | { readonly kind: 'sum'; readonly of: Addends; readonly words: string }
  | {
      readonly kind: 'ratio';
      readonly of: Addends;
      /** Of the same table as the numerator: a figure leads back to rows of one table. */
      readonly over: Addends;
      readonly words: string;
    };
