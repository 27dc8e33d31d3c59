import { z } from 'zod';
import type { Dataset } from '../indicators/indicator.ts';
import type { ReturnColumn } from './column.ts';
import { authorityColumn, periodColumn } from './column.ts';

/** One row of a table as it was read: canonical texts in the order of the table's columns. */
export interface ReturnRow {
  /** As a person counts it in the file: the first below the header is 2. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A return's rows by table name. A table the return does not have is missing; one without rows is empty. */
export type ReturnContents = ReadonlyMap<string, readonly ReturnRow[]>;

/** What a table's rows speak for. `records` are single things or events of the month, one a row. */
export type TableBasis = 'snapshot at month end' | 'calendar month' | 'records';

/** Something that must hold between the cells of one row. */
export interface RowRule {
  /** The column a breach is shown at. */
  readonly column: string;
  /** What is wrong, as the end of the sentence “*column* …”; null where nothing is. Cells are canonical. */
  readonly problem: (row: Readonly<Record<string, string>>) => string | null;
}

/** One table of a return format. */
export interface ReturnTable {
  /** For files and addresses, for example `children-by-placement-type`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly basis: TableBasis;
  /** In the order of the file: authority and month first. */
  readonly columns: readonly ReturnColumn[];
  /** Names of the columns that together tell one row from another. */
  readonly key: readonly string[];
  readonly rules: readonly RowRule[];
  /** A whole row, column name to text: canonical texts, or every problem of the row at once. Others are refused. */
  readonly row: z.ZodType<Record<string, string>, Record<string, string>>;
}

/** One dataset's tables in the form of one collection year. */
export interface ReturnFormat {
  readonly dataset: Dataset;
  /** The collection year whose codes it takes, written `2026-27`. */
  readonly collectionYear: string;
  /** Grows by one whenever a table changes within the year. */
  readonly version: number;
  readonly title: string;
  readonly tables: readonly ReturnTable[];
}

/** How a return names its format, for example `placements 2026-27 v1`. */
export const formatName = ({ dataset, collectionYear, version }: ReturnFormat): string =>
  `${dataset} ${collectionYear} v${version}`;

/**
 * Describes a table once; its row schema follows from the columns. Authority and month are put in front, of the columns
 * and of the key.
 */
export function table(
  given: Omit<ReturnTable, 'row' | 'rules' | 'key'> & {
    readonly key: readonly string[];
    readonly rules?: readonly RowRule[];
  },
): ReturnTable {
  const columns = [authorityColumn, periodColumn, ...given.columns];
  const rules = given.rules ?? [];
  return {
    ...given,
    columns,
    rules,
    key: [authorityColumn.name, periodColumn.name, ...given.key],
    row: z
      .strictObject(Object.fromEntries(columns.map(({ name, schema }) => [name, schema])))
      .superRefine((row, context) => {
        for (const rule of rules) {
          const message = rule.problem(row);
          if (message) context.addIssue({ code: 'custom', path: [rule.column], message });
        }
      }),
  };
}
