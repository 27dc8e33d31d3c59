import type { ReturnColumn } from '../column.ts';
import type { CellCheck } from './cell-check.ts';
import { cellChecker } from './cell-check.ts';
import { FileRefusal } from './file-refusal.ts';
import type { Header } from './header.ts';
import type { ProblemColumn } from './problem.ts';
import { columnLetter, problem } from './problem.ts';
import type { ReadingContext } from './reading-context.ts';

/** A column of a table as it stands in one file. */
export interface OwnColumn {
  readonly column: ReturnColumn;
  /** Where it stands; -1 where the file does not have it. */
  readonly position: number;
  /** How a problem names it. */
  readonly shown: ProblemColumn | null;
  readonly check: (raw: string) => CellCheck;
}

/** Texts that are remembered of each column: codes, months and small numbers come again and again. */
const mostRemembered = 20_000;

/** Longer texts are not worth remembering. Unit: characters. */
const longestRemembered = 60;

/** Excel allows no more in a cell. Unit: characters. */
const longestCell = 32_767;

/**
 * The columns of a header's table, in the table's order.
 *
 * Their checks throw a FileRefusal where a cell is longer than any cell should be.
 */
export function ownColumns(
  { table, positions, headings }: Header,
  context: ReadingContext,
): OwnColumn[] {
  return table.columns.map((column, index) => {
    const position = positions[index] ?? -1;
    const isThere = position >= 0;
    return {
      column,
      position,
      shown: isThere
        ? { letter: columnLetter(position), name: headings[position] ?? column.title }
        : null,
      check: isThere ? remembering(column.title, cellChecker(column, context)) : () => missing,
    };
  });
}

/** That a column is missing is said once, not in every row. */
const missing: CellCheck = { text: null, finding: null };

/** The same check, made once for each text. */
function remembering(title: string, check: OwnColumn['check']): OwnColumn['check'] {
  const remembered = new Map<string, CellCheck>();
  return (raw) => {
    const known = remembered.get(raw);
    if (known) return known;
    if (raw.length > longestCell) {
      const message = `A cell of the column ${title} has ${raw.length} characters.`;
      throw new FileRefusal(problem('returns/cell-too-long', message));
    }
    const checked = check(raw);
    if (raw.length <= longestRemembered && remembered.size < mostRemembered) {
      remembered.set(raw, checked);
    }
    return checked;
  };
}
