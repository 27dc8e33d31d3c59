import { fosteringGroupings } from '@sufficiency/shared/fostering/fostering-input.ts';
import { useNavigate } from 'react-router';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import type { Member } from './enquiry-queries.ts';
import type { FosteringFilter } from './fostering-address.ts';
import { fosteringSearch } from './fostering-address.ts';
import { MonthFields } from './MonthFields.tsx';
import { NarrowBy } from './NarrowBy.tsx';

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
  readonly members?: readonly Member[] | undefined;
}) {
  const { filter, more = {}, members = [] } = props;
  const navigate = useNavigate();
  const change = (changed: Partial<FosteringFilter>) => {
    const search = fosteringSearch({ ...filter, ...changed });
    for (const [name, value] of Object.entries(more)) search.set(name, value);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };
  return (
    <form
      className="market-filters"
      aria-label="Which months and households"
      onSubmit={(event) => event.preventDefault()}
    >
      <MonthFields id="fostering" from={filter.from} to={filter.to} change={change} />
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
      <NarrowBy
        id="fostering"
        members={members}
        chosen={filter}
        change={change}
        others={Math.min(filter.campaigns.length, 1)}
      >
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
      </NarrowBy>
    </form>
  );
}
