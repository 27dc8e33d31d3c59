import { builder } from '../../graphql/builder.ts';
import { Consortium } from '../authorities/authorities.schema.ts';
import type { FosteringDay, RunningClock, RunningEnquiry } from './day.service.ts';
import { readFosteringDay } from './day.service.ts';
import { EnquiryRef, readsEnquiries } from './enquiry-reference.schema.ts';
import { ClockUnitEnum, StageType } from './stages.schema.ts';

const RunningType = builder.objectRef<RunningEnquiry>('RunningEnquiry').implement({
  description: 'An open enquiry, and how long its clock has run.',
  authScopes: readsEnquiries,
  fields: (t) => ({
    enquiry: t.expose('enquiry', { type: EnquiryRef, description: 'Which.' }),
    started: t.expose('started', { type: 'LocalDate', description: 'When the clock started.' }),
    waited: t.exposeInt('waited', {
      description:
        'How long it has run, days on hold left out. Unit: the clock’s; days where it counts months.',
    }),
    isLate: t.exposeBoolean('isLate', { description: 'Whether the limit is past.' }),
  }),
});

const ClockType = builder.objectRef<RunningClock>('RunningClock').implement({
  description: 'Open enquiries on one clock; those on hold, or back-loaded, are not among them.',
  authScopes: readsEnquiries,
  fields: (t) => ({
    from: t.expose('from', { type: StageType, description: 'From which stage it runs.' }),
    to: t.expose('to', { type: StageType, description: 'To which.' }),
    limit: t.exposeInt('limit', {
      nullable: true,
      description: 'How much of its unit it may take.',
    }),
    unit: t.expose('unit', { type: ClockUnitEnum, description: 'In what it counts.' }),
    running: t.exposeInt('running', { description: 'How many are on it.' }),
    late: t.exposeInt('late', { description: 'Of these, past the limit.' }),
    enquiries: t.field({
      type: [RunningType],
      description: 'The first fifty of those that are listed.',
      resolve: ({ enquiries }) => [...enquiries],
    }),
  }),
});

const DayType = builder.objectRef<FosteringDay>('FosteringDay').implement({
  description:
    'What there is to do today: of your own authorities, and what your organisation holds.',
  authScopes: readsEnquiries,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose.' }),
    today: t.expose('today', { type: 'LocalDate', description: 'The day it is.' }),
    open: t.exposeInt('open', { description: 'Open enquiries.' }),
    onHold: t.exposeInt('onHold', { description: 'Of these, on hold.' }),
    unattributed: t.exposeInt('unattributed', {
      description: 'Of these, attributed to no authority.',
    }),
    queries: t.exposeInt('queries', {
      description: 'Events that are not counted until whoever sent them has answered.',
    }),
    awaiting: t.expose('awaiting', {
      type: ClockType,
      nullable: true,
      description:
        'Enquiries that nobody has answered yet, the ones that waited longest first; null where first responses have no clock.',
    }),
    pastLimit: t.field({
      type: [ClockType],
      description:
        'Clock by clock: enquiries past the limit, the ones that have come furthest first.',
      resolve: ({ pastLimit }) => [...pastLimit],
    }),
  }),
});

builder.queryField('fosteringDay', (t) =>
  t.field({
    type: DayType,
    description: 'What there is to do today in recruiting foster carers.',
    args: { consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }) },
    authScopes: readsEnquiries,
    resolve: (_root, { consortium }, { viewer }) => readFosteringDay(viewer, consortium),
  }),
);
