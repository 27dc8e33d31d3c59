import type { ReactNode } from 'react';

/** A part of a long form, with its heading. */
export function FormPart(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="govuk-fieldset market-part">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2>{props.title}</h2>
      </legend>
      <div className="market-fields">{props.children}</div>
    </fieldset>
  );
}
