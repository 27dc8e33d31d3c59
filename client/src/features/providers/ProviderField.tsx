import { useEffect, useId } from 'react';
import { useQuery } from 'urql';
import { FieldText } from '../../components/Field.tsx';
import { PlatformQuery } from '../access/viewer-query.ts';
import { ProviderChoiceQuery } from './framework-queries.ts';
import type { TypedProvider } from './provider-choice.ts';

/** Letters from which on names are looked up. */
const least = 3;

/** A provider of the register: names like what is typed are offered, misspelt ones too. */
export function ProviderField(props: {
  readonly id: string;
  readonly problem?: string | undefined;
  readonly value: TypedProvider;
  readonly onChange: (value: TypedProvider) => void;
}) {
  const { id, problem, value, onChange } = props;
  const listId = useId();
  const [platform] = useQuery({ query: PlatformQuery });
  const synthetic = platform.data?.platform.demonstration ?? false;
  const search = value.text.trim();
  const [result] = useQuery({
    query: ProviderChoiceQuery,
    variables: { search, synthetic },
    pause: search.length < least,
  });
  const found = result.data?.providers.edges.map(({ node }) => node) ?? [];
  const key = found.find(({ name }) => name === search)?.key ?? null;
  // Whoever types faster than names come has chosen all the same.
  useEffect(() => {
    if (key !== null && key !== value.key) onChange({ text: value.text, key });
  }, [key, value, onChange]);
  return (
    <>
      <FieldText
        id={id}
        label="Provider"
        hint={
          synthetic
            ? 'Type its name and choose it. In a demonstration, fictitious providers only.'
            : 'Type its name and choose it, as the register spells it.'
        }
        problem={problem}
        list={listId}
        autoComplete="off"
        value={value.text}
        onChange={({ target: { value: text } }) => onChange({ text, key: null })}
      />
      <datalist id={listId}>
        {found.map(({ key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
    </>
  );
}
