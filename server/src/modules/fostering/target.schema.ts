import type { ChainCheck, ChainLink } from '@sufficiency/shared/fostering/target-chain.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { readsHouseholds } from './household-reference.schema.ts';
import type { TargetProgress, TargetRecord } from './targets.service.ts';
import { checkOf, listTargets, progressOf, setTarget } from './targets.service.ts';

const LinkEnum = builder.enumType('TargetLink', {
  description: 'Two statements of a target that are held against each other.',
  values: {
    CONVERSION: { description: 'Enquiries × rate = approvals.' },
    UPLIFT: { description: 'Baseline and uplift = approvals.' },
  },
});

const Link = builder.objectRef<ChainLink>('TargetChainLink').implement({
  description: 'Whether two statements of a target agree.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    kind: t.expose('kind', { type: LinkEnum, description: 'Which.' }),
    agrees: t.exposeBoolean('agrees', { description: 'As far as percentages were stated.' }),
    approvals: t.exposeInt('approvals', {
      description: 'Approvals that it gives. Unit: households.',
    }),
    percentNeeded: t.exposeFloat('percentNeeded', {
      nullable: true,
      description: 'The percentage that would give the approvals stated. Unit: percent.',
    }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
  }),
});

const Check = builder.objectRef<ChainCheck>('TargetCheck').implement({
  description: 'Whether what was stated of a target agrees with itself.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    agrees: t.exposeBoolean('agrees', { description: 'True where nothing is contradicted.' }),
    links: t.field({
      type: [Link],
      description: 'What could be held against each other.',
      resolve: ({ links }) => [...links],
    }),
    approvalsThatAgree: t.exposeInt('approvalsThatAgree', {
      nullable: true,
      description:
        'Approvals that would agree with all else; null where none do, or none is needed.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'The contradiction in words; null where there is none.',
    }),
  }),
});

const Progress = builder.objectRef<TargetProgress>('TargetProgress').implement({
  description: 'How far a target’s year has come.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    until: t.expose('until', { type: 'LocalDate', description: 'Counted up to this day.' }),
    enquiries: t.exposeInt('enquiries', { description: 'Received in the year. Unit: enquiries.' }),
    approvals: t.exposeInt('approvals', { description: 'In the year. Unit: households.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description:
        'True where any of them is made up for a demonstration; the target itself need not be.',
    }),
  }),
});

const Target = builder.objectRef<TargetRecord>('FosteringTarget').implement({
  description: 'What is aimed at in a year, as it was stated.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    id: t.id({ description: 'Of the target.', resolve: ({ id }) => id }),
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
    baselineApprovals: t.exposeInt('baselineApprovals', {
      nullable: true,
      description: 'Approved in the year it is measured against. Unit: households.',
    }),
    upliftPercent: t.exposeFloat('upliftPercent', {
      nullable: true,
      description: 'Over the baseline. Unit: percent.',
    }),
    enquiries: t.exposeInt('enquiries', { nullable: true, description: 'Unit: enquiries.' }),
    conversionPercent: t.exposeFloat('conversionPercent', {
      nullable: true,
      description: 'Approvals of enquiries. Unit: percent.',
    }),
    approvals: t.exposeInt('approvals', { description: 'Unit: households.' }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'Where it was stated; null where its holder says it.',
    }),
    shared: t.exposeBoolean('shared', {
      description:
        'True where all members of the consortium see it. One of the whole hub has a baseline or an uplift then only with the source that published it: members could take their own from it.',
    }),
    check: t.field({
      type: Check,
      description: 'Whether it agrees with itself.',
      resolve: (target) => checkOf(target),
    }),
    progress: t.field({
      type: Progress,
      nullable: true,
      description:
        'What there has been of its year, for its holder and whose it is; null for others, who could take their own from it.',
      resolve: (target, _args, { viewer }) => progressOf(viewer, target),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
  }),
});

const SetInput = builder.inputType('SetFosteringTargetInput', {
  description: 'A target as it is stated.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code.' }),
    authority: t.field({ type: 'GssCode', description: 'Whose; absent for the whole hub.' }),
    year: t.string({ required: true, description: 'A financial year, for example 2026-27.' }),
    householdType: t.string({ description: 'Type of household it is about; absent for all.' }),
    version: t.int({ description: 'The version you saw; absent for a new one.' }),
    baselineApprovals: t.int({
      description: 'Approved in the year it is measured against. Unit: households.',
    }),
    upliftPercent: t.float({ description: 'Over the baseline. Unit: percent.' }),
    enquiries: t.int({ description: 'In the year. Unit: enquiries.' }),
    conversionPercent: t.float({ description: 'Approvals of enquiries. Unit: percent.' }),
    approvals: t.int({ required: true, description: 'In the year. Unit: households.' }),
    source: t.string({ description: 'Where it was stated.' }),
    shared: t.boolean({ description: 'True: all members of the consortium see it.' }),
  }),
});

builder.queryField('fosteringTargets', (t) =>
  t.field({
    type: [Target],
    description:
      'Targets of a consortium: your own, those of your authorities, and what its hub published. The latest year first.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code.' }),
      year: t.arg.string({ description: 'Only of this financial year: 2026-27.' }),
    },
    authScopes: readsHouseholds,
    resolve: (_root, args, { viewer }) => listTargets(viewer, args),
  }),
);

builder.mutationField('setFosteringTarget', (t) =>
  t.field({
    type: Target,
    description:
      'States a target of a year, or states it anew. One that contradicts itself is kept: its check says so.',
    args: { input: t.arg({ type: SetInput, required: true, description: 'What is aimed at.' }) },
    authScopes: { signedIn: true, permission: 'fostering:plan' },
    resolve: (_root, { input }, { viewer }) => setTarget(viewer, input),
  }),
);
