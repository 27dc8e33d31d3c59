import { enquiryStates } from '@sufficiency/shared/fostering/conversions.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import type { Cohort, CohortConversion, CohortFunnel } from './cohort-funnel.ts';
import { StatusEnum } from './enquiry.schema.ts';
import {
  FosteringGroupingEnum,
  FosteringGroupType,
  FosteringInputType,
} from './fostering-input.schema.ts';
import { readFosteringScope } from './fostering-scope.service.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { readCohortFunnel, readPeriodFunnel } from './funnel.service.ts';
import type { AuthorityTransfers, FunnelCounting } from './funnel-counting.service.ts';
import { readCounting, readTransfers } from './funnel-counting.service.ts';
import { OfstedYearType } from './ofsted-year.schema.ts';
import { readOfstedYear } from './ofsted-year.service.ts';
import type { PeriodFunnel, PeriodFunnelRow, PeriodStage } from './period-funnel.ts';
import { StageType } from './stages.schema.ts';

const FunnelBasisEnum = builder.enumType('FunnelBasis', {
  description: 'What an authority’s month is made of; the two are never added up for one month.',
  values: {
    EVENTS: { description: 'Events of enquiries, as they were recorded.' },
    COUNTS: { description: 'Monthly counts of its returns, or of a release.' },
    NONE: { description: 'Nothing that you may see.' },
  },
});

const BasisMonth = builder
  .objectRef<PeriodFunnelRow['basis'][number]>('FunnelBasisMonth')
  .implement({
    description: 'What one month is made of.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      month: t.exposeString('month', { description: 'For example 2026-09.' }),
      basis: t.expose('basis', { type: FunnelBasisEnum, description: 'Of what.' }),
    }),
  });

const PeriodStageType = builder.objectRef<PeriodStage>('FosteringPeriodStage').implement({
  description: 'Households that reached a stage in the months.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    stage: t.expose('stage', { type: StageType, description: 'Which stage.' }),
    figure: t.expose('figure', {
      type: FigureType,
      description:
        'All months together; x with the reason where one is not known, or is a release’s rounded figure.',
    }),
    months: t.field({
      type: [FigureType],
      description: 'Month by month, oldest first.',
      resolve: ({ months }) => [...months],
    }),
  }),
});

const PeriodRowType = builder.objectRef<PeriodFunnelRow>('FosteringPeriodRow').implement({
  description: 'What happened to households of one authority, source, campaign or type.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    group: t.expose('group', { type: FosteringGroupType, description: 'Whose.' }),
    basis: t.field({
      type: [BasisMonth],
      description: 'What each month is made of.',
      resolve: ({ basis }) => [...basis],
    }),
    stages: t.field({
      type: [PeriodStageType],
      description: 'Stage by stage, in order.',
      resolve: ({ stages }) => [...stages],
    }),
  }),
});

const PeriodFunnelType = builder.objectRef<PeriodFunnel>('FosteringPeriodFunnel').implement({
  description:
    'What happened in the months. Each stage is of different households: no conversion may be worked out between them.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    rows: t.field({
      type: [PeriodRowType],
      description: 'Every authority asked for; or each source, campaign or type there is.',
      resolve: ({ rows }) => [...rows],
    }),
    total: t.field({
      type: [PeriodStageType],
      nullable: true,
      description: 'All together; null where a part of it is not yours to see.',
      resolve: ({ total }) => total && [...total],
    }),
    whyNoTotal: t.exposeString('whyNoTotal', {
      nullable: true,
      description: 'Why there is no total; null where there is one.',
    }),
  }),
});

const StateCount = builder
  .objectRef<{ state: (typeof enquiryStates)[number]; households: number }>('CohortState')
  .implement({
    description: 'Households of a cohort that stand alike today.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      state: t.expose('state', { type: StatusEnum, description: 'How.' }),
      households: t.exposeInt('households', { description: 'How many.' }),
    }),
  });

const CohortStageType = builder.objectRef<Cohort['stages'][number]>('CohortStage').implement({
  description: 'Households of a cohort that have reached a stage so far.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    stage: t.expose('stage', { type: StageType, description: 'Which.' }),
    households: t.exposeInt('households', { description: 'How many.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Of all households of the cohort; null where there are none. Unit: percent.',
    }),
  }),
});

const ConversionType = builder.objectRef<CohortConversion>('CohortConversion').implement({
  description: 'How many of those who reached one stage reached a later one so far.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    from: t.expose('from', { type: StageType, description: 'From which stage.' }),
    to: t.expose('to', { type: StageType, description: 'To which.' }),
    of: t.exposeInt('of', { description: 'Households that reached the first.' }),
    reached: t.exposeInt('reached', { description: 'Of these, those that reached the second.' }),
    open: t.exposeInt('open', { description: 'Of these, those that have not and may still.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Of those, so far; null where nobody reached the first. Unit: percent.',
    }),
    shareAtMost: t.exposeFloat('shareAtMost', {
      nullable: true,
      description: 'The share if all who may still do. Unit: percent.',
    }),
  }),
});

const CohortType = builder.objectRef<Cohort>('FosteringCohort').implement({
  description: 'Households that enquired in the months, and what became of each so far.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    households: t.exposeInt('households', { description: 'How many, each once.' }),
    enquiries: t.exposeInt('enquiries', {
      description: 'Their enquiries: a household that came again in these months has several.',
    }),
    backLoaded: t.exposeInt('backLoaded', {
      description: 'Of these enquiries, those entered long after they came.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where any of them is made up for a demonstration.',
    }),
    states: t.field({
      type: [StateCount],
      description: 'How they stand today.',
      resolve: ({ states }) => enquiryStates.map((state) => ({ state, households: states[state] })),
    }),
    stages: t.field({
      type: [CohortStageType],
      description: 'Stage by stage, in order: how many have reached it so far.',
      resolve: ({ stages }) => [...stages],
    }),
    conversions: t.field({
      type: [ConversionType],
      description: 'Between every pair of stages, in order.',
      resolve: ({ conversions }) => [...conversions],
    }),
  }),
});

const CohortRowType = builder
  .objectRef<CohortFunnel['rows'][number]>('FosteringCohortRow')
  .implement({
    description: 'The cohort of one authority, source, campaign or type.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      group: t.expose('group', { type: FosteringGroupType, description: 'Whose.' }),
      cohort: t.expose('cohort', {
        type: CohortType,
        nullable: true,
        description:
          'Null where you do not see its households: monthly counts and releases are no cohorts.',
      }),
    }),
  });

const CohortFunnelType = builder.objectRef<CohortFunnel>('FosteringCohortFunnel').implement({
  description:
    'What became so far of those who enquired in the months. An enquiry counts with the authority it is attributed to now.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    rows: t.field({
      type: [CohortRowType],
      description: 'Every authority asked for; or each source, campaign or type there is.',
      resolve: ({ rows }) => [...rows],
    }),
    total: t.expose('total', {
      type: CohortType,
      nullable: true,
      description: 'All together; null where a part of it is not yours to see.',
    }),
    whyNoTotal: t.exposeString('whyNoTotal', {
      nullable: true,
      description: 'Why there is no total; null where there is one.',
    }),
  }),
});

const CountingType = builder.objectRef<FunnelCounting>('FosteringCounting').implement({
  description: 'How the enquiries received in the months, as far as you see them, were counted.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    enquiries: t.exposeInt('enquiries', { description: 'Counted.' }),
    reapplications: t.exposeInt('reapplications', {
      description:
        'Of these, of households that had enquired before: linked, not counted twice as households.',
    }),
    backLoaded: t.exposeInt('backLoaded', {
      description: 'Of these, entered long after they came: counted, but kept out of clocks.',
    }),
    onHold: t.exposeInt('onHold', { description: 'Of these, on hold today.' }),
    duplicates: t.exposeInt('duplicates', {
      description: 'Besides these, repeats of one that is counted: not counted.',
    }),
    queries: t.exposeInt('queries', {
      description: 'Events of these that wait for an answer of whoever sent them: not counted yet.',
    }),
    enquiriesWithQueries: t.exposeInt('enquiriesWithQueries', {
      description: 'Enquiries with such events.',
    }),
  }),
});

const TransfersType = builder.objectRef<AuthorityTransfers>('FosteringTransfers').implement({
  description: 'Enquiries that passed from one authority to another in the months.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    from: t.expose('from', {
      type: Authority,
      nullable: true,
      description: 'Null: attributed to none before.',
    }),
    to: t.expose('to', {
      type: Authority,
      nullable: true,
      description: 'Null: attributed to none since.',
    }),
    enquiries: t.exposeInt('enquiries', { description: 'How many.' }),
  }),
});

const FunnelType = builder.objectRef<FosteringScope>('FosteringFunnel').implement({
  description:
    'Recruitment of foster carers in two views that are never mixed: what happened in the months, and what became of those who enquired in them.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose.' }),
    months: t.stringList({
      description: 'The months, oldest first.',
      resolve: ({ months }) => [...months],
    }),
    by: t.expose('by', { type: FosteringGroupingEnum, description: 'By what they are counted.' }),
    stages: t.field({
      type: [StageType],
      description: 'Stages recorded in these months, in order, as they are called now.',
      resolve: ({ stages }) => [...stages],
    }),
    stagesChanged: t.exposeString('stagesChanged', {
      nullable: true,
      description: 'Says that stages were changed within the months; null where they were not.',
    }),
    period: t.field({
      type: PeriodFunnelType,
      description: 'What happened in the months.',
      resolve: (scope, _args, { viewer }) => readPeriodFunnel(viewer, scope),
    }),
    cohort: t.field({
      type: CohortFunnelType,
      description: 'What became of those who enquired in the months.',
      resolve: (scope, _args, { viewer }) => readCohortFunnel(viewer, scope),
    }),
    counting: t.field({
      type: CountingType,
      nullable: true,
      description: 'How they were counted; null where you see nobody’s households.',
      resolve: (scope, _args, { viewer }) => readCounting(viewer, scope),
    }),
    published: t.field({
      type: OfstedYearType,
      description:
        'What is public of the same authorities, to stand beside their funnel: of another year, and of different households in every column.',
      resolve: (scope, _args, { viewer }) => readOfstedYear(viewer, scope),
    }),
    transfers: t.field({
      type: [TransfersType],
      description: 'Enquiries that passed between authorities in the months, as far as you see it.',
      resolve: async (scope, _args, { viewer }) => [...(await readTransfers(viewer, scope))],
    }),
  }),
});

builder.queryField('fosteringFunnel', (t) =>
  t.field({
    type: FunnelType,
    description:
      'From enquiry to approval. You see households of your own, of those who show you their records, and those you hold; of others what returns and releases show you, month by month.',
    args: {
      input: t.arg({ type: FosteringInputType, required: true, description: 'Which households.' }),
    },
    authScopes: { signedIn: true, permission: 'comparison:read' },
    resolve: (_root, { input }, { viewer }) => readFosteringScope(viewer, input, 'comparison:read'),
  }),
);
