import type { FieldProblem } from '../../components/ErrorSummary.tsx';

/** Where a path of an input stands on a form: the field’s id and its words. */
export interface FormField {
  /** As the server names it, for example `awards[0].startsOn`. */
  readonly path: string;
  readonly id: string;
  readonly label: string;
}

/**
 * What a server refused, at the fields it is about: its sentences each begin with a path. What begins with none of the
 * paths is about the form as a whole.
 */
export function refusedFields(message: string, fields: readonly FormField[]): FieldProblem[] {
  const starts = fields
    .flatMap((field) => startOf(message, field))
    .toSorted((one, other) => one.at - other.at);
  const [first] = starts;
  if (!first) return [{ field: null, message }];
  const before = message.slice(0, first.at).trim();
  return [
    ...(before === '' ? [] : [{ field: null, message: before }]),
    ...starts.map(({ at, field }, index) => {
      const said = message.slice(at + field.path.length, starts[index + 1]?.at).trim();
      return { field: field.id, message: `${field.label} ${said.replace(/\.$/, '')}` };
    }),
  ];
}

/** Where a sentence of the message begins with the field’s path. */
function startOf(message: string, field: FormField) {
  const beginning = `${field.path} `;
  if (message.startsWith(beginning)) return [{ at: 0, field }];
  const at = message.indexOf(`. ${beginning}`);
  return at < 0 ? [] : [{ at: at + 2, field }];
}

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
