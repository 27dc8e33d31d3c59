import { releaseAudiences, releaseStatuses } from '@sufficiency/shared/disclosure/release-enums.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { FieldSelect } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths, writtenMonth } from '../returns/return-months.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import type { ReleasesFilter } from './release-address.ts';
import { isNarrowed } from './release-address.ts';
import { audienceTitle, statusWord } from './release-words.ts';

/** Months that are offered. */
const offered = 24;

const any = (text: string) => ({ value: '', text });

/** Narrows the list of releases by what they are of, when, for whom, and where they stand. */
export function ReleaseFilters(props: {
  readonly filter: ReleasesFilter;
  readonly onChange: (filter: ReleasesFilter) => void;
}) {
  const { filter, onChange } = props;
  const [draft, setDraft] = useState(filter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(draft);
  };

  return (
    <form className="release-filters" onSubmit={submit} aria-label="Narrow the list">
      <FieldSelect
        id="release-dataset"
        label="Dataset"
        options={[any('Any'), ...datasets.map((value) => ({ value, text: datasetHeading(value) }))]}
        value={draft.dataset ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, dataset: value || null })}
      />
      <FieldSelect
        id="release-month"
        label="Month"
        options={[any('Any'), ...monthOptions(filter.month)]}
        value={draft.month ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, month: value || null })}
      />
      <FieldSelect
        id="release-audience"
        label="For whom"
        options={[
          any('Anybody'),
          ...releaseAudiences.map((value) => ({ value, text: audienceTitle[value] })),
        ]}
        value={draft.audience ?? ''}
        onChange={({ target: { value } }) =>
          setDraft({ ...draft, audience: releaseAudiences.find((one) => one === value) ?? null })
        }
      />
      <FieldSelect
        id="release-status"
        label="Status"
        options={[
          any('Any'),
          ...releaseStatuses.map((value) => ({ value, text: statusWord[value] })),
        ]}
        value={draft.status ?? ''}
        onChange={({ target: { value } }) =>
          setDraft({ ...draft, status: releaseStatuses.find((one) => one === value) ?? null })
        }
      />
      <div className="release-filters__actions">
        <Button type="submit" size="small">
          Show
        </Button>
        {isNarrowed(filter) && <Link to="?">Show all</Link>}
      </div>
    </form>
  );
}

/** The months that have ended, and the one of the address if it is none of them. */
function monthOptions(chosen: string | null) {
  const months = endedMonths(todayInLondon(), offered);
  const all = chosen === null || months.includes(chosen) ? months : [...months, chosen];
  return all.map((value) => ({ value, text: writtenMonth(value) }));
}
