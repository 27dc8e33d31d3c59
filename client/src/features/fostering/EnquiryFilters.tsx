import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { useNavigate } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { CodeChoices } from './CodeChoices.tsx';
import type { EnquiryFilter } from './enquiry-filter.ts';
import { enquiryMonths, enquirySearch, statusChoices } from './enquiry-filter.ts';
import type { Member } from './enquiry-queries.ts';

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
  const narrowed = [filter.authorities, filter.types, filter.sources].filter(
    ({ length }) => length > 0,
  ).length;
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
      <details className="fostering-narrow">
        <summary>{narrowed === 0 ? 'Narrow by' : `Narrow by (${narrowed} chosen)`}</summary>
        <div className="fostering-narrow__choices">
          {members.length > 0 && (
            <CodeChoices
              id="enquiries-in"
              label="Authority"
              codes={members.map(({ code, name }) => ({ code, label: name }))}
              chosen={filter.authorities}
              onChange={(authorities) => change({ authorities })}
            />
          )}
          <CodeChoices
            id="enquiries-type"
            label="Type of household"
            codes={enquiryHouseholdTypes.codes}
            chosen={filter.types}
            onChange={(types) => change({ types })}
          />
          <CodeChoices
            id="enquiries-source"
            label="Where it came from"
            codes={enquirySources.codes}
            chosen={filter.sources}
            onChange={(sources) => change({ sources })}
          />
        </div>
      </details>
    </form>
  );
}
