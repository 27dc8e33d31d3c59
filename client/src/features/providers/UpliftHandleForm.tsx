import { useId } from 'react';
import { DraftSelect, DraftText } from './DraftField.tsx';
import { HandleUpliftMutation } from './framework-mutations.ts';
import type { Uplift } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { isTyped, typedNumber } from './refusal.ts';
import { stepsOf, upliftStatus } from './uplift-steps.ts';
import { useMarketForm } from './use-market-form.ts';

const labels = { status: 'What becomes of it', grantedPercent: 'Agreed rise' };

/** Moves a request on, for all who buy here. */
export function UpliftHandleForm(props: {
  readonly uplift: Uplift;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { uplift, onStale, onDone } = props;
  const id = useId();
  const steps = stepsOf(uplift);
  const form = useMarketForm(HandleUpliftMutation, {
    ...{ id, onStale, fields: fieldsOf(id, labels) },
    draft: { status: steps[0]?.value ?? 'IN_HAND', grantedPercent: '' },
    onDone: ({ handleUplift }) =>
      onDone(`${uplift.provider?.name ?? 'The request'}: ${upliftStatus[handleUplift.status]}.`),
  });
  const { status } = form.draft;
  const isPart = status === 'PARTLY_AGREED';
  const submit = () => {
    const grantedPercent = isPart ? typedNumber(form.draft.grantedPercent) : null;
    void form.send(
      { id: uplift.id, version: uplift.version, status, grantedPercent },
      missingFrom(id, {
        grantedPercent:
          isPart && !isTyped(grantedPercent) && 'Enter the rise that is agreed, in percent',
      }),
    );
  };
  return (
    <FoldedForm
      title="Move it on"
      form={form}
      present={`${upliftStatus[uplift.status]}.`}
      button="Move it on"
      working="Saving"
      onSubmit={submit}
    >
      <DraftSelect form={form} name="status" label="What becomes of it" options={steps} />
      {isPart && (
        <DraftText
          form={form}
          name="grantedPercent"
          kind="number"
          label="Agreed rise, in percent"
        />
      )}
    </FoldedForm>
  );
}
