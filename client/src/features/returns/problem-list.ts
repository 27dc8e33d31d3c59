import type { ReturnProblem, WholeReturn } from './return-queries.ts';
import type { ProblemSeverity } from './return-words.ts';
import { severityWord } from './return-words.ts';

/** Which problems of many are shown; null and empty for all. */
export interface ProblemFilter {
  readonly severity: ProblemSeverity | null;
  readonly rule: string | null;
  readonly text: string;
}

export type ProblemSort = 'severity' | 'place' | 'value';

/** Problems of one kind, and how many. */
export interface ProblemGroup {
  readonly rule: string;
  readonly severity: ProblemSeverity;
  readonly count: number;
  /** The first of them: its words stand for all. */
  readonly first: ReturnProblem;
}

const gravity: Readonly<Record<ProblemSeverity, number>> = { ERROR: 0, QUERY: 1, NOTE: 2 };

/** Problems by what was checked, the gravest first, then the most frequent. */
export function problemGroups(problems: readonly ReturnProblem[]): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const { rule, severity } = problem;
    const count = groups.get(rule)?.count ?? 0;
    const first = groups.get(rule)?.first ?? problem;
    groups.set(rule, { rule, severity, count: count + 1, first });
  }
  return [...groups.values()].toSorted(
    (one, other) => gravity[one.severity] - gravity[other.severity] || other.count - one.count,
  );
}

/** Where a problem is: “Sheet1, row 14, C placement_type”; null where it is nowhere in particular. */
export function problemPlace({ sheet, row, column }: ReturnProblem): string | null {
  const parts = [sheet, row === null ? null : `row ${row}`, column];
  return parts.filter((part) => part !== null).join(', ') || null;
}

/** The files to download with marks: of CSV files, which are named as sheets are, only those with problems. */
export function filesToMend(
  files: WholeReturn['files'],
  problems: readonly ReturnProblem[],
): WholeReturn['files'] {
  const kept = files.filter(({ markedUrl }) => markedUrl !== null);
  const sheets = new Set(problems.map(({ sheet }) => sheet));
  const named = kept.filter(({ name }) => sheets.has(name) || !/\.csv$/i.test(name));
  return named.length > 0 ? named : kept;
}

const orders: Readonly<Record<ProblemSort, (one: ReturnProblem, other: ReturnProblem) => number>> =
  {
    severity: (one, other) => gravity[one.severity] - gravity[other.severity],
    // They come in the order of the files.
    place: (one, other) => one.nth - other.nth,
    value: (one, other) =>
      (one.value ?? '').localeCompare(other.value ?? '', 'en-GB', { numeric: true }),
  };

const isShown = ({ severity, rule, text }: ProblemFilter) => {
  const wanted = text.trim().toLowerCase();
  return (problem: ReturnProblem) =>
    (severity === null || problem.severity === severity) &&
    (rule === null || problem.rule === rule) &&
    (wanted === '' || textOf(problem).includes(wanted));
};

const textOf = (problem: ReturnProblem) =>
  [
    problem.message,
    problem.mend,
    problemPlace(problem),
    problem.value,
    severityWord[problem.severity],
  ]
    .join(' ')
    .toLowerCase();

/** The problems to show, in order; equal ones stay in the order of the files. */
export function shownProblems(
  problems: readonly ReturnProblem[],
  filter: ProblemFilter,
  sort: ProblemSort,
): readonly ReturnProblem[] {
  return problems.filter(isShown(filter)).toSorted(orders[sort]);
}

const severities = ['ERROR', 'QUERY', 'NOTE'] as const;
const sorts = ['severity', 'place', 'value'] as const;

/** Which problems an address asks for. */
export const problemFilter = (address: URLSearchParams): ProblemFilter => ({
  severity: severities.find((one) => one === address.get('severity')) ?? null,
  rule: address.get('rule'),
  text: address.get('find') ?? '',
});

/** In which order an address asks for them: the gravest first unless it says otherwise. */
export const problemSort = (address: URLSearchParams): ProblemSort =>
  sorts.find((one) => one === address.get('sort')) ?? 'severity';
