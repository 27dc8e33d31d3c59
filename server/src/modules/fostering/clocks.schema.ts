import type { SurvivalStep } from '@sufficiency/shared/fostering/survival.ts';
import { builder } from '../../graphql/builder.ts';
import { Consortium } from '../authorities/authorities.schema.ts';
import { readFosteringClocks } from './clocks.service.ts';
import type { ClockMeasure, FosteringClock, FosteringClocks } from './clocks.ts';
import { FosteringGroupType, FosteringInputType } from './fostering-input.schema.ts';
import { ClockUnitEnum, StageType } from './stages.schema.ts';

const StepType = builder.objectRef<SurvivalStep>('FosteringCurveStep').implement({
  description: 'The curve on a day on which somebody got there.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    day: t.exposeInt('day', { description: 'How long after the start. Unit: the clock’s.' }),
    atRisk: t.exposeInt('atRisk', {
      description: 'Enquiries followed to this day and not there yet.',
    }),
    reached: t.exposeInt('reached', { description: 'Got there on this day.' }),
    censored: t.exposeInt('censored', {
      description: 'Left, or followed no further, since the step before.',
    }),
    waiting: t.exposeFloat('waiting', {
      description:
        'Kaplan–Meier: the share, from 0 to 1, still waiting after this day if nobody left.',
    }),
    arrived: t.exposeFloat('arrived', {
      description:
        'The share, from 0 to 1, that had really got there by this day, those who left never getting there.',
    }),
  }),
});

const days = 'Unit: the clock’s; days where it counts months. Null where nobody has finished.';

const MeasureType = builder.objectRef<ClockMeasure>('FosteringClockMeasure').implement({
  description:
    'How long it took, or has taken, without days on hold. Percentiles are as PostgreSQL’s percentile_cont gives them.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    started: t.exposeInt('started', {
      description: 'Enquiries whose clock started and is measured.',
    }),
    finished: t.exposeInt('finished', { description: 'Of these, finished.' }),
    left: t.exposeInt('left', {
      description:
        'Of these, withdrawn, not approved, or gone past the stage: followed to that day and no further.',
    }),
    open: t.exposeInt('open', { description: 'Of these, still running.' }),
    openLate: t.exposeInt('openLate', { description: 'Of those still running, past the limit.' }),
    onTime: t.exposeInt('onTime', {
      description: 'Finished within the limit; 0 where there is none.',
    }),
    late: t.exposeInt('late', { description: 'Past the limit, finished or not.' }),
    onTimeShare: t.exposeFloat('onTimeShare', {
      nullable: true,
      description: 'Finished within the limit, of those of whom it is settled. Unit: percent.',
    }),
    backLoaded: t.exposeInt('backLoaded', {
      description: 'Besides, entered long after they came: not measured.',
    }),
    outOfOrder: t.exposeInt('outOfOrder', {
      description: 'Besides, with an end before the start: not measured.',
    }),
    held: t.exposeInt('held', { description: 'Enquiries of which days on hold were taken out.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where any of them is made up for a demonstration.',
    }),
    median: t.exposeFloat('median', { nullable: true, description: `Of the finished. ${days}` }),
    percentile90: t.exposeFloat('percentile90', {
      nullable: true,
      description: `Of the finished: nine in ten took no longer. ${days}`,
    }),
    curveMedian: t.exposeInt('curveMedian', {
      nullable: true,
      description:
        'By when half get there by the curve, open cases included; null where it is not reached yet.',
    }),
    curvePercentile90: t.exposeInt('curvePercentile90', {
      nullable: true,
      description: 'By when nine in ten do; null where it is not reached yet.',
    }),
    followedTo: t.exposeInt('followedTo', {
      nullable: true,
      description: 'The longest that anybody was followed; null where nobody was.',
    }),
    curve: t.field({
      type: [StepType],
      description: 'How many were still waiting, day by day; before the first step all were.',
      resolve: ({ curve }) => [...curve],
    }),
  }),
});

const RowType = builder.objectRef<FosteringClock['rows'][number]>('FosteringClockRow').implement({
  description: 'A clock of one authority, source, campaign or type.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    group: t.expose('group', { type: FosteringGroupType, description: 'Whose.' }),
    measure: t.expose('measure', {
      type: MeasureType,
      nullable: true,
      description: 'Null where you do not see its households.',
    }),
  }),
});

const ClockType = builder.objectRef<FosteringClock>('FosteringClock').implement({
  description: 'The time from one stage to another.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    from: t.expose('from', { type: StageType, description: 'From which stage it runs.' }),
    to: t.expose('to', { type: StageType, description: 'To which.' }),
    unit: t.expose('unit', { type: ClockUnitEnum, description: 'In what it counts.' }),
    limit: t.exposeInt('limit', {
      nullable: true,
      description: 'How much of its unit it may take; null where nobody says.',
    }),
    rows: t.field({
      type: [RowType],
      description: 'Every authority asked for; or each source, campaign or type there is.',
      resolve: ({ rows }) => [...rows],
    }),
    total: t.expose('total', {
      type: MeasureType,
      nullable: true,
      description: 'All together; null where a part of it is not yours to see.',
    }),
  }),
});

const ClocksType = builder.objectRef<FosteringClocks>('FosteringClocks').implement({
  description:
    'How long enquiries took, or have taken: of those whose clock started in the months.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.field({
      type: Consortium,
      description: 'Whose.',
      resolve: ({ scope }) => scope.consortium,
    }),
    months: t.stringList({
      description: 'The months in which the clocks started, oldest first.',
      resolve: ({ scope }) => [...scope.months],
    }),
    today: t.field({
      type: 'LocalDate',
      description: 'The day to which open cases are followed.',
      resolve: ({ scope }) => scope.today,
    }),
    stagesChanged: t.string({
      nullable: true,
      description: 'Says that stages were changed within the months; null where they were not.',
      resolve: ({ scope }) => scope.stagesChanged,
    }),
    clocks: t.field({
      type: [ClockType],
      description: 'Stage by stage: from where its clock runs, else from the stage before it.',
      resolve: ({ clocks }) => [...clocks],
    }),
    whyNoTotal: t.exposeString('whyNoTotal', {
      nullable: true,
      description: 'Why there are no totals; null where there are.',
    }),
  }),
});

builder.queryField('fosteringClocks', (t) =>
  t.field({
    type: ClocksType,
    description:
      'How long it takes from stage to stage, open cases included, without days on hold.',
    args: {
      input: t.arg({ type: FosteringInputType, required: true, description: 'Which households.' }),
    },
    authScopes: { signedIn: true, permission: 'enquiry:read' },
    resolve: (_root, { input }, { viewer }) => readFosteringClocks(viewer, input),
  }),
);
