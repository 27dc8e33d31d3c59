import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths, writtenMonth } from '../returns/return-months.ts';
import type { Contract } from './contract-queries.ts';
import { RecordMonthMutation } from './contract-queries.ts';
import { counted } from './market-words.ts';
import type { FormField } from './refusal.ts';
import { typedWhole } from './refusal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useMarketForm } from './use-market-form.ts';

const fields: readonly FormField[] = [
  { path: 'month', id: 'month-month', label: 'Month' },
  { path: 'occupied', id: 'month-occupied', label: 'Occupied beds' },
  { path: 'voidDays', id: 'month-voidDays', label: 'Void days' },
];

/** Records how a block contract was used in a month, or puts it right. */
export function ContractMonthForm(props: {
  readonly contract: Contract;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { contract, onStale, onDone } = props;
  const months = endedMonths(todayInLondon(), 24);
  const [month, setMonth] = useState(months[0] ?? '');
  const [occupied, setOccupied] = useState('');
  const [voidDays, setVoidDays] = useState('');
  const form = useMarketForm(RecordMonthMutation, {
    fields,
    onDone: () => {
      setOccupied('');
      setVoidDays('');
      onDone(`Recorded: ${writtenMonth(month)}.`);
    },
    onStale,
  });
  const known = contract.months.find((one) => one.month === month);
  const submit = () => {
    const [beds, days] = [typedWhole(occupied), typedWhole(voidDays)];
    const isNone = (value: number | null) => value === null || Number.isNaN(value);
    void form.send(
      {
        id: contract.id,
        version: contract.version,
        month,
        occupied: beds ?? 0,
        voidDays: days ?? 0,
      },
      [
        ...(isNone(beds)
          ? [{ field: 'month-occupied', message: 'Enter how many beds were occupied; 0 if none' }]
          : []),
        ...(isNone(days)
          ? [{ field: 'month-voidDays', message: 'Enter how many bed days stood empty; 0 if none' }]
          : []),
      ],
    );
  };
  return (
    <details className="market-form section">
      <summary>Record a month</summary>
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
          present={
            known
              ? `${counted(known.voidDays, 'void day')}, ${known.occupied} occupied.`
              : 'nothing is recorded for this month.'
          }
        />
        <div className="market-fields">
          <FieldSelect
            id="month-month"
            label="Month"
            hint={known && `Recorded: ${known.voidDays} void days, ${known.occupied} occupied`}
            options={months.map((value) => ({ value, text: writtenMonth(value) }))}
            value={month}
            problem={form.problemOf('month-month')}
            onChange={({ target: { value } }) => setMonth(value)}
          />
          <FieldText
            id="month-occupied"
            label="Occupied on its last day, in beds"
            inputMode="numeric"
            autoComplete="off"
            value={occupied}
            problem={form.problemOf('month-occupied')}
            onChange={({ target: { value } }) => setOccupied(value)}
          />
          <FieldText
            id="month-voidDays"
            label="Void days, over all beds"
            inputMode="numeric"
            autoComplete="off"
            value={voidDays}
            problem={form.problemOf('month-voidDays')}
            onChange={({ target: { value } }) => setVoidDays(value)}
          />
        </div>
        <div className="actions">
          <Button type="submit" working={form.fetching ? 'Recording' : undefined}>
            Record the month
          </Button>
        </div>
      </form>
    </details>
  );
}
