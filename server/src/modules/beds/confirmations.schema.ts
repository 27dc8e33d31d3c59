import { builder } from '../../graphql/builder.ts';
import { Consortium } from '../authorities/authorities.schema.ts';
import { providerOf } from '../providers/register.service.ts';
import { ProviderRef } from '../providers/register-reference.schema.ts';
import type { BedConfirmations, ProviderConfirmations } from './confirmations.service.ts';
import { readBedConfirmations } from './confirmations.service.ts';
import { readsBeds } from './home-reference.schema.ts';

const ProviderType = builder.objectRef<ProviderConfirmations>('ProviderConfirmations').implement({
  description: 'How well a provider confirms how its homes are.',
  authScopes: readsBeds,
  fields: (t) => ({
    rank: t.exposeInt('rank', {
      nullable: true,
      description:
        '1 confirms best; those alike share the lower number; null where there was no day to look at.',
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Who; null for homes of which the register names no owner.',
      resolve: ({ providerId }, _args, { viewer }) =>
        providerId === null ? null : providerOf(viewer, providerId),
    }),
    homes: t.exposeInt('homes', { description: 'Its homes that you may see. Unit: homes.' }),
    fresh: t.exposeInt('fresh', { description: 'Of those, confirmed in time now. Unit: homes.' }),
    never: t.exposeInt('never', { description: 'Of those, never confirmed. Unit: homes.' }),
    byProvider: t.exposeInt('byProvider', {
      description: 'Of those, last confirmed by the provider itself. Unit: homes.',
    }),
    days: t.exposeInt('days', {
      description: 'Days that were looked at, of all its homes together. Unit: days.',
    }),
    daysInTime: t.exposeInt('daysInTime', {
      description: 'Of those, days that ended with the home confirmed in time. Unit: days.',
    }),
    percentInTime: t.exposeFloat('percentInTime', {
      nullable: true,
      description:
        'Days in time of days, unrounded; null where there was none to look at. Unit: percent.',
    }),
  }),
});

const ConfirmationsType = builder.objectRef<BedConfirmations>('BedConfirmations').implement({
  description: 'Providers by how well they confirm, of the homes that you may see.',
  authScopes: readsBeds,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose homes.' }),
    readAt: t.expose('readAt', { type: 'Instant', description: 'When this was so.' }),
    from: t.expose('from', {
      type: 'LocalDate',
      description: 'The first of the 28 days that are looked at; the last is yesterday.',
    }),
    providers: t.field({
      type: [ProviderType],
      description: 'Who confirms best comes first.',
      resolve: ({ providers }) => [...providers],
    }),
  }),
});

builder.queryField('bedConfirmations', (t) =>
  t.field({
    type: ConfirmationsType,
    description: 'The league of providers by how well they confirm how their homes are.',
    args: { consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }) },
    authScopes: readsBeds,
    resolve: (_root, { consortium }, { viewer }) => readBedConfirmations(viewer, consortium),
  }),
);
