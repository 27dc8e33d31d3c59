import type { Problem } from '../reading/problem.ts';

/** What a list of problems tells of each. */
export const problemLineHeadings = [
  'severity',
  'sheet',
  'table',
  'row',
  'column',
  'problem',
  'how to mend it',
  'value',
  'rule',
] as const;

/** One problem as a line of such a list. */
export const problemLine = (found: Problem): (string | number | null)[] => [
  found.severity,
  found.sheet,
  found.table,
  found.row,
  found.column && `${found.column.letter} ${found.column.name}`,
  found.message,
  found.mend,
  found.value,
  found.rule,
];
