import { FieldChoices, FieldText } from '../../components/Field.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { longestName } from './saved-comparison-name.ts';
import type { Visibility } from './saved-comparison-queries.ts';

/** What a person gives a saved comparison: its name and who may open it. */
export interface SavedComparisonDraft {
  readonly name: string;
  readonly visibility: Visibility;
}

/** The two fields of a saved comparison. */
export function SavedComparisonFields(props: {
  /** Starts the fields' ids, so that two forms on a page do not share them. */
  readonly id: string;
  readonly draft: SavedComparisonDraft;
  readonly nameProblem: string | undefined;
  readonly onChange: (draft: SavedComparisonDraft) => void;
}) {
  const { id, draft, nameProblem, onChange } = props;
  const { organisation } = useViewer();

  return (
    <>
      <FieldText
        id={`${id}-name`}
        label="Name"
        hint={`What it is for, in up to ${longestName} characters`}
        problem={nameProblem}
        value={draft.name}
        autoComplete="off"
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <FieldChoices<Visibility>
        id={`${id}-visibility`}
        kind="radios"
        label="Who may open it"
        choices={[
          { value: 'PRIVATE', text: 'Only you' },
          {
            value: 'ORGANISATION',
            text: `Everyone at ${organisation}`,
            hint: 'They see the figures that they themselves may see.',
          },
        ]}
        chosen={[draft.visibility]}
        onChange={(visibility) => onChange({ ...draft, visibility })}
      />
    </>
  );
}
