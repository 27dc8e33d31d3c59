import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import type { PriceRecord } from './award-prices.service.ts';
import { canPrice, pricesOf, priceWhy, tenderedPrice } from './award-prices.service.ts';
import type { AwardFilter } from './awards.service.ts';
import {
  awardsOfProvider,
  awardsOfService,
  awardWhy,
  countAwards,
  findAwards,
  listAwards,
} from './awards.service.ts';
import { callOffsOf, canCallOff, canCorrectCallOff, findCallOffs } from './call-offs.service.ts';
import { CallOffMethodEnum } from './framework-enums.schema.ts';
import type { FrameworkRecord } from './framework-record.ts';
import {
  CallOffRef,
  FrameworkAwardRef,
  FrameworkLotRef,
  FrameworkRef,
  readsFrameworks,
} from './framework-reference.schema.ts';
import { findFramework, findLots } from './frameworks.service.ts';
import { findServices, providerOf } from './register.service.ts';
import { ProviderRef, ServiceRef } from './register-reference.schema.ts';

const Price = builder.objectRef<PriceRecord>('AwardPrice').implement({
  description:
    'What a provider tendered, as your own organisation recorded it. Nobody else sees it.',
  authScopes: readsFrameworks,
  fields: (t) => ({
    need: t.exposeString('need', {
      description: 'Need or category it is for; empty where it is one for all.',
    }),
    weeklyPrice: t.exposeFloat('weeklyPrice', { description: 'Unit: GBP a week.' }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
  }),
});

builder.node(CallOffRef, {
  description: 'Placements that your own organisation called off an award. Nobody else sees them.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'madeOn' in value,
  // Another's and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findCallOffs(viewer, ids),
  authScopes: readsFrameworks,
  fields: (t) => ({
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'For which authority.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    madeOn: t.expose('madeOn', { type: 'LocalDate', description: 'When.' }),
    method: t.field({
      type: CallOffMethodEnum,
      description: 'Direct award or further competition.',
      resolve: ({ method }) => method as 'DIRECT' | 'COMPETITION',
    }),
    placements: t.exposeInt('placements', { description: 'How many. Unit: placements.' }),
    weeklyPrice: t.exposeFloat('weeklyPrice', {
      nullable: true,
      description: 'What is paid; null where nobody says. Unit: GBP a week and placement.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every correction; a correction names the one it saw.',
    }),
    viewerCanCorrect: t.boolean({
      description: 'Whether you may correct it, or take it back.',
      resolve: (callOff, _args, { viewer }) => canCorrectCallOff(viewer, callOff),
    }),
  }),
});

builder.node(FrameworkAwardRef, {
  description: 'A provider’s membership of a lot of a framework, or of one of its tiers.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'lotNumber' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findAwards(viewer, ids),
  authScopes: readsFrameworks,
  fields: (t) => ({
    framework: t.field({
      type: FrameworkRef,
      nullable: true,
      description: 'Of which framework.',
      resolve: ({ frameworkId }, _args, { viewer }) => findFramework(viewer, frameworkId),
    }),
    lot: t.field({
      type: FrameworkLotRef,
      nullable: true,
      description: 'Of which lot.',
      resolve: async ({ lotId }, _args, { viewer }) => (await findLots(viewer, [lotId]))[0] ?? null,
    }),
    lotNumber: t.exposeString('lotNumber', { description: 'Number of its lot.' }),
    tier: t.int({
      nullable: true,
      description: 'Number of its tier; null where the lot has none.',
      resolve: ({ tier }) => tier?.number ?? null,
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Who.',
      resolve: ({ providerId }, _args, { viewer }) => providerOf(viewer, providerId),
    }),
    offers: t.field({
      type: [ServiceRef],
      description: 'Homes and services it offers there.',
      resolve: async ({ offers }, _args, { viewer }) => {
        const urns = offers.map(({ urn }) => urn);
        return (await findServices(viewer, urns)).filter((service) => service !== null);
      },
    }),
    startsOn: t.expose('startsOn', { type: 'LocalDate', description: 'First day.' }),
    endsOn: t.expose('endsOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day; null as long as the framework.',
    }),
    addedAt: t.expose('addedAt', { type: 'Instant', description: 'When it was recorded here.' }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'The public notice that names it; null where its holder says it.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    why: t.string({
      description: 'Why you may see it: “own”, its lead names you a buyer, the agreement.',
      resolve: (award, _args, { viewer }) => awardWhy(viewer, award),
    }),
    tenderedWeeklyPrice: t.float({
      nullable: true,
      description:
        'What your own organisation recorded as tendered, where it is one price for all needs; never anybody else’s. Unit: GBP a week.',
      resolve: (award, _args, { viewer }) => tenderedPrice(viewer, award),
    }),
    prices: t.field({
      type: [Price],
      description: 'What your own organisation recorded as tendered, by need.',
      resolve: (award, _args, { viewer }) => pricesOf(viewer, award),
    }),
    priceWhy: t.string({
      description: 'Why you see prices here, or none.',
      resolve: (award, _args, { viewer }) => priceWhy(viewer, award),
    }),
    callOffs: t.field({
      type: [CallOffRef],
      description: 'What your own organisation called off, the latest first.',
      resolve: (award, _args, { viewer }) => callOffsOf(viewer, award),
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanPrice: t.boolean({
      description: 'Whether you may record a price here.',
      resolve: (award, _args, { viewer }) => canPrice(viewer, award),
    }),
    viewerCanCallOff: t.boolean({
      description: 'Whether you may record a call-off here.',
      resolve: (award, _args, { viewer }) => canCallOff(viewer, award),
    }),
  }),
});

const lists = {
  connection: {
    name: 'FrameworkAwardConnection',
    description: 'A page of memberships of a framework.',
    authScopes: readsFrameworks,
  },
  edge: {
    name: 'FrameworkAwardEdge',
    description: 'A membership in a page.',
    authScopes: readsFrameworks,
  },
} as const;

builder.objectField(FrameworkRef, 'awards', (t) =>
  t.connection(
    {
      type: FrameworkAwardRef,
      description:
        'Who is on it, past members included, by lot, tier and provider: all where it is shared with you, and a provider’s own.',
      args: {
        lot: t.arg.string({ description: 'Only of the lot of this number.' }),
        tier: t.arg.int({ description: 'Only of the tier of this number.' }),
        provider: t.arg.string({ description: 'Only of the provider of this key.' }),
      },
      resolve: async (framework, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listAwards(viewer, framework, args, page),
        )),
        framework,
        filter: args,
      }),
    },
    {
      ...lists.connection,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) => {
            const { framework, filter } = page as unknown as {
              framework: FrameworkRecord;
              filter: AwardFilter;
            };
            return countAwards(viewer, framework, filter);
          },
        }),
      }),
    },
    lists.edge,
  ),
);

builder.objectField(ServiceRef, 'awards', (t) =>
  t.field({
    type: [FrameworkAwardRef],
    description: 'Frameworks on which it is offered today, as far as you may see who is on them.',
    resolve: ({ urn }, _args, { viewer }) => awardsOfService(viewer, urn),
  }),
);

builder.objectField(ProviderRef, 'awards', (t) =>
  t.field({
    type: [FrameworkAwardRef],
    description: 'Its memberships of frameworks today, as far as you may see who is on them.',
    resolve: ({ id }, _args, { viewer }) => awardsOfProvider(viewer, id),
  }),
);
