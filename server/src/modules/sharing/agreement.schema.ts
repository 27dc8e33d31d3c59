import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Organisation } from '../access/organisation.schema.ts';
import { Consortium } from '../authorities/authorities.schema.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { AgreementRecord, PartyRecord } from './agreement.ts';
import { accessReviewDue, notInForceToday } from './agreement.ts';
import {
  countAgreements,
  findAgreements,
  listAgreements,
  textOfKey,
  versionsOf,
  viewerCan,
  viewerCanRenew,
} from './agreements.service.ts';
import {
  AgreementStatusEnum,
  PartyRoleEnum,
  SharingLevelEnum,
  SharingRecipientEnum,
} from './sharing-enums.schema.ts';

const Party = builder.objectRef<PartyRecord>('SharingParty').implement({
  description: 'An organisation that is party to an agreement, by its offices, never by persons.',
  authScopes: { signedIn: true, permission: 'agreement:read' },
  fields: (t) => ({
    organisation: t.expose('organisation', { type: Organisation, description: 'Who it is.' }),
    role: t.expose('role', { type: PartyRoleEnum, description: 'Its part in the processing.' }),
    icoNumber: t.exposeString('icoNumber', {
      nullable: true,
      description: 'Registration with the Information Commissioner.',
    }),
    dpoContact: t.exposeString('dpoContact', { description: 'Its data protection office.' }),
    signatory: t.exposeString('signatory', {
      description: 'The office that signs, for example Senior Information Risk Owner.',
    }),
    signedAt: t.expose('signedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it signed; null if it has not.',
    }),
    signedBy: t.exposeString('signedBy', {
      nullable: true,
      description: 'Account that signed; null if none has.',
    }),
  }),
});

const Item = builder.objectRef<AgreementRecord['items'][number]>('SharingItem').implement({
  description: 'What each signed party lets a kind of recipient see of one dataset.',
  authScopes: { signedIn: true, permission: 'agreement:read' },
  fields: (t) => ({
    dataset: t.exposeString('dataset', {
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    recipient: t.expose('recipient', { type: SharingRecipientEnum, description: 'Who sees it.' }),
    level: t.expose('level', { type: SharingLevelEnum, description: 'How much of it.' }),
    granularity: t.exposeString('granularity', {
      description: 'What a row is about: region, authority, provider or home.',
    }),
    minimumCount: t.exposeInt('minimumCount', {
      description:
        'Counts below this, zero excepted, are not released: 8 or more at RELEASED, and 0 from EXACT on.',
    }),
    rounding: t.exposeInt('rounding', {
      description:
        'Counts are released to the nearest so many: 5 or more at RELEASED, and 1 from EXACT on.',
    }),
    historyMonths: t.exposeInt('historyMonths', { description: 'How far back. Unit: months.' }),
  }),
});

const AgreementRef = builder.objectRef<AgreementRecord>('SharingAgreement');

export const SharingAgreement = builder.node(AgreementRef, {
  description:
    'One version of a sharing agreement: who lets whom see what, from when to when, signed by whom.',
  id: { resolve: textOfKey, description: 'Global and opaque; names agreement and version.' },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'draftedById' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, context) => findAgreements(context.viewer, ids),
  authScopes: { signedIn: true, permission: 'agreement:read' },
  fields: (t) => ({
    reference: t.exposeString('reference', {
      description: 'For people, for example D2N2/2026/01.',
    }),
    version: t.exposeInt('version', {
      description: 'Counted from 1: a change makes a new version and overwrites nothing.',
    }),
    title: t.exposeString('title', { description: 'Title.' }),
    status: t.expose('status', { type: AgreementStatusEnum, description: 'Where it stands.' }),
    revision: t.exposeInt('revision', {
      description: 'Grows by one with every change; a change names the revision it saw.',
    }),
    synthetic: t.exposeBoolean('synthetic', { description: 'True where it is made up.' }),
    consortium: t.field({
      type: Consortium,
      description: 'Whose agreement it is.',
      resolve: async ({ consortiumCode }, _args, { viewer }) =>
        (await findConsortium(viewer, consortiumCode)) as never,
    }),
    draftedBy: t.expose('draftedBy', { type: Organisation, description: 'Who drafted it.' }),
    purposes: t.exposeStringList('purposes', {
      description: 'Any of comparison, sufficiency planning, vacancy matching, member review.',
    }),
    whyNecessary: t.exposeString('whyNecessary', { description: 'Why sharing is necessary.' }),
    statutoryGateway: t.exposeString('statutoryGateway', {
      description: 'The law that allows it.',
    }),
    lawfulBasisArticle6: t.exposeString('lawfulBasisArticle6', {
      description: 'Lawful basis under UK GDPR Art. 6.',
    }),
    conditionArticle9: t.exposeString('conditionArticle9', {
      nullable: true,
      description: 'Condition for special category data under Art. 9.',
    }),
    conditionSchedule1: t.exposeString('conditionSchedule1', {
      nullable: true,
      description: 'Condition under Schedule 1 of the Data Protection Act 2018.',
    }),
    policyDocumentReference: t.exposeString('policyDocumentReference', {
      nullable: true,
      description: 'The appropriate policy document.',
    }),
    categoriesOfPeople: t.exposeStringList('categoriesOfPeople', {
      description: 'Whom the data is about.',
    }),
    containsSpecialCategory: t.exposeBoolean('containsSpecialCategory', {
      description: 'Whether special category data is shared.',
    }),
    containsCriminal: t.exposeBoolean('containsCriminal', {
      description: 'Whether data on criminal offences is shared.',
    }),
    rightsContact: t.exposeString('rightsContact', {
      description: 'Who answers a person who asks for their rights (Art. 26).',
    }),
    processorTerms: t.exposeString('processorTerms', {
      nullable: true,
      description: 'Terms of a processor (Art. 28); null where none processes.',
    }),
    dpiaReference: t.exposeString('dpiaReference', {
      nullable: true,
      description: 'The data protection impact assessment.',
    }),
    dpiaDatedOn: t.expose('dpiaDatedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Its day; without one nothing is shared.',
    }),
    residualRisk: t.exposeString('residualRisk', {
      nullable: true,
      description: 'The risk that remains.',
    }),
    privacyNoticeUrls: t.exposeStringList('privacyNoticeUrls', { description: 'Privacy notices.' }),
    securityMeasures: t.exposeString('securityMeasures', {
      description: 'How the data is kept safe.',
    }),
    breachContact: t.exposeString('breachContact', { description: 'Whom to tell of a breach.' }),
    breachHours: t.exposeInt('breachHours', { description: 'Within how many hours.' }),
    retention: t.exposeString('retention', { description: 'How long it is kept.' }),
    deletionAtEnd: t.exposeString('deletionAtEnd', {
      description: 'What is deleted or returned at the end.',
    }),
    internationalTransfer: t.exposeString('internationalTransfer', {
      description: 'Whether data leaves the United Kingdom.',
    }),
    onwardSharing: t.exposeString('onwardSharing', {
      description: 'Whether recipients may pass it on.',
    }),
    auditRight: t.exposeString('auditRight', { description: 'Who may check that it is kept.' }),
    terminationNotice: t.exposeString('terminationNotice', { description: 'How it can be ended.' }),
    startsOn: t.expose('startsOn', { type: 'LocalDate', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'LocalDate', description: 'Last day.' }),
    reviewDueOn: t.expose('reviewDueOn', {
      type: 'LocalDate',
      description: 'By when the agreement itself is looked at again.',
    }),
    accessReviewMonths: t.exposeInt('accessReviewMonths', {
      description: 'Access is reviewed at least every so many months.',
    }),
    accessReviewedOn: t.expose('accessReviewedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When access was last reviewed; null before the first time.',
    }),
    accessReviewDueOn: t.field({
      type: 'LocalDate',
      description: 'Last day of sight without another access review.',
      resolve: accessReviewDue,
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was suspended or ended; null otherwise.',
    }),
    parties: t.expose('parties', { type: [Party], description: 'By name.' }),
    items: t.expose('items', { type: [Item], description: 'What is shared, dataset by dataset.' }),
    inForce: t.boolean({
      description: 'True where it gives sight today to two signed parties or more.',
      resolve: (agreement, _args, { clock }) => notInForceToday(agreement, clock).length === 0,
    }),
    notInForceBecause: t.stringList({
      description:
        'Why it gives nobody sight today, one sentence each; empty where it is in force.',
      resolve: (agreement, _args, { clock }) => notInForceToday(agreement, clock),
    }),
    versions: t.field({
      type: [AgreementRef],
      description: 'All its versions that you may read, newest first.',
      resolve: (agreement, _args, { viewer }) => versionsOf(viewer, agreement),
    }),
    viewerCanEdit: t.boolean({
      description: 'Whether you may change this draft.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'edit'),
    }),
    viewerCanDelete: t.boolean({
      description: 'Whether you may delete this draft.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'delete'),
    }),
    viewerCanPropose: t.boolean({
      description: 'Whether you may ask its parties to sign.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'propose'),
    }),
    viewerCanSign: t.boolean({
      description: 'Whether you may sign it for your organisation.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'sign'),
    }),
    viewerCanSuspend: t.boolean({
      description: 'Whether you may suspend it.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'suspend'),
    }),
    viewerCanResume: t.boolean({
      description: 'Whether you may resume it: only the organisation that suspended it may.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'resume'),
    }),
    viewerCanEnd: t.boolean({
      description: 'Whether you may end it, or withdraw the proposal.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'end'),
    }),
    viewerCanRenew: t.boolean({
      description:
        'Whether you may draft its next version: not while a later one is a draft or proposed, which versions then holds.',
      resolve: (agreement, _args, { viewer }) => viewerCanRenew(viewer, agreement),
    }),
    viewerCanRecordAccessReview: t.boolean({
      description: 'Whether you may record that access was reviewed.',
      resolve: (agreement, _args, { viewer }) => viewerCan(viewer, agreement, 'recordAccessReview'),
    }),
  }),
});

builder.queryFields((t) => ({
  sharingAgreement: t.field({
    type: SharingAgreement,
    nullable: true,
    description: 'A version of an agreement by its id; null if there is none that you may read.',
    args: {
      id: t.arg.globalID({
        required: true,
        for: SharingAgreement,
        description: 'As `id` of the version.',
      }),
    },
    authScopes: { signedIn: true, permission: 'agreement:read' },
    resolve: async (_root, { id }, { viewer }) =>
      (await findAgreements(viewer, [id.id]))[0] ?? null,
  }),
  sharingAgreements: t.connection(
    {
      type: SharingAgreement,
      description:
        'Versions of sharing agreements of your consortia, changed last first; drafts of your own organisation only.',
      args: {
        consortium: t.arg.string({ description: 'Only those of this consortium: its code.' }),
        status: t.arg({ type: AgreementStatusEnum, description: 'Only those that stand so.' }),
      },
      authScopes: { signedIn: true, permission: 'agreement:read' },
      resolve: async (_root, args, { viewer }) => {
        const maxSize = largestPageOf(args);
        const page = await resolveOffsetConnection({ args, defaultSize: 50, maxSize }, (slice) =>
          listAgreements(viewer, args, slice),
        );
        return { ...page, filter: args };
      },
    },
    {
      name: 'SharingAgreementConnection',
      description: 'A page of sharing agreements.',
      authScopes: { signedIn: true, permission: 'agreement:read' },
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page, _args, { viewer }) =>
            countAgreements(viewer, (page as unknown as { filter: object }).filter),
        }),
      }),
    },
    {
      name: 'SharingAgreementEdge',
      description: 'A sharing agreement in a page.',
      authScopes: { signedIn: true, permission: 'agreement:read' },
    },
  ),
}));
