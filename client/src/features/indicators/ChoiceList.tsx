import type { ReactNode } from 'react';
import { useDeferredValue, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FieldChoices, FieldText } from '../../components/Field.tsx';
import type { ChoiceGroup } from './choice-filter.ts';
import { matchingGroups } from './choice-filter.ts';

/** Checkboxes in groups, with a box to find some of them by. */
export function ChoiceList(props: {
  readonly id: string;
  readonly filterLabel: string;
  readonly groups: readonly ChoiceGroup[];
  readonly chosen: readonly string[];
  /** Why no more can be chosen. */
  readonly problem?: string | undefined;
  /** Buttons for the whole list. */
  readonly actions: ReactNode;
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { id, groups, chosen, onChange } = props;
  const [words, setWords] = useState('');
  const found = matchingGroups(groups, useDeferredValue(words));
  const total = countOf(groups);

  return (
    <div className="choice-list">
      <FieldText
        id={`${id}-filter`}
        type="search"
        label={props.filterLabel}
        value={words}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="choice-list__count" role="status">
        {words === '' ? '' : `${countOf(found)} of ${total} found. `}
        {chosen.length} chosen.
      </p>
      <div className="choice-list__actions">{props.actions}</div>
      {props.problem !== undefined && (
        <p className="govuk-error-message" role="alert">
          {props.problem}
        </p>
      )}
      <div className="choice-list__groups">
        {found.length === 0 && <p>Nothing has all of these words. Try fewer of them.</p>}
        {found.map((group) => (
          <ChoiceListGroup
            key={group.title}
            id={`${id}-${group.title.replaceAll(' ', '-')}`}
            group={group}
            chosen={chosen}
            onChange={onChange}
          />
        ))}
      </div>
    </div>
  );
}

function ChoiceListGroup(props: {
  readonly id: string;
  readonly group: ChoiceGroup;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { group, chosen, onChange } = props;
  const values = group.choices.map(({ value }) => value);
  const areAllChosen = values.every((value) => chosen.includes(value));
  const without = chosen.filter((value) => !values.includes(value));

  return (
    <div className="choice-list__group">
      <FieldChoices
        id={props.id}
        kind="checkboxes"
        label={group.title}
        choices={group.choices}
        chosen={[...chosen]}
        onChange={(value, on) =>
          onChange(on ? [...chosen, value] : chosen.filter((kept) => kept !== value))
        }
      />
      <Button
        kind="quiet"
        size="small"
        onClick={() => onChange(areAllChosen ? without : [...without, ...values])}
      >
        {areAllChosen ? 'Remove' : 'Choose'} all of {group.title}
      </Button>
    </div>
  );
}

const countOf = (groups: readonly ChoiceGroup[]) =>
  groups.reduce((sum, { choices }) => sum + choices.length, 0);
