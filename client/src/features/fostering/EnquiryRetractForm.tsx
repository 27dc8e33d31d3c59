import { inOrder } from '@sufficiency/shared/fostering/events.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { RetractEventMutation } from './enquiry-mutations.ts';
import type { Enquiry } from './enquiry-queries.ts';
import { typed } from './form-choices.ts';

const id = 'retract-';
const fields = fieldsOf(id, { event: 'The event', insteadOn: 'The right day' });
const empty = { event: '', insteadOn: '' };

/** Takes an event back that was recorded by mistake; the record of it stays. */
export function EnquiryRetractForm(props: {
  readonly enquiry: Enquiry;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { enquiry, onStale, onDone } = props;
  const events = inOrder(enquiry.events.filter(({ retractedAt }) => retractedAt === null));
  const form = useMarketForm(RetractEventMutation, {
    ...{ id, fields, onStale, draft: empty },
    onDone: () => {
      form.onChange(empty);
      onDone(`Taken back: ${title}.`);
    },
  });
  const { event, insteadOn } = form.draft;
  const chosen = events.find((one) => one.id === event);
  const title = chosen ? `${chosen.title}, ${writtenDay(chosen.on)}` : 'the event';
  return (
    <FoldedForm
      title="Take back what was recorded by mistake"
      form={form}
      present={`${events.length} events stand.`}
      button="Take it back"
      working="Taking it back"
      kind="warning"
      onSubmit={() =>
        void form.send(
          { event, insteadOn: typed(insteadOn), version: enquiry.version },
          missingFrom(id, { event: chosen === undefined && 'Choose the event' }),
        )
      }
    >
      <DraftSelect
        form={form}
        name="event"
        label="Event"
        options={[
          { value: '', text: 'choose' },
          ...events.map((one) => ({
            value: one.id,
            text: `${one.title}, ${writtenDay(one.on)}`,
          })),
        ]}
      />
      <DraftText
        form={form}
        name="insteadOn"
        label="The day on which it happened"
        hint="Leave it empty where it did not happen"
        kind="day"
      />
    </FoldedForm>
  );
}
