import type { planKinds } from '@sufficiency/shared/beds/places-plan.ts';
import { addsPlaces, planStages, planStageTitles } from '@sufficiency/shared/beds/places-plan.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { HomeRef, plansBeds, readsBeds } from './home-reference.schema.ts';
import { findHomes, mayDescribe } from './homes.service.ts';
import type { PlacesPlanRecord, PlanStageRecord } from './places-plan-record.ts';
import { findPlans, listPlans, savePlan, stagesOf } from './places-plans.service.ts';

const StageEnum = builder.enumType('PlacesPlanStage', {
  description: 'How far a plan of places is, in order.',
  values: Object.fromEntries(
    planStages.map((stage) => [stage, { description: `${planStageTitles[stage]}.` }]),
  ) as Record<(typeof planStages)[number], { description: string }>,
});

const KindEnum = builder.enumType('PlacesPlanKind', {
  description: 'What is planned.',
  values: {
    OPENING: { description: 'A home that is to open.' },
    MORE_PLACES: { description: 'More places in a home.' },
    FEWER_PLACES: { description: 'Fewer places in a home.' },
    CLOSING: { description: 'A home that is to close.' },
  } satisfies Record<(typeof planKinds)[number], object>,
});

const RiskEnum = builder.enumType('PlacesPlanRisk', {
  description: 'How likely it is to fail or to be late, as its holder sees it.',
  values: {
    LOW: { description: 'Low.' },
    MEDIUM: { description: 'Medium.' },
    HIGH: { description: 'High.' },
  },
});

const riskWords = 'FUNDING, PROPERTY, PLANNING, BUILDING, STAFFING, REGISTRATION, DEMAND or OTHER';

const StageType = builder.objectRef<PlanStageRecord>('PlacesPlanStep').implement({
  description: 'A stage of a plan: when it is to be reached, and when it was.',
  authScopes: readsBeds,
  fields: (t) => ({
    stage: t.expose('stage', { type: StageEnum, description: 'Which.' }),
    plannedOn: t.expose('plannedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it is planned; null where nobody has said.',
    }),
    doneOn: t.expose('doneOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it was done; null until then.',
    }),
  }),
});

const PlanRef = builder.objectRef<PlacesPlanRecord>('PlacesPlan');

builder.node(PlanRef, {
  description: 'Places to come or to go. Its holder’s alone.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'planKind' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findPlans(viewer, ids),
  authScopes: readsBeds,
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'Its holder’s own.' }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The area it is in.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    home: t.field({
      type: HomeRef,
      nullable: true,
      description: 'The home it is about; null for one that is to open.',
      resolve: async ({ homeId }, _args, { viewer }) =>
        homeId === null ? null : ((await findHomes(viewer, [homeId]))[0] ?? null),
    }),
    kind: t.expose('planKind', { type: KindEnum, description: 'What is planned.' }),
    places: t.exposeInt('places', { description: 'How many come or go. Unit: places.' }),
    change: t.int({
      description: 'The same, negative where they go. Unit: places.',
      resolve: ({ planKind, places }) => (addsPlaces(planKind) ? places : -places),
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'LocalDate',
      description: 'The day from which they are there, or are not.',
    }),
    stage: t.expose('stage', { type: StageEnum, description: 'How far it is.' }),
    stages: t.field({
      type: [StageType],
      description: 'All stages, in order.',
      resolve: (plan) => [...stagesOf(plan)],
    }),
    cost: t.exposeFloat('cost', {
      nullable: true,
      description: 'Null where nobody has said. Unit: GBP.',
    }),
    risk: t.expose('risk', {
      type: RiskEnum,
      nullable: true,
      description: 'How great it is; null where nobody has said.',
    }),
    riskReason: t.exposeString('riskReason', {
      nullable: true,
      description: `What it is: ${riskWords}; null where nobody has said.`,
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanChange: t.boolean({
      description: 'Whether you may change it.',
      resolve: (plan, _args, { viewer }) => mayDescribe(viewer.actor, plan),
    }),
  }),
});

const StepInput = builder.inputType('PlacesPlanStepInput', {
  description: 'A stage of a plan: when it is planned, when it was done, or both.',
  fields: (t) => ({
    stage: t.field({ type: StageEnum, required: true, description: 'Which.' }),
    plannedOn: t.field({ type: 'LocalDate', description: 'When it is planned.' }),
    doneOn: t.field({ type: 'LocalDate', description: 'When it was done.' }),
  }),
});

const SaveInput = builder.inputType('SavePlacesPlanInput', {
  description: 'A plan of places, whole.',
  fields: (t) => ({
    plan: t.globalID({ for: PlanRef, description: 'Which is to change; absent: a new one.' }),
    version: t.int({ description: 'The version you saw of it; absent for a new one.' }),
    authority: t.field({ type: 'GssCode', required: true, description: 'One of yours.' }),
    home: t.globalID({ for: HomeRef, description: 'Which it is about; absent: one to open.' }),
    reference: t.string({
      required: true,
      description: 'Your own, with a digit. No other plan of yours has it.',
    }),
    kind: t.field({ type: KindEnum, required: true, description: 'What is planned.' }),
    places: t.int({ required: true, description: 'How many come or go. Unit: places.' }),
    effectiveOn: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day from which they are there, or are not.',
    }),
    stage: t.field({ type: StageEnum, required: true, description: 'How far it is.' }),
    cost: t.float({ description: 'Unit: GBP.' }),
    risk: t.field({ type: RiskEnum, description: 'How great it is.' }),
    riskReason: t.string({ description: `What it is: ${riskWords}.` }),
    stages: t.field({ type: [StepInput], description: 'Each once.' }),
  }),
});

builder.queryField('placesPlanned', (t) =>
  t.field({
    type: [PlanRef],
    description: 'Your plans of places in a consortium’s areas, the next one first.',
    args: { consortium: t.arg.string({ required: true, description: 'Its code.' }) },
    authScopes: readsBeds,
    resolve: (_root, { consortium }, { viewer }) => listPlans(viewer, consortium),
  }),
);

builder.mutationField('savePlacesPlan', (t) =>
  t.field({
    type: PlanRef,
    description: 'Keeps a plan of places, or changes one.',
    args: { input: t.arg({ type: SaveInput, required: true, description: 'The plan.' }) },
    authScopes: plansBeds,
    resolve: (_root, { input }, { viewer }) =>
      savePlan(viewer, { ...input, plan: input.plan?.id, home: input.home?.id }),
  }),
);
