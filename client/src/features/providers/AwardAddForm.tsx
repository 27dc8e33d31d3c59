import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { AddAwardsMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { counted, termInWords } from './market-words.ts';
import { ProviderField } from './ProviderField.tsx';
import type { FormField } from './refusal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useMarketForm } from './use-market-form.ts';

const path = 'awards[0]';
const fields: readonly FormField[] = [
  { path: `${path}.provider`, id: 'award-provider', label: 'Provider' },
  { path: `${path}.lot`, id: 'award-lot', label: 'Lot' },
  { path: `${path}.tier`, id: 'award-tier', label: 'Tier' },
  { path: `${path}.startsOn`, id: 'award-startsOn', label: 'First day' },
  { path: `${path}.endsOn`, id: 'award-endsOn', label: 'Last day' },
  ...Array.from({ length: 50 }, (_, index) => ({
    path: `${path}.services[${index}]`,
    id: 'award-services',
    label: 'Homes:',
  })),
  { path, id: 'award-provider', label: 'This membership' },
];

const empty = { startsOn: '', endsOn: '', services: '', tier: '' };

/** Adds a provider to a lot of a framework, with the homes it offers. */
export function AwardAddForm(props: {
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { framework, onStale, onDone } = props;
  const [provider, setProvider] = useState<{ text: string; key: string | null }>({
    text: '',
    key: null,
  });
  const [lotNumber, setLotNumber] = useState(framework.lots[0]?.number ?? '');
  const [draft, setDraft] = useState(empty);
  const lot = framework.lots.find(({ number }) => number === lotNumber);
  const form = useMarketForm(AddAwardsMutation, {
    fields,
    onDone: () => {
      onDone(`Added: ${provider.text.trim()}, lot ${lotNumber}.`);
      setProvider({ text: '', key: null });
      setDraft(empty);
    },
    onStale,
  });
  const submit = () => {
    const services = draft.services.split(/[\s,;]+/).filter((urn) => urn !== '');
    void form.send(
      {
        framework: framework.id,
        version: framework.version,
        awards: [
          {
            lot: lotNumber,
            tier: draft.tier === '' ? null : Number(draft.tier),
            provider: provider.key ?? provider.text.trim(),
            startsOn: draft.startsOn,
            endsOn: draft.endsOn || null,
            services,
          },
        ],
      },
      [
        ...(provider.text.trim() === ''
          ? [
              {
                field: 'award-provider',
                message: 'Choose a provider from the names that are offered',
              },
            ]
          : []),
        ...(draft.startsOn === ''
          ? [{ field: 'award-startsOn', message: 'Enter its first day' }]
          : []),
      ],
    );
  };
  return (
    <details className="market-form">
      <summary>Add a provider</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={form.problems} />
        <StaleNotice
          shown={form.isStale}
          present={`${counted(framework.lotMemberships.value ?? 0, 'membership')}, ${termInWords(framework.startsOn, framework.endsOn)}.`}
        />
        <div className="market-fields">
          <ProviderField
            id="award-provider"
            value={provider}
            problem={form.problemOf('award-provider')}
            onChange={setProvider}
          />
          <FieldSelect
            id="award-lot"
            label="Lot"
            options={framework.lots.map(({ number, title }) => ({
              value: number,
              text: `${number}. ${title}`,
            }))}
            value={lotNumber}
            problem={form.problemOf('award-lot')}
            onChange={({ target: { value } }) => setLotNumber(value)}
          />
          {lot && lot.tiers.length > 0 && (
            <FieldSelect
              id="award-tier"
              label="Tier"
              options={[
                { value: '', text: 'Choose a tier' },
                ...lot.tiers.map(({ number, title }) => ({
                  value: String(number),
                  text: `${number}. ${title}`,
                })),
              ]}
              value={draft.tier}
              problem={form.problemOf('award-tier')}
              onChange={({ target: { value } }) => setDraft({ ...draft, tier: value })}
            />
          )}
          <FieldText
            id="award-startsOn"
            type="date"
            label="First day"
            value={draft.startsOn}
            problem={form.problemOf('award-startsOn')}
            onChange={({ target: { value } }) => setDraft({ ...draft, startsOn: value })}
          />
          <FieldText
            id="award-endsOn"
            type="date"
            label="Last day (if before the framework’s)"
            value={draft.endsOn}
            problem={form.problemOf('award-endsOn')}
            onChange={({ target: { value } }) => setDraft({ ...draft, endsOn: value })}
          />
          <FieldText
            id="award-services"
            label="Homes and services it offers, by URN"
            hint="Separated by commas"
            autoComplete="off"
            value={draft.services}
            problem={form.problemOf('award-services')}
            onChange={({ target: { value } }) => setDraft({ ...draft, services: value })}
          />
        </div>
        <div className="actions">
          <Button type="submit" working={form.fetching ? 'Adding' : undefined}>
            Add to the framework
          </Button>
        </div>
      </form>
    </details>
  );
}
