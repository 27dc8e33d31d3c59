import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { ContributedReturn, ReleaseCellContent, ReleaseSources } from './release-contents.ts';
import { cellKey } from './release-contents.ts';
import type { ProtectedCells, ReleaseProblem } from './release-problem.ts';

/** Three authorities that are all members of a consortium. */
export const [first, second, third] = ['E06000015', 'E10000007', 'E06000018'] as const;
export const period = '2026-09';

type Rows = readonly (readonly (string | number)[])[];

/** A return of one authority: rows by table, without authority and month. */
export const returned = (
  authority: string,
  tables: Readonly<Record<string, Rows>>,
  { organisation = `${authority}'s`, month = period } = {},
): ContributedReturn => ({
  authority,
  organisation,
  synthetic: true,
  tables: new Map(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((cells, index) => ({
        row: index + 2,
        cells: [authority, month, ...cells.map(String)],
      })),
    ]),
  ),
});

/** A release of the three authorities by the weakest rule, with nothing published and nothing earlier. */
export const sourcesOf = (
  dataset: Dataset,
  returns: readonly ContributedReturn[],
  more: Partial<ReleaseSources> = {},
): ReleaseSources => ({
  dataset,
  period,
  rule: { minimumCount: 8, rounding: 5 },
  members: [first, second, third],
  returns,
  earlier: [],
  published: [],
  ...more,
});

const sumOf = ({ variables }: ReleaseProblem, of: readonly number[]) =>
  of.reduce((sum, index) => sum + (variables[index] ?? 0), 0);

/** The cell of a problem with this key; several figures may share one, under the first one's key. */
export function cellOf(problem: ReleaseProblem, key: string) {
  const cell = problem.cells.find((one) => one.key === key);
  return cell && { ...cell, sum: sumOf(problem, cell.of) };
}

/** Whether all that is said of the numbers is so. */
export const brokenLinks = (problem: ReleaseProblem) =>
  problem.links.filter(
    ({ plus, minus, difference }) => sumOf(problem, plus) - sumOf(problem, minus) !== difference,
  );

/** What the rule alone shows: nothing is audited here. */
export const shownByRule = (problem: ReleaseProblem): ProtectedCells['shown'] =>
  problem.cells.map(({ of, kind }) => {
    const sum = sumOf(problem, of);
    if (kind === 'hidden') return null;
    if (kind === 'kept-back' || (sum > 0 && sum < problem.rule.minimumCount)) return 'c';
    return Math.floor(sum / problem.rule.rounding + 0.5) * problem.rule.rounding;
  });

/** What cells show, by key. */
export const textsOf = (cells: readonly ReleaseCellContent[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(cells.map((cell) => [cellKey(cell), cell.value ?? cell.symbol]));
