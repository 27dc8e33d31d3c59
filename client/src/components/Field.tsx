import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong, as a sentence that says what to write. */
  readonly problem?: string | undefined;
  /** Keeps the label for screen readers only, where the place makes it plain to others. */
  readonly labelHidden?: boolean;
}

const describedBy = ({ id, hint, problem }: FieldProps) =>
  classNames(hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`) ||
  undefined;

/** Label, hint and problem around one control. */
function FieldFrame(props: FieldProps & { readonly children: ReactNode }) {
  const { id, label, hint, problem } = props;
  return (
    <div
      className={classNames('govuk-form-group', problem !== undefined && 'govuk-form-group--error')}
    >
      <label className={props.labelHidden ? 'govuk-visually-hidden' : 'govuk-label'} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} problem={problem} />
      {props.children}
    </div>
  );
}

function FieldNotes({ id, hint, problem }: Pick<FieldProps, 'id' | 'hint' | 'problem'>) {
  return (
    <>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="govuk-error-message">
          <VisuallyHidden>Error: </VisuallyHidden>
          {problem}
        </p>
      )}
    </>
  );
}

/** A line of text. */
export function FieldText({
  label,
  hint,
  problem,
  labelHidden = false,
  className,
  ...input
}: FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { readonly ref?: Ref<HTMLInputElement> }) {
  const field = { id: input.id, label, hint, problem, labelHidden };
  return (
    <FieldFrame {...field}>
      <input
        type="text"
        {...input}
        className={classNames(
          'govuk-input',
          problem !== undefined && 'govuk-input--error',
          className,
        )}
        aria-describedby={describedBy(field)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </FieldFrame>
  );
}

/** Several lines of text. */
export function FieldArea({
  label,
  hint,
  problem,
  labelHidden = false,
  className,
  ...area
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>) {
  const field = { id: area.id, label, hint, problem, labelHidden };
  return (
    <FieldFrame {...field}>
      <textarea
        rows={4}
        {...area}
        className={classNames(
          'govuk-textarea',
          problem !== undefined && 'govuk-textarea--error',
          className,
        )}
        aria-describedby={describedBy(field)}
        aria-invalid={problem === undefined ? undefined : true}
      />
    </FieldFrame>
  );
}

/** One choice from a list that folds away. */
export function FieldSelect({
  label,
  hint,
  problem,
  labelHidden = false,
  options,
  className,
  ...select
}: FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & {
    readonly options: readonly { readonly value: string; readonly text: string }[];
  }) {
  const field = { id: select.id, label, hint, problem, labelHidden };
  return (
    <FieldFrame {...field}>
      <select
        {...select}
        className={classNames(
          'govuk-select',
          problem !== undefined && 'govuk-select--error',
          className,
        )}
        aria-describedby={describedBy(field)}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Choices that are all seen at once: `radios` for one of them, `checkboxes` for any. */
export function FieldChoices<Value extends string>(props: {
  readonly id: string;
  readonly kind: 'radios' | 'checkboxes';
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly choices: readonly {
    readonly value: Value;
    readonly text: ReactNode;
    readonly hint?: ReactNode;
  }[];
  readonly chosen: readonly Value[];
  /** Called with the choice that was pressed and whether it is now on. */
  readonly onChange: (value: Value, on: boolean) => void;
}) {
  const { id, kind, label, hint, problem, choices, chosen } = props;
  return (
    <div
      className={classNames('govuk-form-group', problem !== undefined && 'govuk-form-group--error')}
    >
      <fieldset
        className="govuk-fieldset"
        aria-describedby={describedBy({ id, label, hint, problem })}
      >
        <legend className="govuk-fieldset__legend">{label}</legend>
        <FieldNotes id={id} hint={hint} problem={problem} />
        <div className={`govuk-${kind} govuk-${kind}--small`}>
          {choices.map(({ value, text, hint: choiceHint }, index) => {
            const choiceId = index === 0 ? id : `${id}-${value}`;
            return (
              <div className={`govuk-${kind}__item`} key={value}>
                <input
                  className={`govuk-${kind}__input`}
                  id={choiceId}
                  name={id}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  checked={chosen.includes(value)}
                  onChange={(event) => props.onChange(value, event.target.checked)}
                  aria-describedby={choiceHint === undefined ? undefined : `${choiceId}-hint`}
                />
                <label className={`govuk-label govuk-${kind}__label`} htmlFor={choiceId}>
                  {text}
                </label>
                {choiceHint !== undefined && (
                  <div className={`govuk-hint govuk-${kind}__hint`} id={`${choiceId}-hint`}>
                    {choiceHint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
