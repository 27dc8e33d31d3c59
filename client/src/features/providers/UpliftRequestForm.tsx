import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldArea, FieldSelect, FieldText } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { RequestUpliftMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { ProviderField } from './ProviderField.tsx';
import { typedNumber } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const fields = ['provider', 'percent', 'reason', 'askedOn', 'link'].map((path) => ({
  path,
  id: `uplift-${path}`,
  label:
    { provider: 'Provider', percent: 'Rise', reason: 'Reason', askedOn: 'Day', link: 'Authority' }[
      path
    ] ?? path,
}));

/** Records that a provider asks for higher prices here. */
export function UpliftRequestForm(props: {
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { framework, onStale, onDone } = props;
  const [provider, setProvider] = useState<{ text: string; key: string | null }>({
    text: '',
    key: null,
  });
  const [draft, setDraft] = useState({
    percent: '',
    reason: '',
    askedOn: todayInLondon(),
    link: '',
  });
  const form = useMarketForm(RequestUpliftMutation, {
    fields,
    onDone: () => onDone(`Recorded: ${provider.text.trim()} asks for higher prices.`),
    onStale,
  });
  const submit = () => {
    const percent = typedNumber(draft.percent);
    const isNone = percent === null || Number.isNaN(percent);
    void form.send(
      {
        framework: framework.id,
        provider: provider.key ?? provider.text.trim(),
        percent: percent ?? 0,
        reason: draft.reason,
        askedOn: draft.askedOn,
        link: draft.link || null,
      },
      [
        ...(provider.text.trim() === ''
          ? [{ field: 'uplift-provider', message: 'Choose a provider that is on the framework' }]
          : []),
        ...(isNone
          ? [{ field: 'uplift-percent', message: 'Enter the rise in percent, for example 4.5' }]
          : []),
        ...(draft.reason.trim() === ''
          ? [{ field: 'uplift-reason', message: 'Enter why, as the provider says' }]
          : []),
      ],
    );
  };
  return (
    <details className="market-form">
      <summary>Record a request</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={form.problems} />
        <div className="market-fields">
          <ProviderField
            id="uplift-provider"
            value={provider}
            problem={form.problemOf('uplift-provider')}
            onChange={setProvider}
          />
          <FieldText
            id="uplift-percent"
            label="Rise that is asked, in percent"
            inputMode="decimal"
            autoComplete="off"
            value={draft.percent}
            problem={form.problemOf('uplift-percent')}
            onChange={({ target: { value } }) => setDraft({ ...draft, percent: value })}
          />
          <FieldText
            id="uplift-askedOn"
            type="date"
            label="Asked on"
            value={draft.askedOn}
            problem={form.problemOf('uplift-askedOn')}
            onChange={({ target: { value } }) => setDraft({ ...draft, askedOn: value })}
          />
          <FieldSelect
            id="uplift-link"
            label="Authority that handles it for all"
            options={[
              { value: '', text: 'The lead' },
              ...framework.buyers.map(({ code, name }) => ({ value: code, text: name })),
            ]}
            value={draft.link}
            problem={form.problemOf('uplift-link')}
            onChange={({ target: { value } }) => setDraft({ ...draft, link: value })}
          />
        </div>
        <FieldArea
          id="uplift-reason"
          label="Why, as the provider says"
          hint="Everybody who buys there reads this: write no prices in it."
          maxLength={1000}
          value={draft.reason}
          problem={form.problemOf('uplift-reason')}
          onChange={({ target: { value } }) => setDraft({ ...draft, reason: value })}
        />
        <Button type="submit" working={form.fetching ? 'Recording' : undefined}>
          Record the request
        </Button>
      </form>
    </details>
  );
}
