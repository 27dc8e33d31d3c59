import type { FieldProblem } from '../../components/ErrorSummary.tsx';

/** Where a path of an input stands on a form: the field’s id and its words. */
export interface FormField {
  /** As the server names it, for example `awards[0].startsOn`. */
  readonly path: string;
  readonly id: string;
  readonly label: string;
}

/**
 * What a server refused, at the fields it is about: its sentences each begin with a path, with or without the number of a line
 * of it. What begins with none of the paths is about the form as a whole.
 */
export function refusedFields(message: string, fields: readonly FormField[]): FieldProblem[] {
  const starts = [0, ...[...message.matchAll(/\. /g)].map(({ index }) => index + 2)].flatMap((at) =>
    startAt(message, at, fields),
  );
  const [first] = starts;
  if (!first) return [{ field: null, message }];
  const before = message.slice(0, first.at).trim();
  return [
    ...(before === '' ? [] : [{ field: null, message: before }]),
    ...starts.map(({ field, from }, index) => {
      const said = message.slice(from, starts[index + 1]?.at).trim();
      return { field: field.id, message: `${field.label} ${said.replace(/\.$/, '')}` };
    }),
  ];
}

/** The field that the sentence which begins at a place is about, and where its words go on. */
function startAt(message: string, at: number, fields: readonly FormField[]) {
  for (const field of fields) {
    const from = at + field.path.length;
    if (!message.startsWith(field.path, at)) continue;
    const line = /^(\[\d+\])? /.exec(message.slice(from));
    if (line) return [{ at, field, from: from + line[0].length }];
  }
  return [];
}

/** True where something was typed, and it is a number. */
export const isTyped = (value: number | null): value is number =>
  value !== null && !Number.isNaN(value);

/** A whole number as somebody types it; null where nothing was typed, NaN where it is none. */
export function typedWhole(text: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A number as somebody types it, pounds and commas allowed; null where nothing was typed, NaN where it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.replaceAll(/[£,%\s]/g, '');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
