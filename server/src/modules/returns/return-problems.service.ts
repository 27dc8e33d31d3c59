import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import { problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { Viewer } from '../access/viewer.ts';
import type { GivenExplanation, ProblemRow } from './return-problems.queries.ts';
import { explanationsBefore, insertProblems, problemsOf } from './return-problems.queries.ts';
import type { ReturnRecord } from './return-record.ts';

export type { ProblemRow };

/** Problems of one return that are kept at most. */
const mostKept = 10_000;
/** Problems that one statement adds. */
const batch = 1_000;

const weight = { ERROR: 0, QUERY: 1, NOTE: 2 } as const;

/**
 * Stores what checking found, in the order of the files: 10,000 problems at most, what matters most first, and a note of
 * how many more there are. What was said to the same query of an earlier version stands again.
 */
export async function storeProblems(
  viewer: Viewer,
  returnId: string,
  problems: readonly Problem[],
): Promise<void> {
  const said = await viewer.operation.rows<GivenExplanation>(explanationsBefore(returnId));
  const explanations = new Map(said.map((given) => [keyOf(given), given]));
  const rows = kept(problems).map((found, index): ProblemRow => {
    const { rule, message, mend, severity, table, sheet, row, column, value } = found;
    const given = severity === 'QUERY' ? explanations.get(keyOf(found)) : undefined;
    return {
      nth: index + 1,
      ...{ rule, mend, severity, table, row },
      sheet: sheet && storable(sheet),
      message: storable(message),
      column: column && storable(`${column.letter} ${column.name}`),
      value: value && storable(value),
      explanation: given?.explanation ?? null,
      explainedBy: given?.explainedBy ?? null,
      explainedAt: given?.explainedAt ?? null,
    };
  });
  for (let from = 0; from < rows.length; from += batch) {
    await viewer.operation.rows(insertProblems(returnId, rows.slice(from, from + batch)));
  }
}

const keyOf = ({ rule, message }: { readonly rule: string; readonly message: string }) =>
  `${rule} ${message}`;

/** The database takes no zero character in a text, nor half of a letter that is written as two. */
const storable = (text: string) => text.toWellFormed().replaceAll('\u0000', '\uFFFD');

function kept(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostKept) return problems;
  const chosen = new Set(
    problems
      .toSorted((one, other) => weight[one.severity] - weight[other.severity])
      .slice(0, mostKept),
  );
  const further = (problems.length - mostKept).toLocaleString('en-GB');
  return [
    ...problems.filter((found) => chosen.has(found)),
    problem('returns/more-of-the-same', `${further} more problems were found than are listed.`),
  ];
}

/** A page of a return’s problems; none of other organisations’. */
export async function listProblems(
  viewer: Viewer,
  { id, tenantId }: ReturnRecord,
  {
    severity,
    ...page
  }: {
    readonly severity: ProblemRow['severity'] | null;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<ProblemRow[]> {
  if (tenantId !== viewer.actor.organisationId) return [];
  return await viewer.operation.rows<ProblemRow>(problemsOf(id, severity, page));
}
