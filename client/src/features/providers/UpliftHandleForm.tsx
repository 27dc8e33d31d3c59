import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { HandleUpliftMutation } from './framework-mutations.ts';
import type { Uplift } from './framework-queries.ts';
import { typedNumber } from './refusal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { stepsOf, upliftStatus } from './uplift-steps.ts';
import { useMarketForm } from './use-market-form.ts';

/** Moves a request on, for all who buy here. */
export function UpliftHandleForm(props: {
  readonly uplift: Uplift;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { uplift, onStale, onDone } = props;
  const id = useId();
  const steps = stepsOf(uplift);
  const [status, setStatus] = useState(steps[0]?.value ?? 'IN_HAND');
  const [granted, setGranted] = useState('');
  const form = useMarketForm(HandleUpliftMutation, {
    fields: [
      { path: 'status', id: `${id}-status`, label: 'What becomes of it' },
      { path: 'grantedPercent', id: `${id}-granted`, label: 'Agreed rise' },
    ],
    onDone: ({ handleUplift }) =>
      onDone(`${uplift.provider?.name ?? 'The request'}: ${upliftStatus[handleUplift.status]}.`),
    onStale,
  });
  const submit = () => {
    const percent = status === 'PARTLY_AGREED' ? typedNumber(granted) : null;
    const isNone = status === 'PARTLY_AGREED' && (percent === null || Number.isNaN(percent));
    void form.send(
      { id: uplift.id, version: uplift.version, status, grantedPercent: percent },
      isNone
        ? [{ field: `${id}-granted`, message: 'Enter the rise that is agreed, in percent' }]
        : [],
    );
  };
  return (
    <details className="market-form">
      <summary>Move it on</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={form.problems} />
        <StaleNotice shown={form.isStale} present={`${upliftStatus[uplift.status]}.`} />
        <div className="market-fields">
          <FieldSelect
            id={`${id}-status`}
            label="What becomes of it"
            options={steps}
            value={status}
            problem={form.problemOf(`${id}-status`)}
            onChange={({ target: { value } }) =>
              setStatus(steps.find((step) => step.value === value)?.value ?? status)
            }
          />
          {status === 'PARTLY_AGREED' && (
            <FieldText
              id={`${id}-granted`}
              label="Agreed rise, in percent"
              inputMode="decimal"
              autoComplete="off"
              value={granted}
              problem={form.problemOf(`${id}-granted`)}
              onChange={({ target: { value } }) => setGranted(value)}
            />
          )}
        </div>
        <Button type="submit" size="small" working={form.fetching ? 'Saving' : undefined}>
          Move it on
        </Button>
      </form>
    </details>
  );
}
