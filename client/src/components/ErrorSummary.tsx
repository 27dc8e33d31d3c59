import { useEffect, useRef } from 'react';

/** One mistake in a form, and the field it is about. */
export interface FieldProblem {
  /** The `id` of the field; null for what concerns no single field. */
  readonly field: string | null;
  readonly message: string;
}

/** Lists what is wrong with a form and leads to each field. Takes the focus when it appears. */
export function ErrorSummary(props: {
  readonly problems: readonly FieldProblem[];
  readonly title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new set of problems takes the focus again.
  useEffect(() => box.current?.focus(), [props.problems]);

  if (props.problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1} role="alert">
      <h2 className="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
      <div className="govuk-error-summary__body">
        <ul className="govuk-list govuk-error-summary__list">
          {props.problems.map(({ field, message }) => (
            <li key={`${field}${message}`}>
              {field === null ? (
                message
              ) : (
                <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
                  {message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Goes to the field without leaving the fragment in the address, which holds the view's state. */
function focusField(event: { preventDefault: () => void }, id: string) {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
