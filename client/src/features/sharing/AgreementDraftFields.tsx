import { FieldArea, FieldText } from '../../components/Field.tsx';
import type { DraftText } from './agreement-draft.ts';
import { fieldId } from './agreement-draft-check.ts';
import type { DraftField } from './agreement-fields.ts';

/** The typed fields of one section of the form. */
export function AgreementDraftFields(props: {
  readonly fields: readonly DraftField[];
  readonly texts: Readonly<Record<DraftText, string>>;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (name: DraftText, text: string) => void;
}) {
  return props.fields.map(({ name, label, hint, kind }) => {
    const id = fieldId(name);
    const common = {
      id,
      label,
      hint,
      problem: props.problemOf(id),
      value: props.texts[name],
      autoComplete: 'off',
    };
    if (kind === 'area') {
      return (
        <FieldArea
          key={name}
          {...common}
          rows={3}
          maxLength={2000}
          onChange={(event) => props.onChange(name, event.target.value)}
        />
      );
    }
    return (
      <FieldText
        key={name}
        {...common}
        {...lineKinds[kind]}
        onChange={(event) => props.onChange(name, event.target.value)}
      />
    );
  });
}

const lineKinds = {
  line: { maxLength: 200 },
  day: { type: 'date', className: 'govuk-input--width-10' },
  number: { inputMode: 'numeric', maxLength: 3, className: 'govuk-input--width-3' },
} as const;
