import { useNavigate } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import type { EnquiryFilter } from './enquiry-filter.ts';
import { enquiryMonths, enquirySearch, statusChoices } from './enquiry-filter.ts';
import type { Member } from './enquiry-queries.ts';
import { NarrowBy } from './NarrowBy.tsx';

const onlyChoices = [
  { value: '', text: 'All' },
  { value: 'waiting', text: 'Waiting for a first response' },
  { value: 'unattributed', text: 'Attributed to no authority' },
] as const;

/** Narrows the list of enquiries; the address holds it. */
export function EnquiryFilters(props: {
  readonly filter: EnquiryFilter;
  readonly members: readonly Member[];
}) {
  const { filter, members } = props;
  const navigate = useNavigate();
  const change = (changed: Partial<EnquiryFilter>) =>
    void navigate(enquirySearch({ ...filter, ...changed }), {
      replace: true,
      preventScrollReset: true,
    });
  const months = [
    { value: '', text: 'any' },
    ...enquiryMonths().map((value) => ({ value, text: writtenMonth(value) })),
  ];
  return (
    <form
      className="market-filters"
      aria-label="Narrow the list"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('reference');
        change({ reference: typeof typed === 'string' ? typed.trim() : '' });
      }}
    >
      <FieldSelect
        id="enquiries-only"
        label="Which"
        options={onlyChoices}
        value={filter.only}
        onChange={({ target: { value } }) =>
          change({ only: onlyChoices.find((one) => one.value === value)?.value ?? '' })
        }
      />
      <FieldSelect
        id="enquiries-status"
        label="Status"
        options={[{ value: '', text: 'any' }, ...statusChoices]}
        value={filter.status}
        onChange={({ target: { value } }) =>
          change({ status: statusChoices.find((one) => one.value === value)?.value ?? '' })
        }
      />
      <FieldSelect
        id="enquiries-from"
        label="Received from"
        options={months}
        value={filter.from}
        onChange={({ target: { value } }) => change({ from: value })}
      />
      <FieldSelect
        id="enquiries-to"
        label="Received to"
        options={months}
        value={filter.to}
        onChange={({ target: { value } }) => change({ to: value })}
      />
      <FieldText
        id="enquiries-reference"
        name="reference"
        label="Reference begins with"
        autoComplete="off"
        maxLength={40}
        key={filter.reference}
        defaultValue={filter.reference}
      />
      <Button type="submit" kind="secondary">
        Find
      </Button>
      <NarrowBy id="enquiries" members={members} chosen={filter} change={change} />
    </form>
  );
}
