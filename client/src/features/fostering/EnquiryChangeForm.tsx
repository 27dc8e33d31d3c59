import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { useState } from 'react';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { differing, fieldsOf } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { ChangeEnquiryMutation } from './enquiry-mutations.ts';
import type { Enquiry } from './enquiry-queries.ts';
import { factsInWords } from './enquiry-words.ts';
import { choicesOf, typed } from './form-choices.ts';

const id = 'change-';
const fields = fieldsOf(id, {
  source: 'Where it came from',
  householdType: 'Household',
  campaign: 'Campaign',
  area: 'Postcode district',
});

const factsOf = ({ source, householdType, campaign, area }: Enquiry) => ({
  ...{ source, householdType },
  campaign: campaign ?? '',
  area: area ?? '',
});

/** As they are sent: empty texts are none. */
const sentOf = ({ campaign, area, ...codes }: ReturnType<typeof factsOf>) => ({
  ...codes,
  campaign: typed(campaign),
  area: typed(area.toUpperCase()),
});

/** Puts right what is said of an enquiry besides its events; what somebody else changed meanwhile stays. */
export function EnquiryChangeForm(props: {
  readonly enquiry: Enquiry;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { enquiry, onStale, onDone } = props;
  // As they were when the form was opened: what somebody else put right meanwhile is not put back.
  const [before, setBefore] = useState(() => factsOf(enquiry));
  const form = useMarketForm(ChangeEnquiryMutation, {
    ...{ id, fields, onStale, draft: before },
    onDone: ({ changeEnquiry }) => {
      setBefore(factsOf(changeEnquiry));
      form.onChange(factsOf(changeEnquiry));
      onDone(`Put right: ${enquiry.reference}.`);
    },
  });
  return (
    <FoldedForm
      title="Put right what is known of it"
      form={form}
      present={factsInWords(enquiry)}
      button="Put it right"
      working="Putting it right"
      onSubmit={() =>
        void form.send({
          ...{ id: enquiry.id, version: enquiry.version },
          ...differing(sentOf(form.draft), sentOf(before)),
        })
      }
    >
      <DraftSelect
        form={form}
        name="source"
        label="Where it came from"
        options={choicesOf(enquirySources)}
      />
      <DraftSelect
        form={form}
        name="householdType"
        label="Household"
        options={choicesOf(enquiryHouseholdTypes)}
      />
      <DraftText form={form} name="area" label="Postcode district" hint="NG7, and no more" />
      <DraftText form={form} name="campaign" label="Campaign" hint="Its code, if there was one" />
    </FoldedForm>
  );
}
