import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { FormField } from './refusal.ts';

/** A draft that fields are bound to: a field’s id is the form’s and its name. */
export interface DraftForm<Draft> {
  /** What ids of its fields begin with. */
  readonly id: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** What is wrong with the field of an id. */
  readonly problemOf: (id: string) => string | undefined;
}

/** The fields of a form by their names, as the server names them after `at`, with their words. */
export const fieldsOf = (
  id: string,
  labels: Readonly<Record<string, string>>,
  at = '',
): readonly FormField[] =>
  Object.entries(labels).map(([name, label]) => ({
    path: `${at}${name}`,
    id: `${id}${name}`,
    label,
  }));

/** What stands against sending a form, by the names of its fields; false where nothing does. */
export const missingFrom = (
  id: string,
  sentences: Readonly<Record<string, string | false>>,
): readonly FieldProblem[] =>
  Object.entries(sentences).flatMap(([name, message]) =>
    message === false ? [] : [{ field: `${id}${name}`, message }],
  );

/** A row of a list in a draft, as a form of its own: its fields are named as the server names them. */
export function rowForm<
  Row extends object,
  Name extends string,
  Draft extends Record<Name, readonly Row[]>,
>(form: DraftForm<Draft>, name: Name, index: number): DraftForm<Draft[Name][number]> {
  const rows: readonly Row[] = form.draft[name];
  return {
    id: `${form.id}${name}[${index}].`,
    draft: rows[index] as Draft[Name][number],
    onChange: (row) => form.onChange({ ...form.draft, [name]: rows.with(index, row) }),
    problemOf: form.problemOf,
  };
}

/** What of some values differs from what they were. */
export const differing = <Values extends object>(now: Values, before: Values): Partial<Values> => {
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name)),
  );
  return Object.fromEntries(changed) as Partial<Values>;
};
