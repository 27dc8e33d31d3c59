import { resolveOffsetConnection } from '@pothos/plugin-relay';
import type { BreakEven } from '@sufficiency/shared/providers/break-even.ts';
import { lastPossibleEnd } from '@sufficiency/shared/providers/framework-terms.ts';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { addContract, changeContract } from './contract-changes.service.ts';
import { recordContractMonth } from './contract-months.service.ts';
import type { ContractFilter, ContractMonth } from './contracts.service.ts';
import {
  breakEvenOf,
  canChangeContract,
  contractWhy,
  countContracts,
  findContracts,
  listContracts,
  monthsOf,
  priceOfContract,
} from './contracts.service.ts';
import { ExtensionInput, ExtensionTakenInput } from './framework-mutations.schema.ts';
import { BlockContractRef, readsContracts } from './framework-reference.schema.ts';
import { ExtensionType } from './frameworks.schema.ts';
import { findServices, providerOf } from './register.service.ts';
import { ProviderRef, ServiceRef } from './register-reference.schema.ts';

const Month = builder.objectRef<ContractMonth>('BlockMonth').implement({
  description: 'How a block contract was used in a month.',
  authScopes: readsContracts,
  fields: (t) => ({
    month: t.exposeString('month', { description: 'For example 2026-09.' }),
    beds: t.exposeInt('beds', { description: 'Paid for. Unit: beds.' }),
    occupied: t.exposeInt('occupied', { description: 'On its last day. Unit: beds.' }),
    voidDays: t.exposeInt('voidDays', {
      description: 'Paid for and empty, over all beds. Unit: bed days.',
    }),
    bedDays: t.exposeInt('bedDays', { description: 'Paid for. Unit: bed days.' }),
  }),
});

const BreakEvenType = builder.objectRef<BreakEven>('BreakEven').implement({
  description: 'When a block bed is as dear as a spot placement. Your own organisation’s only.',
  authScopes: readsContracts,
  fields: (t) => ({
    occupancy: t.exposeFloat('occupancy', {
      nullable: true,
      description:
        'Share of the time at which both cost the same: the block’s price over the spot price. Unit: percent.',
    }),
    actualOccupancy: t.exposeFloat('actualOccupancy', {
      nullable: true,
      description: 'Over all months recorded. Unit: percent.',
    }),
    costOfUsedWeek: t.exposeFloat('costOfUsedWeek', {
      nullable: true,
      description: 'What a week cost in which a bed was used. Unit: GBP a week.',
    }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
  }),
});

builder.node(BlockContractRef, {
  description: 'Beds that an authority has to itself.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'beds' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findContracts(viewer, ids),
  authScopes: readsContracts,
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'For people.' }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'Whose beds they are.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'With whom.',
      resolve: ({ providerId }, _args, { viewer }) => providerOf(viewer, providerId),
    }),
    services: t.field({
      type: [ServiceRef],
      description: 'Homes in which the beds are.',
      resolve: async ({ services }, _args, { viewer }) => {
        const urns = services.map(({ urn }) => urn);
        return (await findServices(viewer, urns)).filter((service) => service !== null);
      },
    }),
    beds: t.exposeInt('beds', { description: 'Unit: beds.' }),
    weeklyPrice: t.float({
      nullable: true,
      description:
        'Paid for each bed, occupied or not; your own organisation’s only. Unit: GBP a week.',
      resolve: async (contract, _args, { viewer }) =>
        (await priceOfContract(viewer, contract))?.weeklyPrice ?? null,
    }),
    spotWeeklyPrice: t.float({
      nullable: true,
      description:
        'What the same place costs by spot purchase, as your own organisation recorded it. Unit: GBP a week.',
      resolve: async (contract, _args, { viewer }) =>
        (await priceOfContract(viewer, contract))?.spotWeeklyPrice ?? null,
    }),
    startsOn: t.expose('startsOn', { type: 'LocalDate', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'LocalDate', description: 'Last day as it stands.' }),
    lastPossibleEnd: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day if every right to extend is taken up.',
      resolve: ({ endsOn, extensions }) => lastPossibleEnd(endsOn, extensions),
    }),
    noticeMonths: t.exposeInt('noticeMonths', {
      nullable: true,
      description: 'Unit: months.',
    }),
    decisionLeadMonths: t.exposeInt('decisionLeadMonths', {
      nullable: true,
      description: 'How long before its end what follows must be begun. Unit: months.',
    }),
    extensionOptions: t.field({
      type: [ExtensionType],
      description: 'Rights to extend it, taken up or not.',
      resolve: ({ extensions }) => [...extensions],
    }),
    months: t.field({
      type: [Month],
      description: 'How it was used, as far back as you may see.',
      resolve: (contract, _args, { viewer }) => monthsOf(viewer, contract),
    }),
    breakEven: t.field({
      type: BreakEvenType,
      nullable: true,
      description: 'When its beds are as dear as spot; null but for your own organisation’s.',
      resolve: (contract, _args, { viewer }) => breakEvenOf(viewer, contract),
    }),
    why: t.string({
      description: 'Why you may see it: “own”, or the agreement.',
      resolve: (contract, _args, { viewer }) => contractWhy(viewer, contract),
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'The public notice that names it; null where its authority says it.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanChange: t.boolean({
      description: 'Whether you may change it.',
      resolve: (contract, _args, { viewer }) => canChangeContract(viewer, contract),
    }),
  }),
});

builder.queryField('contracts', (t) =>
  t.connection(
    {
      type: BlockContractRef,
      description:
        'Block contracts: your own, and others’ where agreements show records. The one that ends next first.',
      args: {
        consortium: t.arg.string({ description: 'Only those of its members: its code.' }),
        authority: t.arg({ type: 'GssCode', description: 'Only those of this authority.' }),
        inForceOn: t.arg({ type: 'LocalDate', description: 'Only those in force on this day.' }),
      },
      authScopes: readsContracts,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listContracts(viewer, args as ContractFilter, page),
        )),
        filter: args,
      }),
    },
    {
      name: 'BlockContractConnection',
      description: 'A page of block contracts.',
      authScopes: readsContracts,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) =>
            countContracts(viewer, (page as unknown as { filter: ContractFilter }).filter),
        }),
      }),
    },
    {
      name: 'BlockContractEdge',
      description: 'A block contract in a page.',
      authScopes: readsContracts,
    },
  ),
);

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** What adding and changing a block contract have in common. */
const terms = (t: InputFields) => ({
  noticeMonths: t.int({ description: 'Unit: months.' }),
  decisionLeadMonths: t.int({
    description: 'How long before its end what follows must be begun. Unit: months.',
  }),
  services: t.stringList({ description: 'URNs of the homes in which the beds are: all of them.' }),
  weeklyPrice: t.float({
    description: 'Paid for each bed, occupied or not; nobody else sees it. Unit: GBP a week.',
  }),
  spotWeeklyPrice: t.float({
    description: 'What the same place costs by spot purchase. Unit: GBP a week.',
  }),
  extensions: t.field({
    type: [ExtensionInput],
    description: 'Rights to extend it: further ones.',
  }),
});

const AddInput = builder.inputType('AddBlockContractInput', {
  description: 'A block contract of an authority of yours.',
  fields: (t) => ({
    authority: t.field({ type: 'GssCode', required: true, description: 'Whose beds they are.' }),
    reference: t.string({ required: true, description: 'For people; no other of yours has it.' }),
    provider: t.string({ required: true, description: 'Key of a provider of the register.' }),
    beds: t.int({ required: true, description: 'Unit: beds.' }),
    startsOn: t.field({ type: 'LocalDate', required: true, description: 'First day.' }),
    endsOn: t.field({ type: 'LocalDate', required: true, description: 'Last day.' }),
    ...terms(t),
  }),
});

const ChangeInput = builder.inputType('ChangeBlockContractInput', {
  description: 'What is to change of a block contract; what is absent stays.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: BlockContractRef, description: 'Which.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    reference: t.string({ description: 'For people; no other of yours has it.' }),
    beds: t.int({ description: 'Unit: beds.' }),
    startsOn: t.field({ type: 'LocalDate', description: 'First day.' }),
    endsOn: t.field({ type: 'LocalDate', description: 'Last day.' }),
    extensionTaken: t.field({
      type: ExtensionTakenInput,
      description: 'A right that is taken up.',
    }),
    ...terms(t),
  }),
});

const MonthInput = builder.inputType('RecordBlockMonthInput', {
  description: 'How a block contract was used in a month that has ended.',
  fields: (t) => ({
    id: t.globalID({ required: true, for: BlockContractRef, description: 'Which.' }),
    version: t.int({ required: true, description: 'The version of the contract you saw.' }),
    month: t.string({ required: true, description: 'For example 2026-09.' }),
    occupied: t.int({ required: true, description: 'On its last day. Unit: beds.' }),
    voidDays: t.int({
      required: true,
      description: 'Paid for and empty, over all beds. Unit: bed days.',
    }),
  }),
});

const writes = { signedIn: true, permission: 'contract:write' } as const;

builder.mutationFields((t) => ({
  addBlockContract: t.field({
    type: BlockContractRef,
    description: 'Adds a block contract of an authority of yours.',
    args: { input: t.arg({ type: AddInput, required: true, description: 'What it is.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) => addContract(viewer, input as never),
  }),
  changeBlockContract: t.field({
    type: BlockContractRef,
    description: 'Changes a block contract of yours.',
    args: { input: t.arg({ type: ChangeInput, required: true, description: 'What changes.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      changeContract(viewer, { ...input, id: input.id.id } as never),
  }),
  recordBlockMonth: t.field({
    type: BlockContractRef,
    description: 'Records how a block contract of yours was used in a month, or puts it right.',
    args: { input: t.arg({ type: MonthInput, required: true, description: 'What.' }) },
    authScopes: writes,
    resolve: (_root, { input }, { viewer }) =>
      recordContractMonth(viewer, { ...input, id: input.id.id }),
  }),
}));
