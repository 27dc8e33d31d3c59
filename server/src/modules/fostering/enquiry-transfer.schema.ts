import { builder } from '../../graphql/builder.ts';
import {
  attributeEnquiry,
  linkDuplicate,
  linkReapplication,
  transferEnquiry,
} from './enquiry-changes.service.ts';
import { EnquiryRef, writesEnquiries } from './enquiry-reference.schema.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** Which enquiry, and which version of it the person saw. */
const seenFields = (t: InputFields) => ({
  id: t.globalID({
    for: EnquiryRef,
    required: true,
    description: 'An enquiry that your organisation holds.',
  }),
  version: t.int({ required: true, description: 'The version of it that you saw.' }),
});

const AttributeInput = builder.inputType('AttributeEnquiryInput', {
  description: 'Which authority an enquiry is for.',
  fields: (t) => ({
    ...seenFields(t),
    authority: t.field({ type: 'GssCode', required: true, description: 'A member.' }),
    on: t.field({ type: 'LocalDate', description: 'Since when; today where absent.' }),
  }),
});

builder.mutationField('attributeEnquiry', (t) =>
  t.field({
    type: EnquiryRef,
    description: 'Attributes an enquiry that was attributed to no authority.',
    args: { input: t.arg({ type: AttributeInput, required: true, description: 'To which.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      attributeEnquiry(viewer, { ...input, id: input.id.id }),
  }),
);

const TransferInput = builder.inputType('TransferEnquiryInput', {
  description: 'That an enquiry passes to another authority.',
  fields: (t) => ({
    ...seenFields(t),
    to: t.field({ type: 'GssCode', description: 'A member; leave it out for none.' }),
    on: t.field({ type: 'LocalDate', description: 'Since when; today where absent.' }),
    reason: t.string({
      required: true,
      description: 'MOVED, CAPACITY, CHOICE, MISTAKE, ATTRIBUTED or OTHER.',
    }),
  }),
});

builder.mutationField('transferEnquiry', (t) =>
  t.field({
    type: EnquiryRef,
    description:
      'Transfers an enquiry to another authority. The one before sees the transfer from then on, and the enquiry no more.',
    args: { input: t.arg({ type: TransferInput, required: true, description: 'To whom.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      transferEnquiry(viewer, { ...input, id: input.id.id, to: input.to ?? null }),
  }),
);

const LinkInput = builder.inputType('LinkEnquiryInput', {
  description: 'Two enquiries that belong together.',
  fields: (t) => ({
    ...seenFields(t),
    to: t.globalID({ for: EnquiryRef, description: 'The other; leave it out to undo the link.' }),
  }),
});

builder.mutationField('linkDuplicateEnquiry', (t) =>
  t.field({
    type: EnquiryRef,
    description: 'Says that an enquiry repeats another one: it is not counted again.',
    args: { input: t.arg({ type: LinkInput, required: true, description: 'Which.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      linkDuplicate(viewer, { ...input, id: input.id.id, to: input.to?.id ?? null }),
  }),
);

builder.mutationField('linkReapplication', (t) =>
  t.field({
    type: EnquiryRef,
    description:
      'Says that an enquiry comes from a household whose earlier one had ended: both are counted, the household once.',
    args: { input: t.arg({ type: LinkInput, required: true, description: 'Which.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      linkReapplication(viewer, { ...input, id: input.id.id, to: input.to?.id ?? null }),
  }),
);
