import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldText } from '../../components/Field.tsx';
import { SetPriceMutation } from './framework-mutations.ts';
import type { FrameworkMember } from './framework-queries.ts';
import { price } from './market-words.ts';
import { typedNumber } from './refusal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useMarketForm } from './use-market-form.ts';

const fields = [
  { path: 'weeklyPrice', id: 'price-weekly', label: 'Price' },
  { path: 'need', id: 'price-need', label: 'Need' },
];

/** Records what a provider tendered, for the viewer’s own organisation only. */
export function AwardPriceForm(props: {
  readonly award: FrameworkMember;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, onStale, onDone } = props;
  const [need, setNeed] = useState('');
  const [weekly, setWeekly] = useState('');
  const form = useMarketForm(SetPriceMutation, {
    fields,
    onDone: () => onDone(`Recorded: a price of ${award.provider?.name ?? 'the provider'}.`),
    onStale,
  });
  const known = award.prices.find((one) => one.need === need.trim());
  const submit = () => {
    const value = typedNumber(weekly);
    const isNone = value === null || Number.isNaN(value);
    void form.send(
      {
        award: award.id,
        need: need.trim() || null,
        weeklyPrice: value ?? 0,
        version: known?.version ?? null,
      },
      isNone
        ? [{ field: 'price-weekly', message: 'Enter an amount in pounds, for example 4150' }]
        : [],
    );
  };
  return (
    <details className="market-form">
      <summary>Record a price</summary>
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
          present={known ? `${price(known.weeklyPrice)} a week.` : 'no price.'}
        />
        <FieldText
          id="price-weekly"
          label="Tendered, in pounds a week"
          hint="Only your own organisation sees it."
          inputMode="decimal"
          autoComplete="off"
          value={weekly}
          problem={form.problemOf('price-weekly')}
          onChange={({ target: { value } }) => setWeekly(value)}
        />
        <FieldText
          id="price-need"
          label="Need"
          hint="Empty where it is one price for all"
          autoComplete="off"
          value={need}
          problem={form.problemOf('price-need')}
          onChange={({ target: { value } }) => setNeed(value)}
        />
        <Button type="submit" working={form.fetching ? 'Recording' : undefined}>
          Record the price
        </Button>
      </form>
    </details>
  );
}
