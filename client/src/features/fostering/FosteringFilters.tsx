import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { fosteringGroupings } from '@sufficiency/shared/fostering/fostering-input.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { useNavigate } from 'react-router';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { CodeChoices } from './CodeChoices.tsx';
import type { FosteringFilter } from './fostering-address.ts';
import { fosteringSearch, offeredMonths } from './fostering-address.ts';

const groupings = [
  { value: 'AUTHORITY', text: 'Authority' },
  { value: 'SOURCE', text: 'Source' },
  { value: 'CAMPAIGN', text: 'Campaign' },
  { value: 'HOUSEHOLD_TYPE', text: 'Type of household' },
];

/** Chooses months and households; the address holds it. `more`: what else the address keeps, such as the view. */
export function FosteringFilters(props: {
  readonly filter: FosteringFilter;
  readonly more?: Readonly<Record<string, string>>;
  /** Members to choose among; none while they are not known. */
  readonly members?: readonly { readonly code: string; readonly name: string }[] | undefined;
}) {
  const { filter, more = {}, members = [] } = props;
  const navigate = useNavigate();
  const change = (changed: Partial<FosteringFilter>) => {
    const search = fosteringSearch({ ...filter, ...changed });
    for (const [name, value] of Object.entries(more)) search.set(name, value);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };
  const months = offeredMonths().map((value) => ({ value, text: writtenMonth(value) }));
  const narrowed = [filter.authorities, filter.types, filter.sources, filter.campaigns].filter(
    ({ length }) => length > 0,
  ).length;
  return (
    <form
      className="market-filters"
      aria-label="Which months and households"
      onSubmit={(event) => event.preventDefault()}
    >
      <FieldSelect
        id="fostering-from"
        label="From"
        options={months}
        value={filter.from}
        onChange={({ target: { value } }) =>
          change({ from: value, to: [value, filter.to].toSorted()[1] ?? value })
        }
      />
      <FieldSelect
        id="fostering-to"
        label="To"
        options={months}
        value={filter.to}
        onChange={({ target: { value } }) =>
          change({ to: value, from: [value, filter.from].toSorted()[0] ?? value })
        }
      />
      <FieldSelect
        id="fostering-by"
        label="By"
        options={groupings}
        value={filter.by}
        onChange={({ target: { value } }) => {
          const by = fosteringGroupings.find((one) => one === value);
          if (by) change({ by });
        }}
      />
      <details className="fostering-narrow">
        <summary>{narrowed === 0 ? 'Narrow by' : `Narrow by (${narrowed} chosen)`}</summary>
        <div className="fostering-narrow__choices">
          {members.length > 0 && (
            <CodeChoices
              id="fostering-in"
              label="Authority"
              codes={members.map(({ code, name }) => ({ code, label: name }))}
              chosen={filter.authorities}
              onChange={(authorities) => change({ authorities })}
            />
          )}
          <CodeChoices
            id="fostering-type"
            label="Type of household"
            codes={enquiryHouseholdTypes.codes}
            chosen={filter.types}
            onChange={(types) => change({ types })}
          />
          <CodeChoices
            id="fostering-source"
            label="Where it came from"
            codes={enquirySources.codes}
            chosen={filter.sources}
            onChange={(sources) => change({ sources })}
          />
          <FieldText
            id="fostering-campaign"
            label="Campaign"
            hint="Its code; all if left empty"
            key={filter.campaigns.join()}
            defaultValue={filter.campaigns.join(',')}
            onBlur={({ target: { value } }) =>
              change({ campaigns: value.trim() === '' ? [] : value.trim().split(/\s*,\s*/) })
            }
          />
        </div>
      </details>
    </form>
  );
}
