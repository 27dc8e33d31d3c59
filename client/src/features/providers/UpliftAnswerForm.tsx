import { useId } from 'react';
import { useViewer } from '../access/SessionGate.tsx';
import { ownBuyers } from './call-off-draft.ts';
import { DraftSelect, DraftText } from './DraftField.tsx';
import { AnswerUpliftMutation } from './framework-mutations.ts';
import type { Framework, Uplift } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { isTyped, typedNumber } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const labels = {
  authority: 'Authority',
  grantedPercent: 'Granted rise',
  fromOn: 'First day',
  note: 'Note',
};

/** Records what an authority of one’s own answers; other authorities do not see it. */
export function UpliftAnswerForm(props: {
  readonly uplift: Uplift;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { uplift, framework, onStale, onDone } = props;
  const id = useId();
  const own = ownBuyers(useViewer().authorities, framework);
  const form = useMarketForm(AnswerUpliftMutation, {
    ...{ id, onStale, fields: fieldsOf(id, labels) },
    draft: { authority: own[0]?.code ?? '', grantedPercent: '', fromOn: '', note: '' },
    onDone: () => onDone(`Answered: ${uplift.provider?.name ?? 'the request'}.`),
  });
  if (own.length === 0) return null;
  const { authority, fromOn, note } = form.draft;
  const known = uplift.answers.find((answer) => answer.authority?.code === authority);
  const submit = () => {
    const percent = typedNumber(form.draft.grantedPercent);
    void form.send(
      {
        ...{ id: uplift.id, authority, grantedPercent: percent ?? 0, fromOn: fromOn || null },
        note: note.trim() || null,
        version: known?.version ?? null,
      },
      missingFrom(id, {
        grantedPercent: !isTyped(percent) && 'Enter the rise you grant, in percent; 0 refuses it',
      }),
    );
  };
  return (
    <FoldedForm
      title={known ? 'Change your answer' : 'Answer for your authority'}
      form={form}
      present={known ? `${known.grantedPercent}%.` : 'no answer.'}
      button="Keep the answer"
      working="Saving"
      onSubmit={submit}
    >
      {own.length > 1 && (
        <DraftSelect
          form={form}
          name="authority"
          label="Authority"
          options={own.map(({ code, name }) => ({ value: code, text: name }))}
        />
      )}
      <DraftText
        form={form}
        name="grantedPercent"
        kind="number"
        label="Granted rise, in percent"
        hint="0 refuses it"
      />
      <DraftText form={form} name="fromOn" kind="day" label="First day of the new price" />
      <DraftText form={form} name="note" label="Note for your own organisation" />
    </FoldedForm>
  );
}
