import { useSearchParams } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';

/** A choice that the address holds. The first option is what holds where the address says nothing. */
export function AddressSelect(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}) {
  const { name, label, options } = props;
  const [address, setAddress] = useSearchParams();
  return (
    <FieldSelect
      id={`history-${name}`}
      label={label}
      options={options}
      value={address.get(name) ?? options[0]?.value ?? ''}
      onChange={({ target: { value } }) => {
        const next = new URLSearchParams(address);
        if (value === options[0]?.value) next.delete(name);
        else next.set(name, value);
        setAddress(next, { replace: true, preventScrollReset: true });
      }}
    />
  );
}
