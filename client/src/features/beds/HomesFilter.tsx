import { useSearchParams } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';

/** Narrows the list of homes; the address holds it. */
export function HomesFilter(props: {
  readonly members: readonly { readonly code: string; readonly name: string }[];
}) {
  const [address, setAddress] = useSearchParams();
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(address);
    next.delete('after');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  return (
    <form
      className="market-filters"
      aria-label="Narrow the list"
      onSubmit={(event) => event.preventDefault()}
    >
      <FieldSelect
        id="homes-stale"
        label="Which"
        options={[
          { value: '', text: 'All homes' },
          { value: '1', text: 'Not confirmed in time' },
        ]}
        value={address.has('stale') ? '1' : ''}
        onChange={({ target: { value } }) => put('stale', value)}
      />
      <FieldSelect
        id="homes-in"
        label="In the area of"
        options={[
          { value: '', text: 'all members' },
          ...props.members.map(({ code, name }) => ({ value: code, text: name })),
        ]}
        value={address.get('in') ?? ''}
        onChange={({ target: { value } }) => put('in', value)}
      />
    </form>
  );
}
