import type { Stage, StageClock, StageSet } from '@sufficiency/shared/fostering/stages.ts';
import { isStandardStage } from '@sufficiency/shared/fostering/stages.ts';
import { builder } from '../../graphql/builder.ts';
import { readsEnquiries } from './enquiry-reference.schema.ts';
import type { ConsortiumStages } from './stages.service.ts';
import { changeStages, readStages } from './stages.service.ts';

/** In what a clock counts. */
export const ClockUnitEnum = builder.enumType('StageClockUnit', {
  description: 'What a clock counts.',
  values: {
    WORKING_DAYS: { description: 'Working days in England.' },
    DAYS: { description: 'Days.' },
    MONTHS: { description: 'Calendar months.' },
  },
});

const Clock = builder.objectRef<StageClock>('StageClock').implement({
  description: 'How long a stage may take. Days on hold do not count.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    from: t.exposeString('from', { description: 'Code of the stage from which it runs.' }),
    limit: t.exposeInt('limit', { description: 'Most; see `unit`.' }),
    unit: t.expose('unit', { type: ClockUnitEnum, description: 'What is counted.' }),
  }),
});

/** Stages are no secret: funnels of released figures have them, too. */
export const StageType = builder.objectRef<Stage>('FosteringStage').implement({
  description: 'A stage on the way from enquiry to approval.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'For example INITIAL-VISIT; a hub’s own begin with OWN-.',
    }),
    title: t.exposeString('title', { description: 'For people.' }),
    definition: t.exposeString('definition', { description: 'What it means to reach it.' }),
    used: t.exposeBoolean('used', { description: 'False where it is not recorded.' }),
    standard: t.boolean({
      description: 'True for a stage that every consortium has.',
      resolve: ({ code }) => isStandardStage(code),
    }),
    clock: t.field({
      type: Clock,
      nullable: true,
      description: 'How long it may take.',
      resolve: ({ clock }) => clock,
    }),
  }),
});

const SetType = builder.objectRef<StageSet>('FosteringStageSet').implement({
  description: 'Stages as they are in force from a day on.',
  authScopes: readsEnquiries,
  fields: (t) => ({
    version: t.exposeInt('version', { description: '0 for the product’s own.' }),
    inForceFrom: t.expose('inForceFrom', {
      type: 'LocalDate',
      nullable: true,
      description: 'Null for the product’s own, in force until a hub makes others.',
    }),
    stages: t.field({
      type: [StageType],
      description: 'In order.',
      resolve: ({ stages }) => [...stages],
    }),
  }),
});

const Stages = builder.objectRef<ConsortiumStages>('FosteringStages').implement({
  description: 'What the stages of a consortium’s enquiries are, and were.',
  authScopes: readsEnquiries,
  fields: (t) => ({
    consortium: t.exposeString('consortium', { description: 'Its code.' }),
    current: t.expose('current', { type: SetType, description: 'In force today.' }),
    sets: t.field({
      type: [SetType],
      description: 'Every set there was, the one made last first, the product’s own last.',
      resolve: ({ sets }) => [...sets],
    }),
    viewerCanChange: t.exposeBoolean('viewerCanChange', {
      description: 'Whether you may change them: as the manager of its hub.',
    }),
  }),
});

builder.queryField('fosteringStages', (t) =>
  t.field({
    type: Stages,
    description: 'Stages of a consortium’s enquiries, with their definitions and clocks.',
    args: { consortium: t.arg.string({ required: true, description: 'Code: d2n2.' }) },
    authScopes: readsEnquiries,
    resolve: (_root, { consortium }, { viewer }) => readStages(viewer, consortium),
  }),
);

const ClockInput = builder.inputType('StageClockInput', {
  description: 'How long a stage may take.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'Code of a stage that comes before.' }),
    limit: t.int({ required: true, description: '1 to 999.' }),
    unit: t.field({ type: ClockUnitEnum, required: true, description: 'What is counted.' }),
  }),
});

const StageInput = builder.inputType('FosteringStageInput', {
  description: 'A stage as it is to be.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'A standard stage, or one of your own that begins with OWN-.',
    }),
    title: t.string({ required: true, description: '1 to 60 characters.' }),
    definition: t.string({ required: true, description: '1 to 400 characters.' }),
    used: t.boolean({ required: true, description: 'False: not recorded from then on.' }),
    clock: t.field({ type: ClockInput, description: 'How long it may take; absent: any time.' }),
  }),
});

const ChangeInput = builder.inputType('ChangeFosteringStagesInput', {
  description: 'Stages as they are to be from a day on.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code of the one your hub serves.' }),
    version: t.int({ required: true, description: 'Of the set made last, as you saw it.' }),
    inForceFrom: t.field({
      type: 'LocalDate',
      description: 'Today or later; today where absent.',
    }),
    stages: t.field({
      type: [StageInput],
      required: true,
      description: 'All of them, in order: every standard stage, and your own.',
    }),
  }),
});

builder.mutationField('changeFosteringStages', (t) =>
  t.field({
    type: Stages,
    description:
      'Changes the stages of your consortium’s enquiries from a day on. What was recorded before keeps the stages of its day.',
    args: { input: t.arg({ type: ChangeInput, required: true, description: 'All of them.' }) },
    authScopes: { signedIn: true, permission: 'fostering:plan' },
    resolve: (_root, { input: { stages, ...input } }, { viewer }) =>
      changeStages(viewer, {
        ...input,
        stages: stages.map(({ clock, ...stage }) => ({ ...stage, clock: clock ?? null })),
      }),
  }),
);
