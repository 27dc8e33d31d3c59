import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { labelIn, transferReasons } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { oddities } from '@sufficiency/shared/fostering/event-order.ts';
import { eventTitle } from '@sufficiency/shared/fostering/events.ts';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import type { Viewer } from '../access/viewer.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import type { queryAnswers } from './asked.service.ts';
import { countAsked, findAsked, listAsked } from './asked.service.ts';
import { enquiryById } from './enquiries.service.ts';
import {
  EnquiryEventRef,
  EnquiryQueryRef,
  EnquiryRef,
  EnquiryTransferRef,
  readsEnquiries,
} from './enquiry-reference.schema.ts';
import type { EventRecord } from './events.service.ts';
import {
  countTransfers,
  findEvents,
  findTransfers,
  listTransfers,
  stagesOfVersion,
} from './events.service.ts';
import { stageSetsOf } from './stages.service.ts';

async function titleOf(viewer: Viewer, event: EventRecord): Promise<string> {
  const enquiry = await enquiryById(viewer, event.enquiryId);
  const sets = enquiry ? await stageSetsOf(viewer, enquiry.consortiumCode) : [];
  return eventTitle(event.kind, stagesOfVersion(sets, event.stageSetVersion));
}

builder.node(EnquiryEventRef, {
  description:
    'Something that happened to an enquiry. It is never changed: a correction retracts it.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'stageSetVersion' in value,
  loadMany: (ids, { viewer }) => findEvents(viewer, ids),
  authScopes: readsEnquiries,
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'Code of a stage, or WITHDRAWN, NOT-APPROVED, ON-HOLD or RESUMED.',
    }),
    title: t.string({
      description: 'What it was called when it happened.',
      resolve: (event, _args, { viewer }) => titleOf(viewer, event),
    }),
    on: t.expose('on', { type: 'LocalDate', description: 'The day on which it happened.' }),
    at: t.expose('at', { type: 'Instant', nullable: true, description: 'The moment, if known.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why a household withdrew: AW0 to AW5, by Ofsted’s codes.',
    }),
    byWhom: t.exposeString('byWhom', {
      nullable: true,
      description: 'Who withdrew: HOUSEHOLD or SERVICE.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'When it was recorded.' }),
    retractedAt: t.expose('retractedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was retracted: it counts no more.',
    }),
    enquiry: t.field({
      type: EnquiryRef,
      nullable: true,
      description: 'The enquiry it is of.',
      resolve: ({ enquiryId }, _args, { viewer }) => enquiryById(viewer, enquiryId),
    }),
  }),
});

builder.node(EnquiryTransferRef, {
  description:
    'That an enquiry passed from one authority to another, for the first time to one, or to none.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'toAuthorityCode' in value,
  loadMany: (ids, { viewer }) => findTransfers(viewer, ids),
  authScopes: readsEnquiries,
  fields: (t) => ({
    from: t.field({
      type: Authority,
      nullable: true,
      description: 'Null where it was attributed to none.',
      resolve: ({ fromAuthorityCode: code }, _args, { viewer }) =>
        code === null ? null : findAuthority(viewer, code),
    }),
    to: t.field({
      type: Authority,
      nullable: true,
      description: 'Null where it is attributed to none from then on.',
      resolve: ({ toAuthorityCode: code }, _args, { viewer }) =>
        code === null ? null : findAuthority(viewer, code),
    }),
    on: t.expose('on', { type: 'LocalDate', description: 'The day.' }),
    reason: t.exposeString('reason', { description: 'Why, by code.' }),
    reasonInWords: t.string({
      description: 'Why, in words.',
      resolve: ({ reason }) => labelIn(transferReasons, reason),
    }),
    enquiry: t.field({
      type: EnquiryRef,
      nullable: true,
      description:
        'The enquiry; null where you do not see it, as it is another authority’s by now.',
      resolve: ({ enquiryId }, _args, { viewer }) => enquiryById(viewer, enquiryId),
    }),
  }),
});

const QuestionEnum = builder.enumType('EnquiryQuestion', {
  description: 'What is odd about an event.',
  values: Object.fromEntries(
    oddities.map((code) => [code.replaceAll('-', '_'), { value: code, description: saying(code) }]),
  ),
});

function saying(code: (typeof oddities)[number]): string {
  return {
    'OUT-OF-ORDER': 'Something that comes later happened before, or the other way round.',
    'STAGE-MISSING': 'The stage before it is not recorded.',
    'AFTER-END': 'The enquiry had ended.',
    'ANOTHER-DAY': 'The same is recorded on another day.',
    HOLD: 'It was on hold already, or was not.',
  }[code];
}

/** What can be answered to a query. */
export const QueryAnswerEnum = builder.enumType('EnquiryQueryAnswer', {
  description: 'An answer to a query.',
  values: {
    ACCEPT: { description: 'It is right all the same.' },
    CORRECT: { description: 'It happened on another day.' },
    DROP: { description: 'It did not happen.' },
  } satisfies Record<(typeof queryAnswers)[number], object>,
});

builder.node(EnquiryQueryRef, {
  description:
    'An event that is held, and counted nowhere, until somebody answers what is odd about it.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'sentence' in value,
  loadMany: (ids, { viewer }) => findAsked(viewer, ids),
  authScopes: readsEnquiries,
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Code of the event that is held.' }),
    title: t.exposeString('title', { description: 'What the event is called.' }),
    on: t.expose('on', { type: 'LocalDate', description: 'The day that was sent.' }),
    question: t.expose('question', { type: QuestionEnum, description: 'What is odd.' }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
    askedAt: t.expose('askedAt', { type: 'Instant', description: 'When it was sent.' }),
    answer: t.expose('answer', {
      type: QueryAnswerEnum,
      nullable: true,
      description: 'Null while it is open.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'Why it was right all the same, by code.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'Instant',
      nullable: true,
      description: 'Null while it is open.',
    }),
    enquiry: t.field({
      type: EnquiryRef,
      nullable: true,
      description: 'The enquiry it is of.',
      resolve: ({ enquiryId }, _args, { viewer }) => enquiryById(viewer, enquiryId),
    }),
  }),
});

builder.queryField('enquiryQueries', (t) =>
  t.connection(
    {
      type: EnquiryQueryRef,
      description: 'Held events that wait for an answer of your organisation, the oldest first.',
      args: { consortium: t.arg.string({ required: true, description: 'Code: d2n2.' }) },
      authScopes: readsEnquiries,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listAsked(viewer, args.consortium, page),
        )),
        consortium: args.consortium,
      }),
    },
    {
      name: 'EnquiryQueryConnection',
      description: 'A page of held events.',
      authScopes: readsEnquiries,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all.',
          resolve: (page, _args, { viewer }) =>
            countAsked(viewer, (page as unknown as { consortium: string }).consortium),
        }),
      }),
    },
    {
      name: 'EnquiryQueryEdge',
      description: 'A held event in a page.',
      authScopes: readsEnquiries,
    },
  ),
);

builder.queryField('enquiryTransfers', (t) =>
  t.connection(
    {
      type: EnquiryTransferRef,
      description:
        'How enquiries passed from authority to authority, the latest first: to and from your own, and all that your hub holds.',
      args: { consortium: t.arg.string({ required: true, description: 'Code: d2n2.' }) },
      authScopes: readsEnquiries,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listTransfers(viewer, args.consortium, page),
        )),
        consortium: args.consortium,
      }),
    },
    {
      name: 'EnquiryTransferConnection',
      description: 'A page of transfers.',
      authScopes: readsEnquiries,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) =>
            countTransfers(viewer, (page as unknown as { consortium: string }).consortium),
        }),
      }),
    },
    {
      name: 'EnquiryTransferEdge',
      description: 'A transfer in a page.',
      authScopes: readsEnquiries,
    },
  ),
);
