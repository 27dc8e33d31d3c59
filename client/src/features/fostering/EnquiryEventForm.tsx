import { withdrawnByCodes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { otherEvents } from '@sufficiency/shared/fostering/events.ts';
import { withdrawalReasons } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { RecordEventsMutation } from './enquiry-mutations.ts';
import type { Enquiry, NamedStage } from './enquiry-queries.ts';
import { eventResultSentence } from './event-words.ts';
import { choicesOf, typed } from './form-choices.ts';

const id = 'event-';
const fields = fieldsOf(
  id,
  { kind: 'What happened', on: 'The day', reason: 'The reason', byWhom: 'Who withdrew' },
  'events[0].',
);
const empty = { kind: '', on: '', reason: '', byWhom: '' };

/** Records what happened to an enquiry. */
export function EnquiryEventForm(props: {
  readonly enquiry: Enquiry;
  readonly stages: readonly NamedStage[];
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { enquiry, stages, onStale, onDone } = props;
  const form = useMarketForm(RecordEventsMutation, {
    ...{ id, fields, onStale, draft: empty },
    onDone: ({ recordEnquiryEvents: [result] }) => {
      if (!result) return;
      form.onChange(empty);
      onDone(eventResultSentence(result, stages));
    },
  });
  const { kind, on, reason, byWhom } = form.draft;
  const isWithdrawal = kind === 'WITHDRAWN';
  const kinds = [
    { value: '', text: 'choose' },
    ...stages
      .filter(({ code, used }) => used && code !== 'RECEIVED')
      .map(({ code, title }) => ({ value: code, text: title })),
    ...Object.entries(otherEvents).map(([value, text]) => ({ value, text })),
  ];
  return (
    <FoldedForm
      title="Record what happened"
      form={form}
      button="Record it"
      working="Recording"
      onSubmit={() =>
        void form.send(
          {
            events: [
              {
                ...{ enquiry: enquiry.id, kind, on },
                ...(isWithdrawal && { reason: typed(reason), byWhom: typed(byWhom) }),
              },
            ],
          },
          missingFrom(id, {
            kind: kind === '' && 'Choose what happened',
            on: on === '' && 'Enter the day on which it happened',
          }),
        )
      }
    >
      <DraftSelect form={form} name="kind" label="What happened" options={kinds} />
      <DraftText form={form} name="on" label="On" kind="day" />
      {isWithdrawal && (
        <>
          <DraftSelect
            form={form}
            name="byWhom"
            label="Who withdrew"
            options={choicesOf(withdrawnByCodes, 'choose')}
          />
          <DraftSelect
            form={form}
            name="reason"
            label="Why"
            options={choicesOf(withdrawalReasons, 'choose')}
          />
        </>
      )}
    </FoldedForm>
  );
}
