import { FieldSelect } from '../../components/Field.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { offeredMonths } from './fostering-address.ts';

/** The first and the last month; a choice that would turn them round moves the other along. */
export function MonthFields(props: {
  /** What their ids begin with. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly change: (months: { readonly from: string; readonly to: string }) => void;
}) {
  const { id, from, to, change } = props;
  const months = offeredMonths().map((value) => ({ value, text: writtenMonth(value) }));
  return (
    <>
      <FieldSelect
        id={`${id}-from`}
        label="From"
        options={months}
        value={from}
        onChange={({ target: { value } }) =>
          change({ from: value, to: [value, to].toSorted()[1] ?? value })
        }
      />
      <FieldSelect
        id={`${id}-to`}
        label="To"
        options={months}
        value={to}
        onChange={({ target: { value } }) =>
          change({ from: [value, from].toSorted()[0] ?? value, to: value })
        }
      />
    </>
  );
}
