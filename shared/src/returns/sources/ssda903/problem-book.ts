import type { RuleId, Severity } from './rules.ts';
import { rules } from './rules.ts';

/** One kind of problem in one file. Says where, never whose. */
export interface SourceProblem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly mend: string;
  /** Which of the files, in the order they were given. */
  readonly file: number;
  readonly count: number;
  /** The first rows it concerns, as a person counts them: the first below the header is 2. */
  readonly rows: readonly number[];
}

/** Where a row stands. */
export interface RowPlace {
  /** Which of the files, in the order they were given. */
  readonly file: number;
  /** As a person counts it: the first below the header is 2. */
  readonly row: number;
}

/** Gathers problems while files are read and counted. */
export interface ProblemBook {
  note(rule: RuleId, at: RowPlace): void;
  /** Everything noted: errors first, then what concerns most rows. */
  problems(): SourceProblem[];
}

const order: readonly Severity[] = ['error', 'query', 'note'];

/** Rows that are named of one problem: nobody mends more by hand. */
const mostRows = 200;

/** An empty book. */
export function createProblemBook(): ProblemBook {
  const found = new Map<string, { rule: RuleId; file: number; count: number; rows: number[] }>();
  return {
    note: (rule, { file, row }) => {
      const key = `${rule} ${file}`;
      const entry = found.get(key) ?? { rule, file, count: 0, rows: [] };
      found.set(key, entry);
      entry.count += 1;
      if (entry.rows.length < mostRows) entry.rows.push(row);
    },
    problems: () =>
      [...found.values()]
        .map(({ rule, file, count, rows }) => ({
          rule,
          ...rules[rule],
          file,
          count,
          rows: rows.toSorted((a, b) => a - b),
        }))
        .toSorted(
          (a, b) =>
            order.indexOf(a.severity) - order.indexOf(b.severity) ||
            b.count - a.count ||
            a.file - b.file,
        ),
  };
}
