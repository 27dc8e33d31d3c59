import { homeNeeds } from '@sufficiency/shared/beds/needs.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { FieldChoices } from '../../components/Field.tsx';
import { choicesOf } from '../fostering/form-choices.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { useMarketForm } from '../providers/use-market-form.ts';
import { ChangeHomeMutation } from './home-changes.ts';
import {
  homeChange,
  homeDraft,
  homeFields,
  homeFlags,
  homeFormId,
  missingOfHome,
} from './home-draft.ts';
import { countsSentence, gendersWords, homeName } from './home-words.ts';
import type { Home } from './homes-queries.ts';

const genders = (['ANY', 'FEMALE', 'MALE'] as const).map((value) => ({
  value,
  text: gendersWords[value],
}));
const needs = choicesOf(homeNeeds).map(({ value, text }) => ({ value, text }));

/** Says what a home is, and how many places it has. */
export function HomeChangeForm(props: {
  readonly home: Home;
  readonly beside: ReactNode;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { home, beside, onStale, onDone } = props;
  const [before] = useState(() => homeDraft(home));
  const form = useMarketForm(ChangeHomeMutation, {
    ...{ id: homeFormId, fields: homeFields, draft: before, onStale },
    onDone: ({ changeHome }) => onDone(`Changed: ${homeName(changeHome)}.`),
  });
  const { draft, onChange } = form;
  const toggled = <Value extends string>(all: readonly Value[], value: Value, on: boolean) =>
    on ? [...all, value] : all.filter((one) => one !== value);
  return (
    <FoldedForm
      title="Change what it is, or how many places it has"
      form={form}
      present={`${homeName(home)}, ${countsSentence(home.counts)}.`}
      button="Change the home"
      working="Changing"
      beside={beside}
      onSubmit={() => void form.send(homeChange(draft, before, home), missingOfHome(draft))}
    >
      <DraftText
        form={form}
        name="name"
        label="Your name for it"
        hint="Of the home: never anybody’s"
      />
      <DraftText
        form={form}
        name="places"
        kind="whole"
        label="Places on its certificate"
        hint="The last ones come or go"
      />
      <DraftSelect form={form} name="genders" label="Takes" options={genders} />
      <DraftText form={form} name="ageFrom" kind="whole" label="Youngest, in years" />
      <DraftText form={form} name="ageTo" kind="whole" label="Oldest, in years" />
      <DraftText
        form={form}
        name="noticeDays"
        kind="whole"
        label="Notice it needs, in days"
        hint="0 where it needs none"
      />
      <DraftText form={form} name="opensOn" kind="day" label="First day, if it is to open" />
      <DraftText form={form} name="closesOn" kind="day" label="Closed for good from" />
      <DraftText
        form={form}
        name="location"
        label="Where it is, degrees north and east"
        hint="52.95, -1.15. Only your own organisation sees it."
      />
      <div className="market-fields__whole">
        <FieldChoices
          id={`${homeFormId}needs`}
          kind="checkboxes"
          label="Needs it can meet"
          problem={form.problemOf(`${homeFormId}needs`)}
          choices={needs}
          chosen={draft.needs}
          onChange={(value, on) => onChange({ ...draft, needs: toggled(draft.needs, value, on) })}
        />
      </div>
      <div className="market-fields__whole">
        <FieldChoices
          id={`${homeFormId}flags`}
          kind="checkboxes"
          label="And"
          choices={homeFlags}
          chosen={draft.flags}
          onChange={(value, on) => onChange({ ...draft, flags: toggled(draft.flags, value, on) })}
        />
      </div>
    </FoldedForm>
  );
}
