import { todayInLondon } from '../indicators/london-day.ts';
import { DraftArea, DraftSelect, DraftText } from './DraftField.tsx';
import { RequestUpliftMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { ProviderField } from './ProviderField.tsx';
import { noProvider } from './provider-choice.ts';
import { isTyped, typedNumber } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'uplift-';
const fields = fieldsOf(id, {
  provider: 'Provider',
  percent: 'Rise',
  reason: 'Reason',
  askedOn: 'Day',
  link: 'Authority',
});

/** Records that a provider asks for higher prices here. */
export function UpliftRequestForm(props: {
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { framework, onStale, onDone } = props;
  const form = useMarketForm(RequestUpliftMutation, {
    ...{ id, fields, onStale },
    draft: { provider: noProvider, percent: '', reason: '', askedOn: todayInLondon(), link: '' },
    onDone: () => onDone(`Recorded: ${draft.provider.text.trim()} asks for higher prices.`),
  });
  const { draft } = form;
  const submit = () => {
    const { provider, reason, askedOn, link } = draft;
    const percent = typedNumber(draft.percent);
    void form.send(
      {
        framework: framework.id,
        provider: provider.key ?? provider.text.trim(),
        percent: percent ?? 0,
        ...{ reason, askedOn, link: link || null },
      },
      missingFrom(id, {
        provider: provider.text.trim() === '' && 'Choose a provider that is on the framework',
        percent: !isTyped(percent) && 'Enter the rise in percent, for example 4.5',
        reason: reason.trim() === '' && 'Enter why, as the provider says',
      }),
    );
  };
  return (
    <FoldedForm
      title="Record a request"
      form={form}
      button="Record the request"
      working="Recording"
      onSubmit={submit}
    >
      <ProviderField
        id={`${id}provider`}
        value={draft.provider}
        problem={form.problemOf(`${id}provider`)}
        onChange={(provider) => form.onChange({ ...draft, provider })}
      />
      <DraftText form={form} name="percent" kind="number" label="Rise that is asked, in percent" />
      <DraftText form={form} name="askedOn" kind="day" label="Asked on" />
      <DraftSelect
        form={form}
        name="link"
        label="Authority that handles it for all"
        options={[
          { value: '', text: 'The lead' },
          ...framework.buyers.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <DraftArea
        form={form}
        name="reason"
        label="Why, as the provider says"
        hint="Everybody who buys there reads this: write no prices in it."
      />
    </FoldedForm>
  );
}
