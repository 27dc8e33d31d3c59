import { useState } from 'react';
import { DraftSelect, DraftText } from './DraftField.tsx';
import { AddAwardsMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { HomesField } from './HomesField.tsx';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { counted, termInWords } from './market-words.ts';
import { ProviderField } from './ProviderField.tsx';
import { noProvider } from './provider-choice.ts';
import type { FormField } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'award-';
const path = 'awards[0]';
const labels = {
  provider: 'Provider',
  lot: 'Lot',
  tier: 'Tier',
  startsOn: 'First day',
  endsOn: 'Last day',
  services: 'Homes:',
};
const fields: readonly FormField[] = [
  ...fieldsOf(id, labels, `${path}.`),
  { path, id: `${id}provider`, label: 'This membership' },
];
const none: readonly string[] = [];

/** Adds a provider to a lot of a framework, with the homes it offers. */
export function AwardAddForm(props: {
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { framework, onStale, onDone } = props;
  const { lots } = framework;
  const [empty] = useState({
    ...{ provider: noProvider, lot: lots[0]?.number ?? '', tier: '' },
    ...{ startsOn: '', endsOn: '', services: none },
  });
  const form = useMarketForm(AddAwardsMutation, {
    ...{ id, fields, onStale, draft: empty },
    onDone: () => {
      onDone(`Added: ${draft.provider.text.trim()}, lot ${draft.lot}.`);
      form.onChange({ ...empty, lot: draft.lot });
    },
  });
  const { draft } = form;
  const tiers = lots.find(({ number }) => number === draft.lot)?.tiers ?? [];
  const { key, text } = draft.provider;
  const submit = () =>
    void form.send(
      {
        framework: framework.id,
        version: framework.version,
        awards: [
          {
            ...{ lot: draft.lot, startsOn: draft.startsOn, services: [...draft.services] },
            tier: draft.tier === '' ? null : Number(draft.tier),
            provider: key ?? text.trim(),
            endsOn: draft.endsOn || null,
          },
        ],
      },
      missingFrom(id, {
        provider: text.trim() === '' && 'Choose a provider from the names that are offered',
        startsOn: draft.startsOn === '' && 'Enter its first day',
      }),
    );
  return (
    <FoldedForm
      title="Add a provider"
      form={form}
      present={`${counted(framework.lotMemberships.value ?? 0, 'membership')}, ${termInWords(framework.startsOn, framework.endsOn)}.`}
      button="Add to the framework"
      working="Adding"
      onSubmit={submit}
    >
      <ProviderField
        id={`${id}provider`}
        value={draft.provider}
        problem={form.problemOf(`${id}provider`)}
        onChange={(provider) =>
          form.onChange({
            ...draft,
            provider,
            services: provider.key === key ? draft.services : none,
          })
        }
      />
      <DraftSelect
        form={form}
        name="lot"
        label="Lot"
        options={lots.map(({ number, title }) => ({ value: number, text: `${number}. ${title}` }))}
      />
      {tiers.length > 0 && (
        <DraftSelect
          form={form}
          name="tier"
          label="Tier"
          options={[
            { value: '', text: 'Choose a tier' },
            ...tiers.map(({ number, title }) => ({
              value: String(number),
              text: `${number}. ${title}`,
            })),
          ]}
        />
      )}
      <DraftText form={form} name="startsOn" kind="day" label="First day" />
      <DraftText
        form={form}
        name="endsOn"
        kind="day"
        label="Last day (if before the framework’s)"
      />
      <HomesField form={form} label="Homes and services it offers" provider={key} />
    </FoldedForm>
  );
}
