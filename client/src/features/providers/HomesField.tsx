import { useState } from 'react';
import { useQuery } from 'urql';
import { FieldChoices, FieldText } from '../../components/Field.tsx';
import { ProviderHomesQuery } from './framework-queries.ts';
import { homeHint, homesLike, homeTitle } from './home-choice.ts';
import type { DraftForm } from './market-draft.ts';
import { counted } from './market-words.ts';

/** From so many homes on the list can be narrowed by typing. */
const many = 8;

/** Homes and services of a provider, chosen from those that the register has of it; their URNs are what is kept. */
export function HomesField<Draft extends { readonly services: readonly string[] }>(props: {
  readonly form: DraftForm<Draft>;
  readonly label: string;
  /** Key of the provider; null until one is chosen. */
  readonly provider: string | null;
}) {
  const { form, label, provider } = props;
  const id = `${form.id}services`;
  const chosen = form.draft.services;
  const [text, setText] = useState('');
  const [result] = useQuery({
    query: ProviderHomesQuery,
    variables: { key: provider ?? '' },
    pause: provider === null,
  });
  const known = result.data?.provider?.services.edges.map(({ node }) => node) ?? [];
  // Those chosen before come first; what is ticked now stays where it is.
  const [before] = useState(chosen);
  const homes = known
    .filter(({ status, urn }) => status !== 'LEFT' || chosen.includes(urn))
    .toSorted((one, other) => rank(before, one.urn) - rank(before, other.urn));
  const shown = homesLike(homes, text, chosen);
  const all = counted(homes.length, 'home or service', 'homes and services');
  if (provider === null || homes.length === 0) {
    return (
      <p className="market-fields__whole govuk-hint">
        {label}: {provider === null ? 'choose the provider first.' : wait(result.fetching)}
      </p>
    );
  }
  return (
    <div className="market-fields__whole homes">
      {homes.length > many && (
        <FieldText
          id={`${id}-search`}
          label="Narrow the list below"
          hint="By name, URN or area; what is chosen stays in it"
          autoComplete="off"
          value={text}
          onChange={({ target: { value } }) => setText(value)}
        />
      )}
      <FieldChoices
        id={id}
        kind="checkboxes"
        label={label}
        hint={
          <span role="status">
            {shown.length} of {all} shown, {chosen.length} chosen
          </span>
        }
        problem={form.problemOf(id)}
        choices={shown.map((home) => ({
          value: home.urn,
          text: homeTitle(home),
          hint: homeHint(home),
        }))}
        chosen={chosen}
        onChange={(urn, on) =>
          form.onChange({
            ...form.draft,
            services: on ? [...chosen, urn] : chosen.filter((one) => one !== urn),
          })
        }
      />
    </div>
  );
}

const wait = (fetching: boolean) =>
  fetching ? 'looking them up.' : 'the register has none of this provider’s.';

const rank = (before: readonly string[], urn: string) => (before.includes(urn) ? 0 : 1);
