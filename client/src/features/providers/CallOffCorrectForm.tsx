import { useId } from 'react';
import { CallOffFields } from './CallOffFields.tsx';
import type { CallOff } from './call-off-draft.ts';
import { callOffDraft, callOffLabels, callOffMissing, callOffTerms } from './call-off-draft.ts';
import { callOffInWords } from './call-off-words.ts';
import { CorrectCallOffMutation, TakeBackCallOffMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf } from './market-draft.ts';
import { useMarketForm } from './use-market-form.ts';

interface CorrectProps {
  readonly callOff: CallOff;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}

/** Corrects a call-off that was recorded wrongly. */
export function CallOffCorrectForm({ callOff, framework, onStale, onDone }: CorrectProps) {
  const id = `correct-${useId()}-`;
  const { id: callOffId, version } = callOff;
  const form = useMarketForm(CorrectCallOffMutation, {
    ...{ id, onStale },
    fields: fieldsOf(id, callOffLabels),
    draft: callOffDraft(callOff, ''),
    onDone: () => onDone('Corrected: the call-off stands as you said.'),
  });
  return (
    <FoldedForm
      title="Correct"
      form={form}
      present={callOffInWords(callOff)}
      button="Correct the call-off"
      working="Correcting"
      onSubmit={() =>
        void form.send(
          { id: callOffId, version, ...callOffTerms(form.draft) },
          callOffMissing(id, form.draft),
        )
      }
    >
      <CallOffFields form={form} framework={framework} />
    </FoldedForm>
  );
}

/** Takes back a call-off that never was. */
export function CallOffTakeBackForm({ callOff, onStale, onDone }: CorrectProps) {
  const { id: callOffId, version } = callOff;
  const form = useMarketForm(TakeBackCallOffMutation, {
    ...{ id: 'take-back-', draft: null, fields: [], onStale },
    onDone: () => onDone(`Taken back: ${callOffInWords(callOff)}`),
  });
  return (
    <FoldedForm
      title="Take back"
      form={form}
      present={callOffInWords(callOff)}
      button="Take the call-off back"
      working="Taking back"
      kind="warning"
      onSubmit={() => void form.send({ id: callOffId, version })}
    >
      <p className="market-fields__whole">
        It is deleted, and counts nowhere any more. The log keeps that it was taken back.
      </p>
    </FoldedForm>
  );
}
