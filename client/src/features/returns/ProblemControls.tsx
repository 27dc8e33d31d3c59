import { FieldSelect, FieldText } from '../../components/Field.tsx';
import type { ProblemFilter, ProblemGroup } from './problem-list.ts';
import { severityWord } from './return-words.ts';

/** Narrows the list of problems; what is chosen is kept in the address. */
export function ProblemControls(props: {
  readonly filter: ProblemFilter;
  readonly groups: readonly ProblemGroup[];
  readonly onChange: (name: string, value: string | null) => void;
}) {
  const { filter, groups, onChange } = props;
  const severities = [...new Set(groups.map(({ severity }) => severity))];
  return (
    <search aria-label="Problems">
      <form className="problem-controls" onSubmit={(event) => event.preventDefault()}>
        <FieldText
          id="problems-find"
          type="search"
          label="Find in problems"
          value={filter.text}
          onChange={(event) => onChange('find', event.target.value)}
        />
        {severities.length > 1 && (
          <FieldSelect
            id="problems-severity"
            label="Severity"
            value={filter.severity ?? ''}
            onChange={(event) => onChange('severity', event.target.value)}
            options={[
              { value: '', text: 'All' },
              ...severities.map((value) => ({ value, text: severityWord[value] })),
            ]}
          />
        )}
      </form>
    </search>
  );
}
