import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FieldChoices } from '../../components/Field.tsx';
import type { ServiceFacetValue } from './service-queries.ts';

/** How many values are shown before all are asked for. */
const shownAtFirst = 7;

const anyValue = 'any';

/** One quality to narrow by. What is chosen stays in the list, also where nothing has it any more. */
export function FacetChoice(props: {
  readonly id: string;
  /** `radios`: one of them, or any. */
  readonly kind: 'checkboxes' | 'radios';
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly ServiceFacetValue[];
  readonly chosen: readonly string[];
  /** Called with all that are chosen now, and the one that was pressed. */
  readonly onChange: (chosen: readonly string[], pressed: string) => void;
}) {
  const { id, kind, label, hint, choices, chosen } = props;
  const [showsAll, setShowsAll] = useState(false);
  if (choices.length === 0 && chosen.length === 0) return null;

  const isShown = ({ value }: ServiceFacetValue, index: number) =>
    showsAll || index < shownAtFirst || chosen.includes(value);
  const shown = choices.filter(isShown);
  const any = { value: anyValue, text: 'Any' };
  const options = shown.map(({ value, title, services }) => ({
    value,
    text: (
      <>
        {title} <span className="facet__count">{services.toLocaleString('en-GB')}</span>
      </>
    ),
  }));
  const isAny = kind === 'radios' && chosen.length === 0;
  const change = (value: string, on: boolean) => {
    if (kind === 'radios') props.onChange(value === anyValue ? [] : [value], value);
    else props.onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value), value);
  };

  return (
    <div className="facet">
      <FieldChoices
        id={id}
        kind={kind}
        label={label}
        hint={hint}
        choices={kind === 'radios' ? [any, ...options] : options}
        chosen={isAny ? [anyValue] : chosen}
        onChange={change}
      />
      {choices.length > shownAtFirst && (
        <Button
          kind="quiet"
          size="small"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Show fewer' : `Show all ${choices.length}`}
        </Button>
      )}
    </div>
  );
}
