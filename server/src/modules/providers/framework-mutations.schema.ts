import { builder } from '../../graphql/builder.ts';
import { addAwards, changeAwardHomes, endAward } from './award-changes.service.ts';
import { setAwardPrice } from './award-prices.service.ts';
import { correctCallOff, recordCallOff, takeBackCallOff } from './call-offs.service.ts';
import { addFramework, changeFramework } from './framework-changes.service.ts';
import { CallOffMethodEnum, FrameworkDateKindEnum } from './framework-enums.schema.ts';
import { CallOffRef, FrameworkAwardRef, FrameworkRef } from './framework-reference.schema.ts';
import { JudgementEnum } from './register-reference.schema.ts';

const TierInput = builder.inputType('FrameworkTierInput', {
  description: 'A tier of a lot.',
  fields: (t) => ({
    number: t.int({ required: true, description: '1 is asked first; no two of a lot are alike.' }),
    title: t.string({ required: true, description: 'What it is called.' }),
    hoursToRespond: t.int({ description: 'Time to answer. Unit: hours.' }),
  }),
});

const LotInput = builder.inputType('FrameworkLotInput', {
  description: 'A lot of a framework.',
  fields: (t) => ({
    number: t.string({ required: true, description: 'As its documents number it.' }),
    title: t.string({ required: true, description: 'What it buys.' }),
    service: t.string({ description: 'Code of the service, where the framework buys several.' }),
    need: t.string({ description: 'The need it is for, in words.' }),
    maximumWeeklyPrice: t.float({ description: 'Published maximum. Unit: GBP a week.' }),
    printedMemberships: t.int({ description: 'Its memberships, as the source prints them.' }),
    tiers: t.field({
      type: [TierInput],
      description: 'Its tiers: all of them; none are all asked at once. Absent: as they are.',
    }),
  }),
});

const DateInput = builder.inputType('FrameworkDateInput', {
  description: 'Something that happened to a framework, or is to happen.',
  fields: (t) => ({
    kind: t.field({ type: FrameworkDateKindEnum, required: true, description: 'What.' }),
    on: t.field({ type: 'LocalDate', required: true, description: 'On which day.' }),
    note: t.string({ description: 'More about it.' }),
  }),
});

const DateNameInput = builder.inputType('FrameworkDateNameInput', {
  description: 'Which date of a framework.',
  fields: (t) => ({
    kind: t.field({ type: FrameworkDateKindEnum, required: true, description: 'What.' }),
    on: t.field({ type: 'LocalDate', required: true, description: 'On which day.' }),
  }),
});

const RemovedInput = builder.inputType('RemovedFrameworkPartsInput', {
  description:
    'Parts of a framework that were entered wrongly and go, before anything is added. A lot or tier that has or had members stays, as does a right that was taken up.',
  fields: (t) => ({
    lots: t.stringList({ description: 'Numbers of lots.' }),
    dates: t.field({ type: [DateNameInput], description: 'Dates.' }),
    extensions: t.intList({ description: 'Rights to extend, as `nth` of them.' }),
  }),
});

export const ExtensionInput = builder.inputType('ContractExtensionInput', {
  description: 'A right to extend.',
  fields: (t) => ({
    months: t.int({ required: true, description: 'By how long. Unit: months.' }),
    decideByMonths: t.int({
      description: 'How long before the end it is to be decided. Unit: months.',
    }),
  }),
});

export const ExtensionTakenInput = builder.inputType('ExtensionTakenInput', {
  description: 'A right to extend that is taken up: the last day moves by as many months.',
  fields: (t) => ({
    nth: t.int({ required: true, description: 'Which, as `nth` of it.' }),
    on: t.field({ type: 'LocalDate', required: true, description: 'When.' }),
  }),
});

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** What adding and changing a framework have in common. */
const terms = (t: InputFields) => ({
  ocid: t.string({ description: 'Open Contracting id of its procurement.' }),
  lead: t.field({
    type: 'GssCode',
    description: 'The authority that leads it: one of yours; for a hub, a member.',
  }),
  startsOn: t.field({ type: 'LocalDate', description: 'First day.' }),
  endsOn: t.field({ type: 'LocalDate', description: 'Last day.' }),
  openToNew: t.boolean({ description: 'True where further providers may join.' }),
  noticeMonths: t.int({ description: 'Unit: months.' }),
  decisionLeadMonths: t.int({
    description: 'How long before its end what follows must be begun. Unit: months.',
  }),
  value: t.float({ description: 'Estimated value over its whole term. Unit: GBP.' }),
  conditionJudgement: t.field({
    type: JudgementEnum,
    description: 'The least judgement that its homes must have.',
  }),
  condition: t.string({ description: 'Its conditions, in words.' }),
  printedProviders: t.int({ description: 'Providers on it, as its source prints them.' }),
  printedMemberships: t.int({ description: 'Lot memberships, as its source prints them.' }),
  printedHomes: t.int({ description: 'Homes on it, as its source prints them.' }),
  sourceUrl: t.string({ description: 'Address of the source, https://…' }),
  published: t.boolean({
    description:
      'False: only your organisation sees it. True needs a lead of yours, unless you are a hub.',
  }),
  buyers: t.field({
    type: ['GssCode'],
    description: 'Authorities that may call off it: all of them.',
  }),
  lots: t.field({ type: [LotInput], description: 'Its lots.' }),
  dates: t.field({ type: [DateInput], description: 'Days on which something happened to it.' }),
  extensions: t.field({ type: [ExtensionInput], description: 'Rights to extend it, in order.' }),
});

const AddInput = builder.inputType('AddFrameworkInput', {
  description: 'A framework that your organisation holds.',
  fields: (t) => ({
    reference: t.string({ required: true, description: 'For people; no other of yours has it.' }),
    title: t.string({ required: true, description: 'What it is called.' }),
    leadText: t.string({ required: true, description: 'Who leads it, in words.' }),
    services: t.stringList({ required: true, description: 'Codes of what it buys.' }),
    source: t.string({ required: true, description: 'Where these facts are from.' }),
    ...terms(t),
  }),
});

const ChangeInput = builder.inputType('ChangeFrameworkInput', {
  description:
    'What is to change of a framework; what is absent stays. Lots are added, or changed where one of that number is there; dates and rights to extend are added.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: FrameworkRef, description: 'Which.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    reference: t.string({ description: 'For people; no other of yours has it.' }),
    title: t.string({ description: 'What it is called.' }),
    leadText: t.string({ description: 'Who leads it, in words.' }),
    services: t.stringList({ description: 'Codes of what it buys.' }),
    source: t.string({ description: 'Where these facts are from.' }),
    extensionTaken: t.field({
      type: ExtensionTakenInput,
      description: 'A right that is taken up.',
    }),
    removed: t.field({ type: RemovedInput, description: 'What was entered wrongly and goes.' }),
    ...terms(t),
  }),
});

const AwardInput = builder.inputType('FrameworkAwardInput', {
  description: 'A provider that joins a lot.',
  fields: (t) => ({
    lot: t.string({ required: true, description: 'Number of the lot.' }),
    tier: t.int({ description: 'Number of its tier, where the lot has tiers.' }),
    provider: t.string({ required: true, description: 'Key of a provider of the register.' }),
    startsOn: t.field({ type: 'LocalDate', required: true, description: 'First day.' }),
    endsOn: t.field({
      type: 'LocalDate',
      description: 'Last day; absent: as long as the framework.',
    }),
    services: t.stringList({ description: 'URNs of the homes and services it offers.' }),
  }),
});

const AddAwardsInput = builder.inputType('AddFrameworkAwardsInput', {
  description: 'Providers that join a framework: all of them, or none.',
  fields: (t) => ({
    framework: t.globalID({ required: true, for: FrameworkRef, description: 'Which.' }),
    version: t.int({ required: true, description: 'The version of the framework you saw.' }),
    awards: t.field({ type: [AwardInput], required: true, description: 'Who: 1 to 500.' }),
  }),
});

const EndAwardInput = builder.inputType('EndFrameworkAwardInput', {
  description: 'A membership that ends.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: FrameworkAwardRef, description: 'Which.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    endsOn: t.field({ type: 'LocalDate', required: true, description: 'Its last day.' }),
  }),
});

const AwardHomesInput = builder.inputType('ChangeAwardHomesInput', {
  description: 'Which homes and services a provider offers on a framework.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: FrameworkAwardRef, description: 'Its membership.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    services: t.stringList({
      required: true,
      description: 'URNs of all that it offers from now on; those left out are offered no more.',
    }),
  }),
});

const PriceInput = builder.inputType('SetAwardPriceInput', {
  description: 'What a provider tendered. Only your own organisation ever sees it.',
  fields: (t) => ({
    award: t.globalID({ required: true, for: FrameworkAwardRef, description: 'On which award.' }),
    need: t.string({ description: 'Need or category; absent where it is one for all.' }),
    weeklyPrice: t.float({ required: true, description: 'Unit: GBP a week.' }),
    version: t.int({ description: 'The version of the price you saw; absent for a first one.' }),
  }),
});

/** What recording and correcting a call-off have in common. */
const callOffTerms = (t: InputFields) => ({
  authority: t.field({
    type: 'GssCode',
    required: true,
    description: 'For which authority of yours.',
  }),
  madeOn: t.field({ type: 'LocalDate', required: true, description: 'When.' }),
  method: t.field({
    type: CallOffMethodEnum,
    required: true,
    description: 'Direct award or further competition.',
  }),
  placements: t.int({ required: true, description: 'How many. Unit: placements.' }),
  weeklyPrice: t.float({ description: 'What is paid. Unit: GBP a week and placement.' }),
});

const CallOffInput = builder.inputType('RecordCallOffInput', {
  description: 'Placements called off an award. Only your own organisation ever sees them.',
  fields: (t) => ({
    award: t.globalID({ required: true, for: FrameworkAwardRef, description: 'Off which award.' }),
    ...callOffTerms(t),
  }),
});

/** A call-off, and the version that was seen. */
const seenCallOff = (t: InputFields) => ({
  id: t.globalID({ required: true, for: CallOffRef, description: 'Which.' }),
  version: t.int({ required: true, description: 'The version you saw.' }),
});

const CorrectCallOffInput = builder.inputType('CorrectCallOffInput', {
  description: 'A call-off of yours that was recorded wrongly, as it is to stand: all of it.',
  fields: (t) => ({ ...seenCallOff(t), ...callOffTerms(t) }),
});

const TakeBackCallOffInput = builder.inputType('TakeBackCallOffInput', {
  description: 'A call-off of yours that was recorded wrongly, and never was.',
  fields: seenCallOff,
});

const writes = { signedIn: true, permission: 'framework:write' } as const;
const callsOff = { signedIn: true, permission: 'calloff:record' } as const;

builder.mutationFields((t) => ({
  addFramework: t.field({
    type: FrameworkRef,
    description: 'Adds a framework that your organisation leads, or keeps as the hub.',
    args: { input: t.arg({ type: AddInput, required: true, description: 'What it is.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) => addFramework(viewer, input as never),
  }),
  changeFramework: t.field({
    type: FrameworkRef,
    description: 'Changes a framework of your organisation’s.',
    args: { input: t.arg({ type: ChangeInput, required: true, description: 'What changes.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      changeFramework(viewer, { ...input, id: input.id.id } as never),
  }),
  addFrameworkAwards: t.field({
    type: [FrameworkAwardRef],
    description: 'Adds providers to a framework of your organisation’s: all of them, or none.',
    args: { input: t.arg({ type: AddAwardsInput, required: true, description: 'Who.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      addAwards(viewer, { ...input, id: input.framework.id }, input.awards as never),
  }),
  endFrameworkAward: t.field({
    type: FrameworkAwardRef,
    description: 'Ends a provider’s membership of a framework of your organisation’s.',
    args: { input: t.arg({ type: EndAwardInput, required: true, description: 'Which.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      endAward(viewer, { ...input, id: input.id.id } as never),
  }),
  changeAwardHomes: t.field({
    type: FrameworkAwardRef,
    description:
      'Says anew which homes and services a provider offers on a framework of your organisation’s.',
    args: {
      input: t.arg({ type: AwardHomesInput, required: true, description: 'Which, and what.' }),
    },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      changeAwardHomes(viewer, { ...input, id: input.id.id }),
  }),
  setAwardPrice: t.field({
    type: FrameworkAwardRef,
    description: 'Records what a provider tendered on an award, for your own organisation only.',
    args: { input: t.arg({ type: PriceInput, required: true, description: 'Which, and what.' }) },
    authScopes: { signedIn: true, permission: 'contract:write' },
    resolve: (_root, { input }, { viewer }) =>
      setAwardPrice(viewer, { ...input, id: input.award.id }),
  }),
  recordCallOff: t.field({
    type: FrameworkAwardRef,
    description: 'Records placements called off an award, for your own organisation only.',
    args: { input: t.arg({ type: CallOffInput, required: true, description: 'What.' }) },
    authScopes: callsOff,
    resolve: (_root, { input }, { viewer }) =>
      recordCallOff(viewer, { ...input, id: input.award.id } as never),
  }),
  correctCallOff: t.field({
    type: FrameworkAwardRef,
    description: 'Corrects a call-off of your organisation’s that was recorded wrongly.',
    args: { input: t.arg({ type: CorrectCallOffInput, required: true, description: 'What.' }) },
    authScopes: callsOff,
    resolve: (_root, { input }, { viewer }) =>
      correctCallOff(viewer, { ...input, id: input.id.id } as never),
  }),
  takeBackCallOff: t.field({
    type: FrameworkAwardRef,
    description: 'Takes back a call-off of your organisation’s that was recorded wrongly.',
    args: { input: t.arg({ type: TakeBackCallOffInput, required: true, description: 'Which.' }) },
    authScopes: callsOff,
    resolve: (_root, { input }, { viewer }) =>
      takeBackCallOff(viewer, { ...input, id: input.id.id }),
  }),
}));
