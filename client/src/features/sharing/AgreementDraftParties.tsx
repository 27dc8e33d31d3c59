import { FieldChoices, FieldSelect, FieldText } from '../../components/Field.tsx';
import type { DraftParty } from './agreement-draft.ts';
import { newParty } from './agreement-draft.ts';
import { fieldId } from './agreement-draft-check.ts';
import { partyRoleWord } from './sharing-words.ts';

const roles = Object.entries(partyRoleWord).map(([value, text]) => ({ value, text }));
const isRole = (value: string): value is DraftParty['role'] => Object.hasOwn(partyRoleWord, value);

/** Chooses the parties, and for each its part, its officer and who signs. */
export function AgreementDraftParties(props: {
  readonly organisations: readonly { readonly slug: string; readonly name: string }[];
  readonly parties: readonly DraftParty[];
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (parties: readonly DraftParty[]) => void;
}) {
  const { organisations, parties, problemOf, onChange } = props;
  const id = fieldId('parties');
  const chosen = parties.map(({ organisation }) => organisation);

  return (
    <>
      <FieldChoices
        id={id}
        kind="checkboxes"
        label="Parties"
        hint="Each signs for itself. What it shares, and what it sees of others, follows from its signature."
        problem={problemOf(id)}
        choices={organisations.map(({ slug, name }) => ({ value: slug, text: name }))}
        chosen={chosen}
        onChange={(slug, on) =>
          onChange(
            on
              ? [...parties, newParty(slug)]
              : parties.filter(({ organisation }) => organisation !== slug),
          )
        }
      />
      {organisations
        .filter(({ slug }) => chosen.includes(slug))
        .map(({ slug, name }) => (
          <PartyFields
            key={slug}
            name={name}
            party={parties.find(({ organisation }) => organisation === slug) ?? newParty(slug)}
            problemOf={problemOf}
            onChange={(changed) =>
              onChange(parties.map((party) => (party.organisation === slug ? changed : party)))
            }
          />
        ))}
    </>
  );
}

function PartyFields(props: {
  readonly name: string;
  readonly party: DraftParty;
  readonly problemOf: (field: string) => string | undefined;
  readonly onChange: (party: DraftParty) => void;
}) {
  const { name, party, problemOf, onChange } = props;
  const idOf = (field: string) => fieldId(`${field}-${party.organisation}`);
  return (
    <fieldset className="govuk-fieldset draft-party">
      <legend className="govuk-fieldset__legend">{name}</legend>
      <div className="draft-party__fields">
        <FieldSelect
          id={idOf('role')}
          label="Part in the processing"
          value={party.role}
          options={roles}
          onChange={({ target: { value } }) => isRole(value) && onChange({ ...party, role: value })}
        />
        <FieldText
          id={idOf('icoNumber')}
          label="ICO registration (optional)"
          value={party.icoNumber}
          maxLength={40}
          onChange={(event) => onChange({ ...party, icoNumber: event.target.value })}
        />
        <FieldText
          id={idOf('dpoContact')}
          label="Data protection officer’s contact"
          value={party.dpoContact}
          maxLength={200}
          problem={problemOf(idOf('dpoContact'))}
          onChange={(event) => onChange({ ...party, dpoContact: event.target.value })}
        />
        <FieldText
          id={idOf('signatory')}
          label="Office that signs"
          value={party.signatory}
          maxLength={200}
          problem={problemOf(idOf('signatory'))}
          onChange={(event) => onChange({ ...party, signatory: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
