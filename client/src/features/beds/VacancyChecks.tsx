/** Boxes to tick, under one heading. */
export function VacancyChecks<Value extends string>(props: {
  readonly title: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly Value[]) => void;
}) {
  const { title, options, chosen, onChange } = props;
  const put = (value: Value, isChosen: boolean) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((one) => (one === value ? isChosen : chosen.includes(one))),
    );
  return (
    <fieldset className="govuk-fieldset vacancy-form__checks">
      <legend className="govuk-fieldset__legend">{title}</legend>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        {options.map(({ value, text }) => (
          <div key={value} className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id={`find-${value}`}
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target: { checked } }) => put(value, checked)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`find-${value}`}>
              {text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
