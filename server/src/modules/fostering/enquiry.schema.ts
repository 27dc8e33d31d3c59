import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { findOrganisations } from '../access/organisations.service.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { askedOfEnquiry } from './asked.service.ts';
import type { EnquiryFilter } from './enquiries.service.ts';
import {
  canAttributeEnquiry,
  canWriteEnquiry,
  countEnquiries,
  enquiryById,
  enquiryWhy,
  findEnquiries,
  linkedTo,
  listEnquiries,
} from './enquiries.service.ts';
import type { EnquiryStatus, StageReached } from './enquiry-record.ts';
import {
  EnquiryEventRef,
  EnquiryQueryRef,
  EnquiryRef,
  EnquiryTransferRef,
  readsEnquiries,
} from './enquiry-reference.schema.ts';
import { eventsOfEnquiry, transfersOfEnquiry } from './events.service.ts';

/** How an enquiry stands today. */
export const StatusEnum = builder.enumType('EnquiryStatus', {
  description: 'Where an enquiry stands.',
  values: {
    OPEN: { description: 'It goes on.' },
    ON_HOLD: { description: 'It goes on later.' },
    APPROVED: { description: 'The household is approved.' },
    WITHDRAWN: { description: 'The household or the service withdrew.' },
    NOT_APPROVED: { description: 'The household was not approved.' },
  } satisfies Record<EnquiryStatus, object>,
});

const Reached = builder.objectRef<StageReached>('EnquiryStageReached').implement({
  description: 'A stage that an enquiry has reached.',
  authScopes: readsEnquiries,
  fields: (t) => ({
    stage: t.exposeString('stage', { description: 'Code.' }),
    on: t.expose('on', { type: 'LocalDate', description: 'The first day on which it did.' }),
  }),
});

builder.node(EnquiryRef, {
  description:
    'A prospective fostering household from its first contact on, under a reference that names nobody.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'backLoaded' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findEnquiries(viewer, ids),
  authScopes: readsEnquiries,
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'Of its holder’s own system.' }),
    consortium: t.exposeString('consortiumCode', { description: 'Code of the consortium.' }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The authority it is attributed to; null while it is to none.',
      resolve: ({ authorityCode }, _args, { viewer }) =>
        authorityCode === null ? null : findAuthority(viewer, authorityCode),
    }),
    heldBy: t.string({
      description: 'The organisation that took it and holds it.',
      resolve: async ({ tenantId }, _args, { viewer }) =>
        (await findOrganisations(viewer, [tenantId]))[0]?.name ?? '',
    }),
    source: t.exposeString('source', {
      description: 'How the household heard of fostering, by code: WEB, SOCIAL, CARER …',
    }),
    campaign: t.exposeString('campaign', {
      nullable: true,
      description: 'The holder’s code of a campaign.',
    }),
    area: t.exposeString('area', { nullable: true, description: 'Postcode district: NG7.' }),
    householdType: t.exposeString('householdType', {
      description: 'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS or SUPPORTED-LODGINGS.',
    }),
    backLoaded: t.exposeBoolean('backLoaded', {
      description: 'Entered long after it happened: counted, but kept out of how long things take.',
    }),
    status: t.expose('status', { type: StatusEnum, description: 'Where it stands.' }),
    receivedOn: t.expose('receivedOn', { type: 'LocalDate', description: 'When it came.' }),
    receivedAt: t.expose('receivedAt', {
      type: 'Instant',
      nullable: true,
      description: 'The moment, if known.',
    }),
    firstResponseAt: t.expose('firstResponseAt', {
      type: 'Instant',
      nullable: true,
      description: 'The moment of the first response, if known.',
    }),
    reached: t.field({
      type: [Reached],
      description: 'Stages it has reached, in the order in which it did.',
      resolve: ({ reached }) => [...reached],
    }),
    closedOn: t.expose('closedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it was approved, withdrawn or not approved; null while it is open.',
    }),
    withdrawalReason: t.exposeString('withdrawalReason', {
      nullable: true,
      description: 'AW0 to AW5, by Ofsted’s codes.',
    }),
    withdrawnBy: t.exposeString('withdrawnBy', {
      nullable: true,
      description: 'HOUSEHOLD or SERVICE.',
    }),
    withdrawnAtStage: t.exposeString('withdrawnAtStage', {
      nullable: true,
      description: 'Code of the last stage it had reached when it was withdrawn.',
    }),
    onHoldSince: t.expose('holdSince', {
      type: 'LocalDate',
      nullable: true,
      description: 'Null where it is not on hold.',
    }),
    heldDays: t.exposeInt('heldDays', { description: 'Holds that are over. Unit: days.' }),
    duplicateOf: t.field({
      type: EnquiryRef,
      nullable: true,
      description: 'The enquiry it repeats: this one is not counted.',
      resolve: ({ duplicateOf }, _args, { viewer }) =>
        duplicateOf === null ? null : enquiryById(viewer, duplicateOf),
    }),
    duplicates: t.field({
      type: [EnquiryRef],
      description: 'Enquiries that repeat it, as far as you may see them.',
      resolve: async ({ id }, _args, { viewer }) => (await linkedTo.duplicates(viewer, id)) ?? [],
    }),
    isDuplicate: t.boolean({
      description: 'True where it repeats another, whether or not you see that one.',
      resolve: ({ duplicateOf }) => duplicateOf !== null,
    }),
    reapplicationOf: t.field({
      type: EnquiryRef,
      nullable: true,
      description: 'The enquiry of the same household that had ended before.',
      resolve: ({ reapplicationOf }, _args, { viewer }) =>
        reapplicationOf === null ? null : enquiryById(viewer, reapplicationOf),
    }),
    reapplications: t.field({
      type: [EnquiryRef],
      description: 'Later enquiries of the same household, as far as you may see them.',
      resolve: async ({ id }, _args, { viewer }) =>
        (await linkedTo.reapplications(viewer, id)) ?? [],
    }),
    events: t.field({
      type: [EnquiryEventRef],
      description: 'All that was recorded of it, in the order in which it happened.',
      resolve: async ({ id }, _args, { viewer }) => (await eventsOfEnquiry(viewer, id)) ?? [],
    }),
    queries: t.field({
      type: [EnquiryQueryRef],
      description: 'What was asked of it, for those who may answer.',
      resolve: async ({ id }, _args, { viewer }) => (await askedOfEnquiry(viewer, id)) ?? [],
    }),
    transfers: t.field({
      type: [EnquiryTransferRef],
      description: 'How it passed from authority to authority.',
      resolve: async ({ id }, _args, { viewer }) => (await transfersOfEnquiry(viewer, id)) ?? [],
    }),
    why: t.string({
      description: 'Why you may see it: “own”, or the agreement.',
      resolve: (enquiry, _args, { viewer }) => enquiryWhy(viewer, enquiry),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanWrite: t.boolean({
      description: 'Whether you may add what happened to it.',
      resolve: (enquiry, _args, { viewer }) => canWriteEnquiry(viewer, enquiry),
    }),
    viewerCanAttribute: t.boolean({
      description: 'Whether you may attribute, transfer and link it.',
      resolve: (enquiry, _args, { viewer }) => canAttributeEnquiry(viewer, enquiry),
    }),
  }),
});

const Filter = builder.inputType('EnquiryFilter', {
  description: 'Which enquiries; what is absent does not matter.',
  fields: (t) => ({
    consortium: t.string({ description: 'Code: d2n2.' }),
    authorities: t.field({ type: ['GssCode'], description: 'Attributed to one of these.' }),
    unattributed: t.boolean({ description: 'True: only those attributed to none.' }),
    sources: t.stringList({ description: 'Codes: WEB, SOCIAL …' }),
    campaigns: t.stringList({ description: 'Codes of campaigns.' }),
    householdTypes: t.stringList({ description: 'Codes: MAINSTREAM …' }),
    statuses: t.field({ type: [StatusEnum], description: 'In one of these.' }),
    awaitingFirstResponse: t.boolean({
      description: 'True: only those that are open and that nobody has answered.',
    }),
    reference: t.string({ description: 'The beginning of their reference.' }),
    receivedFrom: t.field({ type: 'LocalDate', description: 'That came on this day or later.' }),
    receivedTo: t.field({ type: 'LocalDate', description: 'That came on this day or before.' }),
    oldestFirst: t.boolean({ description: 'True: those that came first first.' }),
  }),
});

builder.queryField('enquiries', (t) =>
  t.connection(
    {
      type: EnquiryRef,
      description:
        'Enquiries to foster: those that you hold or that are attributed to your authorities, and others’ where agreements show records. The latest first.',
      args: { filter: t.arg({ type: Filter, description: 'Which; all where absent.' }) },
      authScopes: readsEnquiries,
      resolve: async (_root, args, { viewer }) => {
        const filter: EnquiryFilter = args.filter ?? {};
        return {
          ...(await resolveOffsetConnection(
            { args, defaultSize: 50, maxSize: largestPageOf(args) },
            (page) => listEnquiries(viewer, filter, page),
          )),
          filter,
        };
      },
    },
    {
      name: 'EnquiryConnection',
      description: 'A page of enquiries.',
      authScopes: readsEnquiries,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) =>
            countEnquiries(viewer, (page as unknown as { filter: EnquiryFilter }).filter),
        }),
      }),
    },
    { name: 'EnquiryEdge', description: 'An enquiry in a page.', authScopes: readsEnquiries },
  ),
);

builder.queryField('enquiry', (t) =>
  t.field({
    type: EnquiryRef,
    nullable: true,
    description: 'An enquiry; null if there is none that you may see.',
    args: { id: t.arg.globalID({ for: EnquiryRef, required: true, description: 'Its id.' }) },
    authScopes: readsEnquiries,
    resolve: (_root, { id }, { viewer }) => enquiryById(viewer, id.id),
  }),
);
