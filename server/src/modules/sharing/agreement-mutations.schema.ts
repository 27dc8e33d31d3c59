import { builder } from '../../graphql/builder.ts';
import { SharingAgreement } from './agreement.schema.ts';
import {
  deleteDraftAgreement,
  draftAgreement,
  endAgreement,
  proposeAgreement,
  recordAccessReview,
  renewAgreement,
  resumeAgreement,
  signAgreement,
  suspendAgreement,
  updateDraftAgreement,
} from './agreement-changes.service.ts';
import { PartyRoleEnum, SharingLevelEnum, SharingRecipientEnum } from './sharing-enums.schema.ts';

const PartyInput = builder.inputType('SharingPartyInput', {
  description: 'An organisation that is to sign: name offices, never persons.',
  fields: (t) => ({
    organisation: t.string({
      required: true,
      description: 'Its slug: the hub, or who answers for a member.',
    }),
    role: t.field({
      type: PartyRoleEnum,
      required: true,
      description: 'Its part in the processing.',
    }),
    icoNumber: t.string({ description: 'Registration with the Information Commissioner.' }),
    dpoContact: t.string({ required: true, description: 'Its data protection office.' }),
    signatory: t.string({ required: true, description: 'The office that signs.' }),
  }),
});

const ItemInput = builder.inputType('SharingItemInput', {
  description: 'What each signed party lets a kind of recipient see of one dataset.',
  fields: (t) => ({
    dataset: t.string({
      required: true,
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    recipient: t.field({
      type: SharingRecipientEnum,
      required: true,
      description: 'Who sees it; reviewers, providers and the public RELEASED at most.',
    }),
    level: t.field({
      type: SharingLevelEnum,
      required: true,
      description: 'How much; RECORDS of providers, fostering and beds only.',
    }),
    granularity: t.string({ required: true, description: 'region, authority, provider or home.' }),
    minimumCount: t.int({
      required: true,
      description:
        'Counts below this, zero excepted, are not released: 8 to 100 at RELEASED, and 0 from EXACT on.',
    }),
    rounding: t.int({
      required: true,
      description: 'To the nearest so many: 5 to 100 at RELEASED, and 1 from EXACT on.',
    }),
    historyMonths: t.int({ required: true, description: 'How far back, in months: 0 to 240.' }),
  }),
});

/** What an agreement says, the same for a first draft and a changed one. */
const said = (t: FieldBuilder) => ({
  reference: t.string({
    required: true,
    description: 'For people; not one that was proposed before.',
  }),
  title: t.string({ required: true, description: 'Title.' }),
  purposes: t.stringList({
    required: true,
    description: 'Any of comparison, sufficiency planning, vacancy matching, member review.',
  }),
  whyNecessary: t.string({ required: true, description: 'Why sharing is necessary.' }),
  statutoryGateway: t.string({ required: true, description: 'The law that allows it.' }),
  lawfulBasisArticle6: t.string({
    required: true,
    description: 'Lawful basis under UK GDPR Art. 6.',
  }),
  conditionArticle9: t.string({ description: 'Needed where special category data is shared.' }),
  conditionSchedule1: t.string({
    description: 'Needed where data on criminal offences is shared.',
  }),
  policyDocumentReference: t.string({ description: 'The appropriate policy document.' }),
  categoriesOfPeople: t.stringList({ required: true, description: 'Whom the data is about.' }),
  containsSpecialCategory: t.boolean({
    required: true,
    description: 'Whether special category data is shared.',
  }),
  containsCriminal: t.boolean({
    required: true,
    description: 'Whether data on criminal offences is shared.',
  }),
  rightsContact: t.string({
    required: true,
    description: 'Who answers a person who asks for their rights.',
  }),
  processorTerms: t.string({ description: 'Needed where a party is a processor.' }),
  dpiaReference: t.string({
    description: 'The data protection impact assessment; needed before it is proposed.',
  }),
  dpiaDatedOn: t.field({
    type: 'LocalDate',
    description: 'Its day; needed before it is proposed.',
  }),
  residualRisk: t.string({ description: 'The risk that remains.' }),
  privacyNoticeUrls: t.stringList({ required: true, description: 'Addresses of privacy notices.' }),
  securityMeasures: t.string({ required: true, description: 'How the data is kept safe.' }),
  breachContact: t.string({ required: true, description: 'Whom to tell of a breach.' }),
  breachHours: t.int({ required: true, description: 'Within how many hours: 1 to 72.' }),
  retention: t.string({ required: true, description: 'How long it is kept.' }),
  deletionAtEnd: t.string({
    required: true,
    description: 'What is deleted or returned at the end.',
  }),
  internationalTransfer: t.string({
    required: true,
    description: 'Whether data leaves the United Kingdom.',
  }),
  onwardSharing: t.string({ required: true, description: 'Whether recipients may pass it on.' }),
  auditRight: t.string({ required: true, description: 'Who may check that it is kept.' }),
  terminationNotice: t.string({ required: true, description: 'How it can be ended.' }),
  startsOn: t.field({ type: 'LocalDate', required: true, description: 'First day.' }),
  endsOn: t.field({
    type: 'LocalDate',
    required: true,
    description: 'Last day, not before the first.',
  }),
  reviewDueOn: t.field({
    type: 'LocalDate',
    required: true,
    description: 'By when it is looked at again, between first and last day.',
  }),
  accessReviewMonths: t.int({
    required: true,
    description: 'Access is reviewed every so many months: 1 to 60.',
  }),
  parties: t.field({ type: [PartyInput], required: true, description: 'Two or more.' }),
  items: t.field({
    type: [ItemInput],
    required: true,
    description: 'One for each dataset and recipient.',
  }),
});

type FieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const target = (t: FieldBuilder) => ({
  id: t.globalID({ required: true, for: SharingAgreement, description: 'Which version.' }),
  revision: t.int({ required: true, description: 'The revision you saw.' }),
});

const DraftInput = builder.inputType('DraftAgreementInput', {
  description: 'A new agreement, seen by your organisation only until it is proposed.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code of a consortium of yours.' }),
    ...said(t),
  }),
});

const UpdateInput = builder.inputType('UpdateDraftAgreementInput', {
  description: 'All that a draft says from now on.',
  fields: (t) => ({ ...target(t), ...said(t) }),
});

const AgreementInput = builder.inputType('AgreementInput', {
  description: 'A version of an agreement, as you saw it.',
  fields: (t) => target(t),
});

const ReasonInput = builder.inputType('AgreementReasonInput', {
  description: 'A version of an agreement, and why you change it.',
  fields: (t) => ({
    ...target(t),
    reason: t.string({
      required: true,
      description: 'For everybody who reads it: 1 to 500 characters.',
    }),
  }),
});

const RenewInput = builder.inputType('RenewAgreementInput', {
  description: 'An agreement, and its later days.',
  fields: (t) => ({
    ...target(t),
    endsOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The new last day, later than before.',
    }),
    reviewDueOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'By when it is looked at again.',
    }),
  }),
});

/** An input with the id as services know it. */
const opened = <Input extends { id: { id: string } }>(input: Input) => ({
  ...input,
  id: input.id.id,
});

builder.mutationFields((t) => ({
  draftAgreement: t.field({
    type: SharingAgreement,
    description: 'Drafts an agreement. Only your organisation sees it until it is proposed.',
    args: { input: t.arg({ type: DraftInput, required: true, description: 'What it says.' }) },
    authScopes: { signedIn: true, permission: 'agreement:draft' },
    resolve: (_root, { input }, { viewer }) => draftAgreement(viewer, { ...input }),
  }),
  updateDraftAgreement: t.field({
    type: SharingAgreement,
    description: 'Replaces what a draft of your organisation says.',
    args: { input: t.arg({ type: UpdateInput, required: true, description: 'What it says now.' }) },
    authScopes: { signedIn: true, permission: 'agreement:draft' },
    resolve: (_root, { input }, { viewer }) => updateDraftAgreement(viewer, opened(input)),
  }),
  deleteDraftAgreement: t.globalID({
    description:
      'Deletes a draft of your organisation, which nobody else has seen; answers the id of what is gone.',
    args: { input: t.arg({ type: AgreementInput, required: true, description: 'Which draft.' }) },
    authScopes: { signedIn: true, permission: 'agreement:draft' },
    resolve: async (_root, { input }, { viewer }) => ({
      type: SharingAgreement,
      id: await deleteDraftAgreement(viewer, opened(input)),
    }),
  }),
  proposeAgreement: t.field({
    type: SharingAgreement,
    description:
      'Shows a draft to its consortium and asks its parties to sign. It no longer changes.',
    args: { input: t.arg({ type: AgreementInput, required: true, description: 'Which draft.' }) },
    authScopes: { signedIn: true, permission: 'agreement:draft' },
    resolve: (_root, { input }, { viewer }) => proposeAgreement(viewer, opened(input)),
  }),
  signAgreement: t.field({
    type: SharingAgreement,
    description: 'Signs for your organisation. With enough signatures it is in force at once.',
    args: { input: t.arg({ type: AgreementInput, required: true, description: 'Which version.' }) },
    authScopes: { signedIn: true, permission: 'agreement:sign' },
    resolve: (_root, { input }, { viewer }) => signAgreement(viewer, opened(input)),
  }),
  suspendAgreement: t.field({
    type: SharingAgreement,
    description: 'Closes all sight by an agreement at once, until you resume it.',
    args: { input: t.arg({ type: ReasonInput, required: true, description: 'Which, and why.' }) },
    authScopes: { signedIn: true, permission: 'agreement:suspend' },
    resolve: (_root, { input }, { viewer }) => suspendAgreement(viewer, opened(input)),
  }),
  resumeAgreement: t.field({
    type: SharingAgreement,
    description: 'Opens an agreement again that your organisation suspended.',
    args: { input: t.arg({ type: AgreementInput, required: true, description: 'Which version.' }) },
    authScopes: { signedIn: true, permission: 'agreement:suspend' },
    resolve: (_root, { input }, { viewer }) => resumeAgreement(viewer, opened(input)),
  }),
  endAgreement: t.field({
    type: SharingAgreement,
    description: 'Ends an agreement for good, and its sight at once; withdraws a proposal.',
    args: { input: t.arg({ type: ReasonInput, required: true, description: 'Which, and why.' }) },
    authScopes: { signedIn: true, permission: 'agreement:end' },
    resolve: (_root, { input }, { viewer }) => endAgreement(viewer, opened(input)),
  }),
  renewAgreement: t.field({
    type: SharingAgreement,
    description:
      'Drafts the next version with later days; answers that draft. The present one stays in force meanwhile.',
    args: {
      input: t.arg({ type: RenewInput, required: true, description: 'Which, and until when.' }),
    },
    authScopes: { signedIn: true, permission: 'agreement:draft' },
    resolve: (_root, { input }, { viewer }) => renewAgreement(viewer, opened(input)),
  }),
  recordAccessReview: t.field({
    type: SharingAgreement,
    description: 'Records that access under an agreement was reviewed today.',
    args: { input: t.arg({ type: AgreementInput, required: true, description: 'Which version.' }) },
    authScopes: { signedIn: true, permission: 'agreement:review' },
    resolve: (_root, { input }, { viewer }) => recordAccessReview(viewer, opened(input)),
  }),
}));
