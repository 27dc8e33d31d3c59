import { builder } from '../../graphql/builder.ts';
import { answerEnquiryQuery } from './asked.service.ts';
import { changeEnquiry } from './enquiry-correcting.service.ts';
import { QueryAnswerEnum } from './enquiry-events.schema.ts';
import { recordEnquiry } from './enquiry-recording.service.ts';
import {
  EnquiryEventRef,
  EnquiryQueryRef,
  EnquiryRef,
  writesEnquiries,
} from './enquiry-reference.schema.ts';
import type { EventResult } from './event-changes.service.ts';
import { enquiryNow, recordEnquiryEvents, retractEnquiryEvent } from './event-changes.service.ts';
import type { eventOutcomes } from './event-plan.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** What is said of an event, whatever enquiry it is of. */
const eventFields = (t: InputFields) => ({
  kind: t.string({
    required: true,
    description:
      'Code of a stage in use on that day (`fosteringStages`), or WITHDRAWN, NOT-APPROVED, ON-HOLD or RESUMED.',
  }),
  on: t.field({
    type: 'LocalDate',
    required: true,
    description: 'The day on which it happened; not in the future.',
  }),
  at: t.field({ type: 'Instant', description: 'The moment, if known: on the same day.' }),
  reason: t.string({ description: 'With WITHDRAWN: AW0 to AW5, by Ofsted’s codes.' }),
  byWhom: t.string({ description: 'With WITHDRAWN: HOUSEHOLD or SERVICE.' }),
});

const FirstEvent = builder.inputType('NewEnquiryEvent', {
  description: 'Something that happened to an enquiry.',
  fields: (t) => eventFields(t),
});

const RecordInput = builder.inputType('RecordEnquiryInput', {
  description:
    'An enquiry that your organisation took. No names, and nothing by which to reach anybody.',
  fields: (t) => ({
    reference: t.string({
      required: true,
      description:
        'Of your own system, the same at every event: up to 40 letters, digits and . _ / -, with a digit. Never a name.',
    }),
    authority: t.field({
      type: 'GssCode',
      description: 'The authority it is attributed to; leave it out where a hub does not know yet.',
    }),
    source: t.string({
      required: true,
      description: 'WEB, SOCIAL, CARER, EVENT, HUB, CHILD or NK where it is not known.',
    }),
    campaign: t.string({ description: 'Your code of a campaign: FORTNIGHT-2026.' }),
    area: t.string({ description: 'Postcode district: NG7. No more of an address.' }),
    householdType: t.string({
      required: true,
      description: 'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS or SUPPORTED-LODGINGS.',
    }),
    backLoaded: t.boolean({
      description:
        'True where it is entered long after it happened: kept out of how long things take.',
    }),
    receivedOn: t.field({ type: 'LocalDate', required: true, description: 'When it came.' }),
    receivedAt: t.field({ type: 'Instant', description: 'The moment, if known.' }),
    events: t.field({ type: [FirstEvent], description: 'What happened since.' }),
  }),
});

builder.mutationField('recordEnquiry', (t) =>
  t.field({
    type: EnquiryRef,
    description:
      'Records an enquiry to foster. The same enquiry sent twice is there once; what is odd about its events is asked (`queries`).',
    args: { input: t.arg({ type: RecordInput, required: true, description: 'The enquiry.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) => recordEnquiry(viewer, input),
  }),
);

const ChangeInput = builder.inputType('ChangeEnquiryInput', {
  description: 'What is said of an enquiry otherwise than before; what is left out stays.',
  fields: (t) => ({
    id: t.globalID({
      for: EnquiryRef,
      required: true,
      description: 'An enquiry that you hold, or that is attributed to an authority of yours.',
    }),
    version: t.int({ required: true, description: 'The version of it that you saw.' }),
    source: t.string({ description: 'WEB, SOCIAL, CARER, EVENT, HUB, CHILD or NK.' }),
    campaign: t.string({ description: 'Your code of a campaign; null for none.' }),
    area: t.string({ description: 'Postcode district: NG7; null where it is not known.' }),
    householdType: t.string({
      description: 'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS or SUPPORTED-LODGINGS.',
    }),
  }),
});

builder.mutationField('changeEnquiry', (t) =>
  t.field({
    type: EnquiryRef,
    description:
      'Puts right where an enquiry came from, its campaign, its area, or its type of household. Days are put right with `retractEnquiryEvent`, the authority with `transferEnquiry`.',
    args: { input: t.arg({ type: ChangeInput, required: true, description: 'What.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) => changeEnquiry(viewer, { ...input, id: input.id.id }),
  }),
);

const SentEventInput = builder.inputType('SentEnquiryEvent', {
  description: 'Something that happened to one of your enquiries.',
  fields: (t) => ({
    enquiry: t.globalID({ for: EnquiryRef, description: 'The enquiry, by its id.' }),
    reference: t.string({ description: 'The enquiry, by its reference, where no id is given.' }),
    ...eventFields(t),
  }),
});

const RecordEventsInput = builder.inputType('RecordEnquiryEventsInput', {
  description: 'What happened to enquiries.',
  fields: (t) => ({
    events: t.field({
      type: [SentEventInput],
      required: true,
      description: '1 to 500, of any of your enquiries, in any order.',
    }),
  }),
});

const OutcomeEnum = builder.enumType('EnquiryEventOutcome', {
  description: 'What becomes of an event.',
  values: {
    RECORDED: { description: 'It is new, and counts.' },
    KNOWN: { description: 'It was sent before: nothing changes.' },
    ASKED: { description: 'It is odd: it is held, and counts nowhere, until somebody answers.' },
  } satisfies Record<(typeof eventOutcomes)[number], object>,
});

const Result = builder.objectRef<EventResult>('EnquiryEventResult').implement({
  description: 'What became of an event.',
  authScopes: writesEnquiries,
  fields: (t) => ({
    enquiry: t.field({
      type: EnquiryRef,
      description: 'As it is now.',
      resolve: (result, _args, { viewer }) => enquiryNow(viewer, result),
    }),
    kind: t.string({ description: 'As it was sent.', resolve: ({ event }) => event.kind }),
    on: t.field({
      type: 'LocalDate',
      description: 'As it was sent.',
      resolve: ({ event }) => event.on,
    }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What became of it.' }),
    question: t.exposeString('question', {
      nullable: true,
      description: 'What is asked, in words; null where nothing is.',
    }),
  }),
});

builder.mutationField('recordEnquiryEvents', (t) =>
  t.field({
    type: [Result],
    description:
      'Records what happened to enquiries: in the order in which it was sent, what became of each. The same event sent twice has one effect; what is wrong refuses all of it.',
    args: { input: t.arg({ type: RecordEventsInput, required: true, description: 'What.' }) },
    authScopes: writesEnquiries,
    resolve: async (_root, { input }, { viewer }) => [
      ...(await recordEnquiryEvents(
        viewer,
        input.events.map(({ enquiry, ...event }) => ({ ...event, enquiry: enquiry?.id })),
      )),
    ],
  }),
);

const RetractInput = builder.inputType('RetractEnquiryEventInput', {
  description: 'What was recorded by mistake.',
  fields: (t) => ({
    event: t.globalID({ for: EnquiryEventRef, required: true, description: 'The event.' }),
    version: t.int({ required: true, description: 'The version of the enquiry that you saw.' }),
    insteadOn: t.field({
      type: 'LocalDate',
      description: 'When it really happened; leave it out where it did not.',
    }),
  }),
});

builder.mutationField('retractEnquiryEvent', (t) =>
  t.field({
    type: EnquiryRef,
    description: 'Retracts an event that was recorded by mistake. It stays to be read.',
    args: { input: t.arg({ type: RetractInput, required: true, description: 'Which.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      retractEnquiryEvent(viewer, { ...input, event: input.event.id }),
  }),
);

const AnswerInput = builder.inputType('AnswerEnquiryQueryInput', {
  description: 'An answer to what is odd about an event.',
  fields: (t) => ({
    query: t.globalID({ for: EnquiryQueryRef, required: true, description: 'The query.' }),
    answer: t.field({ type: QueryAnswerEnum, required: true, description: 'What about it.' }),
    explanation: t.string({
      description:
        'With ACCEPT: AS-HAPPENED, EARLIER-NOT-RECORDED, FROM-ELSEWHERE or DIRECT-APPLICATION.',
    }),
    on: t.field({ type: 'LocalDate', description: 'With CORRECT: when it happened.' }),
  }),
});

builder.mutationField('answerEnquiryQuery', (t) =>
  t.field({
    type: EnquiryRef,
    description: 'Answers what is odd about an event that is held; gives its enquiry.',
    args: { input: t.arg({ type: AnswerInput, required: true, description: 'The answer.' }) },
    authScopes: writesEnquiries,
    resolve: (_root, { input }, { viewer }) =>
      answerEnquiryQuery(viewer, { ...input, query: input.query.id }),
  }),
);
