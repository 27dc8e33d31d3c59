import { FieldChoices } from '../../components/Field.tsx';

/** Any of the codes of a list. */
export function CodeChoices(props: {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { id, label, codes, chosen, onChange } = props;
  return (
    <FieldChoices
      id={id}
      kind="checkboxes"
      label={label}
      choices={codes.map(({ code, label: text }) => ({ value: code, text }))}
      chosen={chosen}
      onChange={(value, on) =>
        onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))
      }
    />
  );
}
