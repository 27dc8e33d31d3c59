import type { Severity } from './rule.ts';
import type { RuleId } from './rules.ts';
import { rules } from './rules.ts';

/** A column of a file: its letter as in Excel, and its heading. */
export interface ProblemColumn {
  readonly letter: string;
  readonly name: string;
}

/** Where in a file a problem is; null where it is not about one table, row or cell. */
interface Place {
  readonly table: string | null;
  readonly sheet: string | null;
  /** As Excel counts rows: the first line of the file is 1. */
  readonly row: number | null;
  readonly column: ProblemColumn | null;
  /** The beginning of what stands there. */
  readonly value: string | null;
}

/** Something that checking found in a file, as data: it is shown, stored and written into the file given back. */
export interface Problem extends Place {
  readonly severity: Severity;
  readonly rule: RuleId;
  /** A plain sentence. */
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
}

/** More of a value than this is not shown. Unit: characters. */
const longestValue = 100;

const clipped = (value: string) =>
  value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;

/** A problem of a rule, with the rule's own severity, and its advice unless another is given. */
export function problem(
  rule: RuleId,
  message: string,
  { mend = rules[rule].mend, value, ...place }: Partial<Place> & { readonly mend?: string } = {},
): Problem {
  const nowhere = { table: null, sheet: null, row: null, column: null };
  return {
    severity: rules[rule].severity,
    rule,
    message,
    mend,
    ...nowhere,
    ...place,
    value: value ? clipped(value) : null,
  };
}

/** Letters of a column as in Excel: 0 is A, 26 is AA. */
export function columnLetter(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : columnLetter(Math.floor(position / 26) - 1) + letter;
}
