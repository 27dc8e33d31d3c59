import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import type { FrameworksFilter } from './frameworks-address.ts';
import { boughtServices } from './market-words.ts';

/** Narrows the list of frameworks by what they buy, when, and whose they are. */
export function FrameworkFilters(props: {
  readonly filter: FrameworksFilter;
  /** The consortium’s name. */
  readonly consortium: string;
  readonly onChange: (filter: FrameworksFilter) => void;
}) {
  const { filter, onChange } = props;
  const [draft, setDraft] = useState(filter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(draft);
  };
  return (
    <form className="market-filters" onSubmit={submit} aria-label="Narrow the list">
      <FieldSelect
        id="framework-service"
        label="Buys"
        options={[{ value: '', text: 'Any service' }, ...boughtServices]}
        value={draft.service ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, service: value || null })}
      />
      <FieldText
        id="framework-day"
        type="date"
        label="In force on"
        value={draft.on ?? ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, on: value || null })}
      />
      <FieldSelect
        id="framework-whose"
        label="Whose"
        options={[
          { value: '', text: `Of members of ${props.consortium}` },
          { value: 'all', text: 'All that are known here' },
        ]}
        value={draft.everywhere ? 'all' : ''}
        onChange={({ target: { value } }) => setDraft({ ...draft, everywhere: value === 'all' })}
      />
      <div className="market-filters__actions">
        <Button type="submit" size="small">
          Show
        </Button>
        {filter.on !== null && (
          <Button kind="quiet" size="small" onClick={() => onChange({ ...draft, on: null })}>
            Ended ones too
          </Button>
        )}
      </div>
    </form>
  );
}
