import { createTextDecoding } from '@sufficiency/shared/returns/reading/text-decoding.ts';
import { readPastedTable } from '@sufficiency/shared/returns/reconcile/paste.ts';
import { publishedPapers } from '@sufficiency/shared/returns/reconcile/published-tables.ts';
import { tableProblem } from '@sufficiency/shared/returns/reconcile/table-limits.ts';

/** A table to check, and where it comes from. */
export interface AddUpTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What it is called, as a caption. */
  readonly title: string;
  /** The paper it is printed in; null for a table of the reader's own. */
  readonly paper: string | null;
}

/** A table, or what to do so that it can be read. */
export type TableReading =
  | { readonly table: AddUpTable; readonly problem?: never }
  | { readonly problem: string; readonly table?: never };

/** Reads a table from text. */
export function readAddUpTable(
  text: string,
  named: { readonly title: string; readonly paper: string | null },
): TableReading {
  const pasted = readPastedTable(text);
  if ('problem' in pasted) return pasted;
  const [header = [], ...rows] = pasted.rows;
  return checkedTable({ header, rows, ...named });
}

/** A table, if it can be checked. */
export function checkedTable(table: AddUpTable): TableReading {
  const problem = tableProblem(table);
  return problem === null ? { table } : { problem };
}

/** What an example is called, and in which paper it is printed; null for a name that no example has. */
export function publishedTable(
  name: string,
): { readonly title: string; readonly paper: string } | null {
  const [folder, table = ''] = name.split('/');
  const paper = publishedPapers.find((one) => one.folder === folder);
  const title = paper?.tables[table];
  if (!paper || title === undefined) return null;
  return { title, paper: `${paper.publisher}, ${paper.title}` };
}

/** Larger files are no printed tables. Unit: bytes. */
const largestFile = 1_000_000;

/** The text of an uploaded file, in whatever encoding; or why it cannot be read. */
export async function readTextFile(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.size > largestFile) return { problem: 'Choose a file of 1 MB at most.' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isBinary = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isBinary) return { problem: 'Choose a CSV file: save the sheet as CSV, or copy its cells.' };
  const decoding = createTextDecoding();
  return { text: decoding.push(bytes) + decoding.end() };
}
