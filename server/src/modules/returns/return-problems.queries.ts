import type { Statement } from '../../platform/database.ts';

/** A problem as it is stored. Severities as the checks have them. */
export interface ProblemRow {
  readonly nth: number;
  readonly severity: 'ERROR' | 'QUERY' | 'NOTE';
  readonly rule: string;
  readonly message: string;
  readonly mend: string;
  readonly table: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** Letter and title, for example `C Placement type`. */
  readonly column: string | null;
  readonly value: string | null;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: Date | null;
}

const recordOf = (problem: ProblemRow) => ({
  ...problem,
  table_name: problem.table,
  explained_by: problem.explainedBy,
  explained_at: problem.explainedAt,
});

export const insertProblems = (returnId: string, problems: readonly ProblemRow[]): Statement => ({
  name: 'return_insert_problems',
  text: `insert into return_problem (tenant_id, return_id, nth, severity, rule, message, mend, table_name, sheet, "row",
      "column", value, explanation, explained_by, explained_at)
    select app_tenant(), $1::uuid, nth, severity, rule, message, mend, table_name, sheet, "row", "column", value,
      explanation, explained_by, explained_at
    from json_to_recordset($2) as given (nth integer, severity problem_severity, rule text, message text, mend text,
      table_name text, sheet text, "row" integer, "column" text, value text, explanation text, explained_by text,
      explained_at timestamptz)`,
  values: [returnId, JSON.stringify(problems.map(recordOf))],
});

export interface GivenExplanation {
  readonly rule: string;
  readonly message: string;
  readonly explanation: string;
  readonly explainedBy: string;
  readonly explainedAt: Date;
}

/** What was said to queries of earlier versions of the same return, the latest last. */
export const explanationsBefore = (returnId: string): Statement => ({
  name: 'return_explanations_before',
  text: `select p.rule, p.message, p.explanation, p.explained_by as "explainedBy", p.explained_at as "explainedAt"
    from "return" r
    join "return" b on (b.tenant_id, b.authority_code, b.dataset, b.period)
      = (r.tenant_id, r.authority_code, r.dataset, r.period) and b.version < r.version
    join return_problem p on p.tenant_id = b.tenant_id and p.return_id = b.id and p.explanation is not null
    where r.tenant_id = app_tenant() and r.id = $1::uuid
    order by b.version, p.nth`,
  values: [returnId],
});

/** A page of a return’s problems, in the order of the file; all severities if null. */
export const problemsOf = (
  returnId: string,
  severity: ProblemRow['severity'] | null,
  page: { readonly offset: number; readonly limit: number },
): Statement => ({
  name: 'return_problems',
  text: `select nth, severity::text as severity, rule, message, mend, table_name as "table", sheet, "row", "column",
      value, explanation, explained_by as "explainedBy", explained_at as "explainedAt"
    from return_problem
    where tenant_id = app_tenant() and return_id = $1::uuid and ($2::text is null or severity = $2::problem_severity)
    order by nth offset $3 limit $4`,
  values: [returnId, severity, page.offset, page.limit],
});
