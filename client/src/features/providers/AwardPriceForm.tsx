import { DraftText } from './DraftField.tsx';
import { SetPriceMutation } from './framework-mutations.ts';
import type { FrameworkMember } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { price } from './market-words.ts';
import { isTyped, typedNumber } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'price-';
const fields = fieldsOf(id, { weeklyPrice: 'Price', need: 'Need' });

/** Records what a provider tendered, for the viewer’s own organisation only. */
export function AwardPriceForm(props: {
  readonly award: FrameworkMember;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, onStale, onDone } = props;
  const form = useMarketForm(SetPriceMutation, {
    ...{ id, fields, onStale, draft: { weeklyPrice: '', need: '' } },
    onDone: () => onDone(`Recorded: a price of ${award.provider?.name ?? 'the provider'}.`),
  });
  const need = form.draft.need.trim();
  const known = award.prices.find((one) => one.need === need);
  const submit = () => {
    const value = typedNumber(form.draft.weeklyPrice);
    void form.send(
      {
        award: award.id,
        need: need || null,
        weeklyPrice: value ?? 0,
        version: known?.version ?? null,
      },
      missingFrom(id, {
        weeklyPrice: !isTyped(value) && 'Enter an amount in pounds, for example 4150',
      }),
    );
  };
  return (
    <FoldedForm
      title="Record a price"
      form={form}
      present={known ? `${price(known.weeklyPrice)} a week.` : 'no price.'}
      button="Record the price"
      working="Recording"
      onSubmit={submit}
    >
      <DraftText
        form={form}
        name="weeklyPrice"
        kind="number"
        label="Tendered, in pounds a week"
        hint="Only your own organisation sees it."
      />
      <DraftText form={form} name="need" label="Need" hint="Empty where it is one price for all" />
    </FoldedForm>
  );
}
