import { builder } from '../../graphql/builder.ts';
import { BlockContractRef } from '../providers/framework-reference.schema.ts';
import type { BlockVoids, ContractVoids } from './block-voids.service.ts';
import { readBlockVoids } from './block-voids.service.ts';
import type { VoidDays, VoidMonth } from './block-voids.ts';
import { readsBeds } from './home-reference.schema.ts';

const costWords =
  'Paid for the void days, by the contract’s own price for a bed and week. Unit: GBP; null where a price is not known.';

const Days = builder.objectRef<VoidDays>('BlockVoidDays').implement({
  description: 'What of block beds was paid for and empty, counted as each day ended.',
  authScopes: readsBeds,
  fields: (t) => ({
    days: t.exposeInt('days', {
      description: 'Days of which it is known, contract by contract. Unit: days.',
    }),
    bedDays: t.exposeInt('bedDays', { description: 'Paid for. Unit: bed days.' }),
    voidDays: t.exposeInt('voidDays', {
      description: 'Of these, not occupied. Unit: bed days.',
    }),
    acceptingDays: t.exposeInt('acceptingDays', {
      description:
        'Of the void ones, vacant and accepting; all others took nobody. Unit: bed days.',
    }),
    cost: t.exposeFloat('cost', { nullable: true, description: costWords }),
  }),
});

const Month = builder.objectRef<VoidMonth>('BlockVoidMonth').implement({
  description: 'A month of a block contract’s voids, or the part of it that was asked for.',
  authScopes: readsBeds,
  fields: (t) => ({
    month: t.exposeString('month', { description: 'For example 2026-10.' }),
    days: t.exposeInt('days', { description: 'Days of it that are known. Unit: days.' }),
    bedDays: t.exposeInt('bedDays', { description: 'Paid for. Unit: bed days.' }),
    voidDays: t.exposeInt('voidDays', { description: 'Of these, not occupied. Unit: bed days.' }),
    acceptingDays: t.exposeInt('acceptingDays', {
      description: 'Of the void ones, vacant and accepting. Unit: bed days.',
    }),
    cost: t.exposeFloat('cost', { nullable: true, description: costWords }),
  }),
});

const OfContract = builder.objectRef<ContractVoids>('BlockContractVoids').implement({
  description: 'Voids of one of your own block contracts.',
  authScopes: readsBeds,
  fields: (t) => ({
    contract: t.expose('contract', { type: BlockContractRef, description: 'Which.' }),
    total: t.expose('total', {
      type: Days,
      nullable: true,
      description: 'Over all months; without what “why” says; null where nothing is known.',
    }),
    months: t.field({
      type: [Month],
      description: 'Month by month, oldest first.',
      resolve: ({ months }) => [...months],
    }),
    why: t.exposeString('why', {
      nullable: true,
      description: 'What is not known, and why; null where all is.',
    }),
  }),
});

const Voids = builder.objectRef<BlockVoids>('BlockVoids').implement({
  description: 'Beds of your own block contracts that were paid for and empty.',
  authScopes: readsBeds,
  fields: (t) => ({
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', { type: 'LocalDate', description: 'Last day.' }),
    contracts: t.field({
      type: [OfContract],
      description: 'Contracts that ran on any of these days, the one that ends next first.',
      resolve: ({ contracts }) => [...contracts],
    }),
    total: t.expose('total', {
      type: Days,
      nullable: true,
      description:
        'Of all contracts of which something is known, as far as it is; null where there is none.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where contracts are made up for a demonstration.',
    }),
  }),
});

const Input = builder.inputType('BlockVoidsInput', {
  description: 'Which days and authorities; what is absent does not matter.',
  fields: (t) => ({
    from: t.field({
      type: 'LocalDate',
      description: 'First day; if absent a year before the last.',
    }),
    to: t.field({ type: 'LocalDate', description: 'Last day; if absent yesterday.' }),
    authorities: t.field({
      type: ['GssCode'],
      description: 'Only contracts of these of the authorities you answer for.',
    }),
  }),
});

builder.queryField('blockVoids', (t) =>
  t.field({
    type: Voids,
    description:
      'Days on which beds of your own block contracts were paid for and empty, and what was paid for them.',
    args: { input: t.arg({ type: Input, required: true, description: 'Which days.' }) },
    authScopes: { signedIn: true, permission: 'provider:read' },
    resolve: (_root, { input }, { viewer }) => readBlockVoids(viewer, input),
  }),
);
