import type { ForecastPart } from '@sufficiency/shared/fostering/forecast.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import type { ForecastRecord } from './forecasts.service.ts';
import {
  forecastNow,
  listForecasts,
  makeForecast,
  scoreForecasts,
  scoreOf,
} from './forecasts.service.ts';
import { readsHouseholds } from './household-reference.schema.ts';

const Part = builder.objectRef<ForecastPart>('FosteringForecastPart').implement({
  description: 'What is expected of the open cases of one stage.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    stage: t.exposeString('stage', { description: 'Code of the stage they reached last.' }),
    open: t.exposeInt('open', { description: 'Unit: open cases.' }),
    expected: t.exposeFloat('expected', {
      description: 'Approvals expected of them by the end of the year. Unit: households.',
    }),
  }),
});

const Score = builder
  .objectRef<NonNullable<ReturnType<typeof scoreOf>>>('FosteringForecastScore')
  .implement({
    description: 'How a forecast came out.',
    authScopes: readsHouseholds,
    fields: (t) => ({
      isWithin: t.exposeBoolean('isWithin', {
        description: 'Whether what came lies within the interval.',
      }),
      error: t.exposeFloat('error', {
        description: 'What was expected minus what came. Unit: households.',
      }),
    }),
  });

const ForecastType = builder.objectRef<ForecastRecord>('FosteringForecast').implement({
  description:
    'Approvals expected in a year: those there are, open cases by stage and age, and enquiries still to come. The interval holds chance, how far quarters of the hub’s own past differed in how many enquired and how many were approved (for a short past, as far as published quarters do), and how little a short past tells. It does not hold what was never seen: a campaign, a rule or a fee that changes things from now on, events entered late, or an authority that joins. Forecasts of one year stand or fall together.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description: 'Null where it is not kept in the register.',
      resolve: ({ id }) => id,
    }),
    consortium: t.exposeString('consortiumCode', { description: 'Code.' }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'Whose; null for the whole hub.',
      resolve: ({ authorityCode }, _args, { viewer }) =>
        authorityCode === null ? null : findAuthority(viewer, authorityCode),
    }),
    year: t.exposeString('year', { description: 'For example 2026-27.' }),
    householdType: t.exposeString('householdType', {
      nullable: true,
      description: 'Type of household it is about; null for all.',
    }),
    madeOn: t.expose('madeOn', {
      type: 'LocalDate',
      description: 'The day whose open cases it was made from.',
    }),
    approvedSoFar: t.exposeInt('approvedSoFar', {
      description: 'Approved in the year by that day. Unit: households.',
    }),
    expected: t.exposeFloat('expected', { description: 'In the whole year. Unit: households.' }),
    low: t.exposeInt('low', { description: 'Lower end of the interval. Unit: households.' }),
    high: t.exposeInt('high', { description: 'Upper end of the interval. Unit: households.' }),
    intervalLevel: t.exposeInt('intervalLevel', {
      description:
        'How often the interval should hold: in so many of 100 years that differ as quarters before did. Unit: percent.',
    }),
    quarters: t.int({
      nullable: true,
      description:
        'Whole quarters of enquiries that say how far quarters differ; null for an earlier method, whose interval held chance alone.',
      resolve: ({ inputs }) => inputs.quarters ?? null,
    }),
    parts: t.field({
      type: [Part],
      description: 'Of open cases, stage by stage.',
      resolve: ({ inputs }) => [...inputs.parts],
    }),
    fromNew: t.float({
      description: 'Approvals expected of enquiries still to come. Unit: households.',
      resolve: ({ inputs }) => inputs.fromNew,
    }),
    enquiriesADay: t.float({
      description: 'New enquiries reckoned with each day.',
      resolve: ({ inputs }) => inputs.enquiriesADay,
    }),
    method: t.exposeString('method', { description: 'Code of the method and its version.' }),
    actual: t.exposeInt('actual', {
      nullable: true,
      description: 'Approved in the year; null until it was scored. Unit: households.',
    }),
    scoredOn: t.expose('scoredOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it was held against what came.',
    }),
    score: t.field({
      type: Score,
      nullable: true,
      description: 'How it came out; null until it was scored.',
      resolve: (forecast) => scoreOf(forecast),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is of what is made up for a demonstration.',
    }),
  }),
});

const ForecastInput = builder.inputType('FosteringForecastInput', {
  description: 'What a forecast is about.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code.' }),
    authority: t.field({ type: 'GssCode', description: 'Whose; absent for the whole hub.' }),
    year: t.string({ required: true, description: 'The financial year that today is in.' }),
    householdType: t.string({ description: 'Type of household it is about; absent for all.' }),
  }),
});

const ScoreInput = builder.inputType('ScoreFosteringForecastsInput', {
  description: 'Which forecasts are held against what came.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code.' }),
  }),
});

const plans = { signedIn: true, permission: 'fostering:plan' } as const;

builder.queryFields((t) => ({
  fosteringForecast: t.field({
    type: ForecastType,
    description: 'The forecast of a year as it would be made today; it is not kept.',
    args: { input: t.arg({ type: ForecastInput, required: true, description: 'Of what.' }) },
    authScopes: readsHouseholds,
    resolve: (_root, { input }, { viewer }) => forecastNow(viewer, input),
  }),
  fosteringForecasts: t.field({
    type: [ForecastType],
    description:
      'The register of forecasts: your own, and those of your authorities. The one made last first, 200 at most.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code.' }),
      year: t.arg.string({ description: 'Only of this financial year: 2026-27.' }),
    },
    authScopes: readsHouseholds,
    resolve: (_root, args, { viewer }) => listForecasts(viewer, args),
  }),
}));

builder.mutationFields((t) => ({
  makeFosteringForecast: t.field({
    type: ForecastType,
    description: 'Makes the forecast of a year and keeps it in the register.',
    args: { input: t.arg({ type: ForecastInput, required: true, description: 'Of what.' }) },
    authScopes: plans,
    resolve: (_root, { input }, { viewer }) => makeForecast(viewer, input),
  }),
  scoreFosteringForecasts: t.field({
    type: [ForecastType],
    description: 'Holds your forecasts whose year is over against what came, once each.',
    args: { input: t.arg({ type: ScoreInput, required: true, description: 'Which.' }) },
    authScopes: plans,
    resolve: (_root, { input }, { viewer }) => scoreForecasts(viewer, input),
  }),
}));
