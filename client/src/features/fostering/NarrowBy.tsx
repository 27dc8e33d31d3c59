import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import type { ReactNode } from 'react';
import { FieldChoices } from '../../components/Field.tsx';
import type { Member } from './enquiry-queries.ts';

interface Chosen {
  readonly authorities: readonly string[];
  readonly types: readonly string[];
  readonly sources: readonly string[];
}

/** Narrows enquiries by authority, type of household and source: any of some codes, all where none is chosen. */
export function NarrowBy(props: {
  /** What ids of fields begin with. */
  readonly id: string;
  readonly members: readonly Member[];
  readonly chosen: Chosen;
  readonly change: (changed: Partial<Chosen>) => void;
  /** By how much else it is narrowed, with `children`. */
  readonly others?: number;
  readonly children?: ReactNode;
}) {
  const { id, members, chosen, change, others = 0 } = props;
  const { authorities, types, sources } = chosen;
  const narrowed = [authorities, types, sources].filter(({ length }) => length > 0).length + others;
  return (
    <details className="fostering-narrow">
      <summary>{narrowed === 0 ? 'Narrow by' : `Narrow by (${narrowed} chosen)`}</summary>
      <div className="fostering-narrow__choices">
        {members.length > 0 && (
          <CodeChoices
            id={`${id}-in`}
            label="Authority"
            codes={members.map(({ code, name }) => ({ code, label: name }))}
            chosen={authorities}
            onChange={(codes) => change({ authorities: codes })}
          />
        )}
        <CodeChoices
          id={`${id}-type`}
          label="Type of household"
          codes={enquiryHouseholdTypes.codes}
          chosen={types}
          onChange={(codes) => change({ types: codes })}
        />
        <CodeChoices
          id={`${id}-source`}
          label="Where it came from"
          codes={enquirySources.codes}
          chosen={sources}
          onChange={(codes) => change({ sources: codes })}
        />
        {props.children}
      </div>
    </details>
  );
}

function CodeChoices(props: {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly { readonly code: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { id, label, codes, chosen, onChange } = props;
  return (
    <FieldChoices
      id={id}
      kind="checkboxes"
      label={label}
      choices={codes.map(({ code, label: text }) => ({ value: code, text }))}
      chosen={chosen}
      onChange={(value, on) =>
        onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))
      }
    />
  );
}
