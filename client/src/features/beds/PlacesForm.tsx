import {
  placeClosedReasons,
  placeStates,
  placeStateTitles,
} from '@sufficiency/shared/beds/places.ts';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import type { DraftForm } from '../providers/market-draft.ts';
import { rowForm } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { countsSentence, homeName } from './home-words.ts';
import type { Home, HomePlace } from './homes-queries.ts';
import { UpdateBedsMutation } from './homes-queries.ts';
import type { PlaceDraft, PlacesDraft } from './places-draft.ts';
import { changedPlaces, draftOf, fieldsOfPlaces, withOthers } from './places-draft.ts';

const id = 'places-';

const states = placeStates.map((value) => ({ value, text: placeStateTitles[value] }));
const reasons = [
  { value: '', text: 'choose' },
  ...placeClosedReasons.codes.map(({ code, label }) => ({ value: code, text: label })),
];

/** Says how the places of a home are. Whoever says it confirms the home by that. */
export function PlacesForm(props: {
  readonly home: Home;
  readonly places: readonly HomePlace[];
  readonly beside: ReactNode;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { home, places, beside, onStale, onDone } = props;
  // Others may have changed the home while this was open: only what was changed here is sent.
  const [before, setBefore] = useState(() => draftOf(places));
  const form = useMarketForm(UpdateBedsMutation, {
    ...{ id, onStale, draft: draftOf(places) },
    fields: (draft) => fieldsOfPlaces(id, draft, before),
    onDone: ({ updateBeds }) =>
      onDone(`${homeName(updateBeds)}: ${countsSentence(updateBeds.counts)}.`),
  });
  const now = draftOf(places);
  if (JSON.stringify(now) !== JSON.stringify(before)) {
    setBefore(now);
    form.onChange(withOthers(form.draft, before, now));
  }
  const changed = changedPlaces(form.draft, before);
  return (
    <FoldedForm
      title="Change how its places are"
      form={form}
      present={`${countsSentence(home.counts)}.`}
      button="Save and confirm"
      working="Saving"
      beside={beside}
      onSubmit={() =>
        void form.send(
          { home: home.id, version: home.version, places: changed },
          changed.length > 0
            ? []
            : [{ field: null, message: 'No place is changed. If that is so, confirm the home.' }],
        )
      }
    >
      {form.draft.places.map(({ number }, index) => (
        <PlaceFields
          key={number}
          form={rowForm<PlaceDraft, 'places', PlacesDraft>(form, 'places', index)}
        />
      ))}
    </FoldedForm>
  );
}

function PlaceFields(props: { readonly form: DraftForm<PlaceDraft> }) {
  const { form } = props;
  const { number, state, block } = form.draft;
  return (
    <fieldset className="govuk-fieldset market-row market-fields__whole">
      <legend className="govuk-fieldset__legend">
        Place {number}
        {block !== null && `, block of ${block}`}
      </legend>
      <div className="market-fields">
        <DraftSelect form={form} name="state" label="State" options={states} />
        {state === 'CLOSED' && (
          <DraftSelect form={form} name="reason" label="Why it takes nobody" options={reasons} />
        )}
        {state === 'RESERVED' && (
          <DraftText form={form} name="reservedUntil" kind="day" label="Reserved until" />
        )}
      </div>
    </fieldset>
  );
}
