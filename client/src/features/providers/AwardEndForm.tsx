import { writtenDay } from '../indicators/london-day.ts';
import { DraftText } from './DraftField.tsx';
import { EndAwardMutation } from './framework-mutations.ts';
import type { FrameworkMember } from './framework-queries.ts';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { termInWords } from './market-words.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'end-';
const fields = fieldsOf(id, { endsOn: 'Last day' });

/** Ends a membership on a day. */
export function AwardEndForm(props: {
  readonly award: FrameworkMember;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, onStale, onDone } = props;
  const form = useMarketForm(EndAwardMutation, {
    ...{ id, fields, onStale, draft: { endsOn: '' } },
    onDone: () => onDone(`Ended: ${award.provider?.name ?? 'the membership'}, on ${day}.`),
  });
  const { endsOn } = form.draft;
  const day = endsOn && writtenDay(endsOn);
  return (
    <FoldedForm
      title="End this membership"
      form={form}
      present={`${termInWords(award.startsOn, award.endsOn)}.`}
      button="End the membership"
      working="Ending"
      kind="warning"
      onSubmit={() =>
        void form.send(
          { id: award.id, version: award.version, endsOn },
          missingFrom(id, { endsOn: endsOn === '' && 'Enter its last day' }),
        )
      }
    >
      <DraftText form={form} name="endsOn" kind="day" label="Its last day" />
    </FoldedForm>
  );
}
