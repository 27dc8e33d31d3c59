import { builder } from '../../graphql/builder.ts';
import { Consortium } from '../authorities/authorities.schema.ts';
import { readDropOut } from './drop-out.service.ts';
import type {
  DropOut,
  FosteringDropOut,
  LostAtStage,
  LostForReason,
  ResponseOutcome,
  responseTimes,
} from './drop-out.ts';
import { FosteringGroupType, FosteringInputType } from './fostering-input.schema.ts';
import { StageType } from './stages.schema.ts';

const ResponseEnum = builder.enumType('FirstResponseTime', {
  description: 'How the first response to an enquiry came.',
  values: {
    ON_TIME: { description: 'Within the service level.' },
    LATE: { description: 'Later than that.' },
    NEVER: { description: 'The enquiry ended, or went on, without one.' },
    WAITING: { description: 'Not yet.' },
    NOT_MEASURED: { description: 'Entered long after it came, or with a response before it.' },
  } satisfies Record<(typeof responseTimes)[number], { description: string }>,
});

const AtStage = builder.objectRef<LostAtStage>('LostAtStage').implement({
  description: 'Enquiries that were withdrawn with one stage as their last.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    stage: t.expose('stage', {
      type: StageType,
      nullable: true,
      description: 'Null where their last stage is not known.',
    }),
    reached: t.exposeInt('reached', { description: 'Enquiries that reached it.' }),
    withdrawn: t.exposeInt('withdrawn', { description: 'Of these, withdrawn there.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Withdrawn, of those that reached it. Unit: percent.',
    }),
    medianDays: t.exposeFloat('medianDays', {
      nullable: true,
      description:
        'From the enquiry to its withdrawal, those entered long after they came left out; null where there are none. Unit: days.',
    }),
  }),
});

const ForReason = builder.objectRef<LostForReason>('LostForReason').implement({
  description: 'Enquiries that were withdrawn for one reason.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: true,
      description: 'AW0 to AW5; null where nobody recorded one.',
    }),
    title: t.exposeString('title', { description: 'For people.' }),
    withdrawn: t.exposeInt('withdrawn', { description: 'How many.' }),
    byHousehold: t.exposeInt('byHousehold', { description: 'Of these, by the household.' }),
    byService: t.exposeInt('byService', { description: 'Of these, by the fostering service.' }),
  }),
});

const Outcome = builder.objectRef<ResponseOutcome>('FirstResponseOutcome').implement({
  description: 'What became of enquiries by how their first response came.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    response: t.expose('response', { type: ResponseEnum, description: 'How it came.' }),
    enquiries: t.exposeInt('enquiries', { description: 'How many.' }),
    visited: t.exposeInt('visited', { description: 'Of these, visited so far.' }),
    applied: t.exposeInt('applied', { description: 'Of these, applied so far.' }),
    approved: t.exposeInt('approved', { description: 'Of these, approved so far.' }),
    lost: t.exposeInt('lost', { description: 'Of these, withdrawn or not approved.' }),
    open: t.exposeInt('open', { description: 'Of these, still on their way, or on hold.' }),
  }),
});

const DropOutType = builder.objectRef<DropOut>('DropOut').implement({
  description: 'Who was lost of those who enquired in the months. Counted in enquiries.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    enquiries: t.exposeInt('enquiries', { description: 'All that were made in the months.' }),
    withdrawn: t.exposeInt('withdrawn', { description: 'Of these, withdrawn so far.' }),
    notApproved: t.exposeInt('notApproved', { description: 'Of these, not approved.' }),
    medianDays: t.exposeFloat('medianDays', {
      nullable: true,
      description: 'From the enquiry to such an end; null where there is none. Unit: days.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where any of them is made up for a demonstration.',
    }),
    stages: t.field({
      type: [AtStage],
      description: 'Stage by stage: how many went no further and were withdrawn.',
      resolve: ({ stages }) => [...stages],
    }),
    reasons: t.field({
      type: [ForReason],
      description: 'Every reason, those nobody had too.',
      resolve: ({ reasons }) => [...reasons],
    }),
    responses: t.field({
      type: [Outcome],
      description: 'First responses on time, late and missing, and what became of those enquiries.',
      resolve: ({ responses }) => [...responses],
    }),
  }),
});

const DropOutRowType = builder.objectRef<FosteringDropOut['rows'][number]>('DropOutRow').implement({
  description: 'Who was lost of one authority, source, campaign or type.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    group: t.expose('group', { type: FosteringGroupType, description: 'Whose.' }),
    lost: t.expose('lost', {
      type: DropOutType,
      nullable: true,
      description: 'Null where you do not see its households.',
    }),
  }),
});

const FosteringDropOutType = builder.objectRef<FosteringDropOut>('FosteringDropOut').implement({
  description: 'Where, why and after how long households are lost that enquired in the months.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.field({
      type: Consortium,
      description: 'Whose.',
      resolve: ({ scope }) => scope.consortium,
    }),
    months: t.stringList({
      description: 'The months in which they enquired, oldest first.',
      resolve: ({ scope }) => [...scope.months],
    }),
    stagesChanged: t.string({
      nullable: true,
      description: 'Says that stages were changed within the months; null where they were not.',
      resolve: ({ scope }) => scope.stagesChanged,
    }),
    rows: t.field({
      type: [DropOutRowType],
      description: 'Every authority asked for; or each source, campaign or type there is.',
      resolve: ({ rows }) => [...rows],
    }),
    total: t.expose('total', {
      type: DropOutType,
      nullable: true,
      description: 'All together; null where a part of it is not yours to see.',
    }),
    whyNoTotal: t.exposeString('whyNoTotal', {
      nullable: true,
      description: 'Why there is no total; null where there is one.',
    }),
  }),
});

builder.queryField('fosteringDropOut', (t) =>
  t.field({
    type: FosteringDropOutType,
    description:
      'Where, why and after how long households are lost, and what became of those who were answered late.',
    args: {
      input: t.arg({ type: FosteringInputType, required: true, description: 'Which households.' }),
    },
    authScopes: { signedIn: true, permission: 'enquiry:read' },
    resolve: (_root, { input }, { viewer }) => readDropOut(viewer, input),
  }),
);
