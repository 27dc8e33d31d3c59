import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import {
  countServicesOf,
  findProvider,
  findProviderGroup,
  findProviderGroups,
  findProviders,
  groupOfProvider,
  inHouseOf,
  inHouseOfProvider,
  listServicesOf,
  providersOf,
  serviceCountOf,
} from './register.service.ts';
import type { ProviderRecord } from './register-record.ts';
import {
  ProviderGroupRef,
  ProviderRef,
  readsRegister,
  ServiceRef,
} from './register-reference.schema.ts';

const ownAuthorities =
  'Authorities whose own it is: a council’s, or those a children’s trust works for; empty for others.';

export const ProviderGroup = builder.node(ProviderGroupRef, {
  description:
    'Owners rolled up: the same but for case, punctuation, spaces, the legal form and a company number in the name. Who owns owners under other names, the register does not say.',
  id: { resolve: ({ key }) => key },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'groupName' in value,
  loadMany: (keys, context) => findProviderGroups(context.viewer, keys),
  authScopes: readsRegister,
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'For people and addresses, for example cambian-childcare.',
    }),
    name: t.exposeString('groupName', { description: 'The name most of its services have.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True for a group that exists in demonstrations only.',
    }),
    inHouseOf: t.field({
      type: [Authority],
      description: ownAuthorities,
      resolve: (group, _args, { viewer }) => inHouseOf(viewer, group),
    }),
    providers: t.field({
      type: [ProviderRef],
      description: 'Its legal owners, by name.',
      resolve: (group, _args, { viewer }) => providersOf(viewer, group),
    }),
    services: t.int({
      description: 'Services on the newest register.',
      resolve: async (group, _args, { viewer }) => (await serviceCountOf(viewer, group)).services,
    }),
    places: t.int({
      nullable: true,
      description:
        'Their registered places, where they are published; null where those of none are.',
      resolve: async (group, _args, { viewer }) => (await serviceCountOf(viewer, group)).places,
    }),
    placesUnknown: t.int({
      description: 'Services whose places are not published.',
      resolve: async (group, _args, { viewer }) =>
        (await serviceCountOf(viewer, group)).placesUnknown,
    }),
  }),
});

export const Provider = builder.node(ProviderRef, {
  description: 'A legal owner of services, as the register names it.',
  id: { resolve: ({ key }) => key },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'providerName' in value,
  loadMany: (keys, context) => findProviders(context.viewer, keys),
  authScopes: readsRegister,
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'For people and addresses, for example cambian-childcare-limited.',
    }),
    name: t.exposeString('providerName', {
      description: 'As the register prints it, without stray spaces and company number.',
    }),
    names: t.exposeStringList('names', { description: 'Every way registers have printed it.' }),
    companyNumber: t.exposeString('companyNumber', {
      nullable: true,
      description: 'Number at Companies House, where a register prints it inside the name.',
    }),
    group: t.field({
      type: ProviderGroupRef,
      description: 'The group it belongs to, if only by itself.',
      resolve: (provider, _args, { viewer }) => groupOfProvider(viewer, provider),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True for a provider that exists in demonstrations only.',
    }),
    inHouseOf: t.field({
      type: [Authority],
      description: ownAuthorities,
      resolve: (provider, _args, { viewer }) => inHouseOfProvider(viewer, provider),
    }),
    services: t.connection(
      {
        type: ServiceRef,
        description: 'Its services, by area; those that left the register last.',
        resolve: async (provider, args, { viewer }) => ({
          ...(await resolveOffsetConnection(
            { args, defaultSize: 50, maxSize: largestPageOf(args) },
            (slice) => listServicesOf(viewer, provider, slice),
          )),
          provider,
        }),
      },
      {
        name: 'ProviderServiceConnection',
        description: 'A page of services of a provider.',
        authScopes: readsRegister,
        fields: (c) => ({
          totalCount: c.int({
            description: 'How many there are in all, those that left the register included.',
            resolve: (page, _args, { viewer }) =>
              countServicesOf(viewer, (page as unknown as { provider: ProviderRecord }).provider),
          }),
        }),
      },
      {
        name: 'ProviderServiceEdge',
        description: 'A service in a page.',
        authScopes: readsRegister,
      },
    ),
  }),
});

builder.queryFields((t) => ({
  provider: t.field({
    type: Provider,
    nullable: true,
    description: 'The provider of a key; null if there is none.',
    args: { key: t.arg.string({ required: true, description: 'As `key` of it.' }) },
    authScopes: readsRegister,
    resolve: (_root, { key }, { viewer }) => findProvider(viewer, key),
  }),
  providerGroup: t.field({
    type: ProviderGroup,
    nullable: true,
    description: 'The provider group of a key; null if there is none.',
    args: { key: t.arg.string({ required: true, description: 'As `key` of it.' }) },
    authScopes: readsRegister,
    resolve: (_root, { key }, { viewer }) => findProviderGroup(viewer, key),
  }),
}));
