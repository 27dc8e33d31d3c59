import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths, writtenMonth } from '../returns/return-months.ts';
import type { Contract } from './contract-queries.ts';
import { RecordMonthMutation } from './contract-queries.ts';
import { DraftSelect, DraftText } from './DraftField.tsx';
import { FoldedForm } from './MarketForm.tsx';
import { fieldsOf, missingFrom } from './market-draft.ts';
import { counted } from './market-words.ts';
import { isTyped, typedWhole } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const id = 'month-';
const fields = fieldsOf(id, {
  month: 'Month',
  occupied: 'Occupied beds',
  voidDays: 'Void days',
});

/** Records how a block contract was used in a month, or puts it right. */
export function ContractMonthForm(props: {
  readonly contract: Contract;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { contract, onStale, onDone } = props;
  const months = endedMonths(todayInLondon(), 24);
  const form = useMarketForm(RecordMonthMutation, {
    ...{ id, fields, onStale, draft: { month: months[0] ?? '', occupied: '', voidDays: '' } },
    onDone: () => {
      form.onChange({ month, occupied: '', voidDays: '' });
      onDone(`Recorded: ${writtenMonth(month)}.`);
    },
  });
  const { month } = form.draft;
  const known = contract.months.find((one) => one.month === month);
  const present = known && `${counted(known.voidDays, 'void day')}, ${known.occupied} occupied`;
  const submit = () => {
    const occupied = typedWhole(form.draft.occupied);
    const voidDays = typedWhole(form.draft.voidDays);
    void form.send(
      {
        ...{ id: contract.id, version: contract.version, month },
        ...{ occupied: occupied ?? 0, voidDays: voidDays ?? 0 },
      },
      missingFrom(id, {
        occupied: !isTyped(occupied) && 'Enter how many beds were occupied; 0 if none',
        voidDays: !isTyped(voidDays) && 'Enter how many bed days stood empty; 0 if none',
      }),
    );
  };
  return (
    <FoldedForm
      title="Record a month"
      form={form}
      present={`${present ?? 'nothing is recorded for this month'}.`}
      button="Record the month"
      working="Recording"
      onSubmit={submit}
    >
      <DraftSelect
        form={form}
        name="month"
        label="Month"
        hint={present && `Recorded: ${present}`}
        options={months.map((value) => ({ value, text: writtenMonth(value) }))}
      />
      <DraftText
        form={form}
        name="occupied"
        kind="whole"
        label="Occupied on its last day, in beds"
      />
      <DraftText form={form} name="voidDays" kind="whole" label="Void days, over all beds" />
    </FoldedForm>
  );
}
