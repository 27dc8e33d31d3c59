import { transferReasons } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { AttributeEnquiryMutation, TransferEnquiryMutation } from './enquiry-mutations.ts';
import type { Enquiry, Member } from './enquiry-queries.ts';
import { choicesOf, typed } from './form-choices.ts';

interface PassOn {
  readonly enquiry: Enquiry;
  readonly members: readonly Member[];
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}

/** Passes an enquiry on: to its first authority, or from one to another. */
export function EnquiryTransferForm(props: PassOn) {
  return props.enquiry.authority ? <Transfer {...props} /> : <Attribute {...props} />;
}

const membersAs = (members: readonly Member[], without: string | undefined) =>
  members
    .filter(({ code }) => code !== without)
    .map(({ code, name }) => ({ value: code, text: name }));

const nameOf = (members: readonly Member[], code: string) =>
  members.find((member) => member.code === code)?.name ?? 'no authority';

const attributeId = 'attribute-';
const attributeFields = fieldsOf(attributeId, { authority: 'The authority', on: 'The day' });

function Attribute({ enquiry, members, onStale, onDone }: PassOn) {
  const id = attributeId;
  const form = useMarketForm(AttributeEnquiryMutation, {
    ...{ id, onStale, fields: attributeFields, draft: { authority: '', on: '' } },
    onDone: () => onDone(`Attributed: ${enquiry.reference}, to ${nameOf(members, authority)}.`),
  });
  const { authority, on } = form.draft;
  return (
    <FoldedForm
      title="Attribute it to an authority"
      form={form}
      present={`it is attributed to ${enquiry.authority?.name ?? 'no authority yet'}.`}
      button="Attribute it"
      working="Attributing"
      onSubmit={() =>
        void form.send(
          { id: enquiry.id, version: enquiry.version, authority, on: typed(on) },
          missingFrom(id, { authority: authority === '' && 'Choose the authority' }),
        )
      }
    >
      <DraftSelect
        form={form}
        name="authority"
        label="Authority"
        options={[{ value: '', text: 'choose' }, ...membersAs(members, undefined)]}
      />
      <DraftText form={form} name="on" label="Since" hint="Today if left empty" kind="day" />
    </FoldedForm>
  );
}

const transferId = 'transfer-';
const transferFields = fieldsOf(transferId, {
  to: 'The authority',
  reason: 'The reason',
  on: 'The day',
});
const reasons = {
  codes: transferReasons.codes.filter(({ code }) => code !== 'ATTRIBUTED'),
};

function Transfer({ enquiry, members, onStale, onDone }: PassOn) {
  const id = transferId;
  const form = useMarketForm(TransferEnquiryMutation, {
    ...{ id, onStale, fields: transferFields, draft: { to: '', reason: '', on: '' } },
    onDone: () => onDone(`Transferred: ${enquiry.reference}, to ${nameOf(members, to)}.`),
  });
  const { to, reason, on } = form.draft;
  return (
    <FoldedForm
      title="Transfer it to another authority"
      form={form}
      present={`it is attributed to ${enquiry.authority?.name ?? 'no authority'}.`}
      button="Transfer it"
      working="Transferring"
      onSubmit={() =>
        void form.send(
          {
            ...{ id: enquiry.id, version: enquiry.version, reason, on: typed(on) },
            to: to === 'none' ? null : to,
          },
          missingFrom(id, {
            to: to === '' && 'Choose the authority',
            reason: reason === '' && 'Choose why',
          }),
        )
      }
    >
      <DraftSelect
        form={form}
        name="to"
        label="To"
        options={[
          { value: '', text: 'choose' },
          ...membersAs(members, enquiry.authority?.code),
          { value: 'none', text: 'no authority' },
        ]}
      />
      <DraftSelect form={form} name="reason" label="Why" options={choicesOf(reasons, 'choose')} />
      <DraftText form={form} name="on" label="Since" hint="Today if left empty" kind="day" />
    </FoldedForm>
  );
}
