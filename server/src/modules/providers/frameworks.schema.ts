import type { ExtensionRight } from '@sufficiency/shared/providers/framework-terms.ts';
import { lastPossibleEnd } from '@sufficiency/shared/providers/framework-terms.ts';
import { builder } from '../../graphql/builder.ts';
import { AuthorityRef } from '../authorities/authorities.schema.ts';
import { DataSymbolEnum } from '../indicators/figure.schema.ts';
import type { FrameworkCount } from './framework-counts.service.ts';
import {
  explainCounts,
  hasSyntheticMembers,
  membershipsOf,
  membershipsOfLot,
  membershipsOfTier,
  providersOn,
} from './framework-counts.service.ts';
import { FrameworkDateKindEnum, FrameworkStatusEnum } from './framework-enums.schema.ts';
import type { FrameworkRecord, TierRecord } from './framework-record.ts';
import { FrameworkLotRef, FrameworkRef, readsFrameworks } from './framework-reference.schema.ts';
import {
  buyersOf,
  canChangeFramework,
  findFrameworks,
  findLots,
  holderOf,
  leadOf,
  statusOf,
} from './frameworks.service.ts';
import { JudgementEnum } from './register-reference.schema.ts';

const Count = builder.objectRef<FrameworkCount>('FrameworkCount').implement({
  description: 'How many are on a framework or a part of it today, counted here and as printed.',
  authScopes: readsFrameworks,
  fields: (t) => ({
    value: t.exposeInt('value', {
      nullable: true,
      description: 'As counted here; null exactly when symbol is set.',
    }),
    printed: t.exposeInt('printed', {
      nullable: true,
      description: 'As the framework’s source prints it; null where it does not.',
    }),
    symbol: t.field({
      type: DataSymbolEnum,
      nullable: true,
      description: 'x where who is on it is not shared with you.',
      resolve: ({ value }) => (value === null ? ('x' as const) : null),
    }),
    why: t.exposeString('why', {
      description: 'Why you may see it, or not: “own”, its lead names you a buyer, the agreement.',
    }),
  }),
});

export const ExtensionType = builder.objectRef<ExtensionRight>('ContractExtension').implement({
  description: 'A right to extend a framework or a block contract.',
  authScopes: readsFrameworks,
  fields: (t) => ({
    nth: t.exposeInt('nth', { description: '1 is the first that can be taken up.' }),
    months: t.exposeInt('months', { description: 'By how long. Unit: months.' }),
    decideByMonths: t.exposeInt('decideByMonths', {
      nullable: true,
      description:
        'How long before the end it is to be decided; null where nothing says so. Unit: months.',
    }),
    takenOn: t.expose('takenOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'When it was taken up; null until then.',
    }),
  }),
});

const DateType = builder.objectRef<FrameworkRecord['dates'][number]>('FrameworkDate').implement({
  description: 'Something that happened to a framework, or is to happen.',
  authScopes: readsFrameworks,
  fields: (t) => ({
    kind: t.expose('kind', { type: FrameworkDateKindEnum, description: 'What.' }),
    on: t.expose('on', { type: 'LocalDate', description: 'On which day.' }),
    note: t.exposeString('note', { nullable: true, description: 'More about it.' }),
  }),
});

const Tier = builder.objectRef<TierRecord>('FrameworkTier').implement({
  description: 'Providers of a lot who are asked before others.',
  authScopes: readsFrameworks,
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1 is asked first.' }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    hoursToRespond: t.exposeInt('hoursToRespond', {
      nullable: true,
      description: 'Time to answer before the next tier is asked. Unit: hours.',
    }),
    memberships: t.field({
      type: Count,
      description: 'Providers in it.',
      resolve: (tier, _args, { viewer }) => membershipsOfTier(viewer, tier),
    }),
  }),
});

builder.node(FrameworkLotRef, {
  description: 'A part of a framework that providers are awarded.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'tiers' in value,
  loadMany: (ids, { viewer }) => findLots(viewer, ids),
  authScopes: readsFrameworks,
  fields: (t) => ({
    number: t.exposeString('number', { description: 'As its documents number it.' }),
    title: t.exposeString('title', { description: 'What it buys.' }),
    service: t.exposeString('service', {
      nullable: true,
      description: 'Code of the service it buys, where the framework buys several.',
    }),
    need: t.exposeString('need', { nullable: true, description: 'The need it is for, in words.' }),
    maximumWeeklyPrice: t.exposeFloat('maximumWeeklyPrice', {
      nullable: true,
      description: 'Published maximum; null where none is. Unit: GBP a week.',
    }),
    tiers: t.field({
      type: [Tier],
      description:
        'Its tiers, the one that is asked first first; none where all are asked at once.',
      resolve: ({ tiers }) => [...tiers],
    }),
    memberships: t.field({
      type: Count,
      description: 'Providers on it: in a lot, memberships and providers are the same.',
      resolve: (lot, _args, { viewer }) => membershipsOfLot(viewer, lot),
    }),
    framework: t.expose('framework', { type: FrameworkRef, description: 'Of which it is a part.' }),
  }),
});

builder.node(FrameworkRef, {
  description:
    'How authorities buy: terms agreed with providers beforehand, in lots and tiers. Its facts are public; who is on it is shared by its lead.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'openToNew' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findFrameworks(viewer, ids),
  authScopes: readsFrameworks,
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'For people, for example CCS034.' }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    ocid: t.exposeString('ocid', {
      nullable: true,
      description: 'Open Contracting id of its procurement.',
    }),
    lead: t.field({
      type: AuthorityRef,
      nullable: true,
      description: 'The authority that leads it; null where none of today’s does.',
      resolve: (framework, _args, { viewer }) => leadOf(viewer, framework),
    }),
    leadText: t.exposeString('leadText', {
      description: 'Who leads it, in the source’s words.',
    }),
    holder: t.string({
      description: 'The organisation that entered it: it answers for what is said here.',
      resolve: (framework, _args, { viewer }) => holderOf(viewer, framework),
    }),
    buyers: t.field({
      type: [AuthorityRef],
      description: 'Authorities that may call off it, by name, as its lead names them.',
      resolve: (framework, _args, { viewer }) => buyersOf(viewer, framework),
    }),
    status: t.field({
      type: FrameworkStatusEnum,
      description: 'Where it stands today.',
      resolve: (framework, _args, { viewer }) => statusOf(viewer, framework),
    }),
    services: t.exposeStringList('services', {
      description: 'Codes of what it buys: FOSTERING, RESIDENTIAL, SUPPORTED, SCHOOL, FAMILY.',
    }),
    startsOn: t.expose('startsOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day; null where its source does not say.',
    }),
    endsOn: t.expose('endsOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day as it stands; null where its source does not say.',
    }),
    openToNew: t.exposeBoolean('openToNew', {
      description: 'True where further providers may join while it lasts.',
    }),
    extensions: t.field({
      type: [ExtensionType],
      description: 'Rights to extend it, taken up or not.',
      resolve: ({ extensions }) => [...extensions],
    }),
    lastPossibleEnd: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day if every right to extend is taken up.',
      resolve: ({ endsOn, extensions }) => lastPossibleEnd(endsOn, extensions),
    }),
    noticeMonths: t.exposeInt('noticeMonths', {
      nullable: true,
      description: 'Notice by which either side may leave. Unit: months.',
    }),
    decisionLeadMonths: t.exposeInt('decisionLeadMonths', {
      nullable: true,
      description: 'How long before its end what follows must be begun. Unit: months.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Estimated value over its whole term. Unit: GBP.',
    }),
    conditionJudgement: t.expose('conditionJudgement', {
      type: JudgementEnum,
      nullable: true,
      description: 'The least judgement that its homes must have.',
    }),
    condition: t.exposeString('condition', {
      nullable: true,
      description: 'Its conditions, in words.',
    }),
    lots: t.field({
      type: [FrameworkLotRef],
      description: 'Its lots, by number.',
      resolve: ({ lots }) => [...lots],
    }),
    dates: t.field({
      type: [DateType],
      description: 'When it opened, re-opened, was awarded and extended, in order.',
      resolve: ({ dates }) => [...dates],
    }),
    lotMemberships: t.field({
      type: Count,
      description: 'Memberships of its lots: whoever is on several counts once for each.',
      resolve: (framework, _args, { viewer }) => membershipsOf(viewer, framework),
    }),
    providers: t.field({
      type: Count,
      description: 'Distinct providers on it.',
      resolve: (framework, _args, { viewer }) => providersOn(viewer, framework),
    }),
    printedHomes: t.exposeInt('printedHomes', {
      nullable: true,
      description: 'Homes on it, as its source prints them.',
    }),
    countsExplained: t.string({
      description:
        'Why memberships and providers are different numbers, counted and printed, in sentences.',
      resolve: (framework, _args, { viewer }) => explainCounts(viewer, framework),
    }),
    source: t.exposeString('source', { description: 'Where these facts are from.' }),
    sourceUrl: t.exposeString('sourceUrl', { nullable: true, description: 'Its address.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where the framework itself is made up for a demonstration.',
    }),
    membershipsSynthetic: t.boolean({
      description: 'True where any membership you see is made up for a demonstration.',
      resolve: (framework, _args, { viewer }) => hasSyntheticMembers(viewer, framework),
    }),
    published: t.exposeBoolean('published', {
      description: 'False while only its holder sees it.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanChange: t.boolean({
      description: 'Whether you may change it, and who is on it.',
      resolve: (framework, _args, { viewer }) => canChangeFramework(viewer, framework),
    }),
  }),
});
