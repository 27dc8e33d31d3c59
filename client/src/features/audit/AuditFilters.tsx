import { auditTypes } from '@sufficiency/shared/audit/audit-event.ts';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { OrganisationsQuery } from '../sharing/sharing-queries.ts';
import type { AuditFilter } from './audit-address.ts';
import { isNarrowed } from './audit-address.ts';

const types = [
  { value: '', text: 'Anything' },
  ...Object.entries(auditTypes).map(([value, words]) => ({
    value,
    text: words.charAt(0).toUpperCase() + words.slice(1),
  })),
];

/** Narrows the log by what was done, by whom and when. */
export function AuditFilters(props: {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}) {
  const { filter, onChange } = props;
  const { code } = useConsortium();
  const [draft, setDraft] = useState(filter);
  const [problem, setProblem] = useState<string>();
  const [{ data }] = useQuery({
    query: OrganisationsQuery,
    variables: { consortium: code },
  });
  const organisations = [
    { value: '', text: 'Anybody' },
    ...(data?.consortium?.organisations ?? []).map(({ slug, name }) => ({
      value: slug,
      text: name,
    })),
  ];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isTurned = draft.from !== null && draft.to !== null && draft.to < draft.from;
    setProblem(isTurned ? 'Enter a day that is not before the first' : undefined);
    if (!isTurned) onChange(draft);
  };

  return (
    <form className="audit-filters" onSubmit={submit} noValidate>
      <FieldSelect
        id="type"
        label="What"
        options={types}
        value={draft.type ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, type: value || null })}
      />
      <FieldSelect
        id="organisation"
        label="Who"
        options={organisations}
        value={draft.organisation ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, organisation: value || null })}
      />
      <FieldText
        id="from"
        type="date"
        label="From"
        value={draft.from ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, from: value || null })}
      />
      <FieldText
        id="to"
        type="date"
        label="To"
        problem={problem}
        value={draft.to ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, to: value || null })}
      />
      <div className="audit-filters__actions">
        <Button type="submit" size="small">
          Show
        </Button>
        {isNarrowed(filter) && <Link to="?">Show all</Link>}
      </div>
    </form>
  );
}
