import type { ReactNode } from 'react';
import { FieldArea, FieldSelect, FieldText } from '../../components/Field.tsx';
import type { DraftForm } from './market-draft.ts';

const kinds = {
  text: { type: 'text' },
  day: { type: 'date' },
  whole: { inputMode: 'numeric' },
  number: { inputMode: 'decimal' },
} as const;

interface DraftFieldProps<Draft, Name> {
  readonly form: DraftForm<Draft>;
  readonly name: Name;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** What a field that is bound to a draft gives its control. */
function bound<Name extends string, Value extends string, Draft extends Record<Name, Value>>(
  { form, name, label, hint }: DraftFieldProps<Draft, Name>,
  change: (value: Value) => void,
  of: (text: string) => Value | undefined,
) {
  const id = `${form.id}${name}`;
  return {
    ...{ id, label, hint, problem: form.problemOf(id), value: form.draft[name] },
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      const value = of(target.value);
      if (value !== undefined) change(value);
    },
  };
}

const asTyped = (text: string) => text;

/** A line of a draft: a text, a day, a whole number or one with decimals; all of them as they are typed. */
export function DraftText<Name extends string, Draft extends Record<Name, string>>(
  props: DraftFieldProps<Draft, Name> & { readonly kind?: keyof typeof kinds },
) {
  const { form, name, kind = 'text' } = props;
  const put = (text: string) => form.onChange({ ...form.draft, [name]: text });
  return <FieldText {...kinds[kind]} {...bound(props, put, asTyped)} />;
}

/** Several lines of a draft. */
export function DraftArea<Name extends string, Draft extends Record<Name, string>>(
  props: DraftFieldProps<Draft, Name>,
) {
  const { form, name } = props;
  const put = (text: string) => form.onChange({ ...form.draft, [name]: text });
  return <FieldArea rows={3} maxLength={1000} {...bound(props, put, asTyped)} />;
}

/** One choice of a draft. */
export function DraftSelect<Name extends string, Draft extends Record<Name, string>>(
  props: DraftFieldProps<Draft, Name> & {
    readonly options: readonly { readonly value: Draft[Name]; readonly text: string }[];
  },
) {
  const { form, name, options } = props;
  const put = (value: string) => form.onChange({ ...form.draft, [name]: value });
  const known = (text: string) => options.find(({ value }) => value === text)?.value;
  return <FieldSelect {...bound(props, put, known)} options={options} />;
}
