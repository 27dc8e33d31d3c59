import { builder } from '../../graphql/builder.ts';
import { AuthorityRef, Consortium } from '../authorities/authorities.schema.ts';
import { providerOf } from '../providers/register.service.ts';
import { ProviderRef, ProvisionTypeEnum } from '../providers/register-reference.schema.ts';
import { HomeRef, readsBeds } from './home-reference.schema.ts';
import { PlaceCountsType } from './place-counts.schema.ts';
import type { BedsRegion, RegionCounts, RegionPart, UnconfirmedRow } from './region.service.ts';
import { readBedsRegion } from './region.service.ts';

const StandingType = builder.objectRef<RegionCounts>('BedsStanding').implement({
  description: 'How several homes stand together; none that gives short breaks is among them.',
  authScopes: readsBeds,
  fields: (t) => ({
    homes: t.exposeInt('homes', { description: 'Unit: homes.' }),
    counts: t.field({
      type: PlaceCountsType,
      description: 'How their places are used, as you may have them.',
      resolve: (standing) => standing,
    }),
    free: t.exposeInt('free', {
      description:
        'Accepting places that are nobody else’s block, in your own homes too. Which of them you may have, `vacancies` says. Unit: places.',
    }),
    freeToday: t.exposeInt('freeToday', {
      description: 'Of those, in homes that admit on the same day. Unit: places.',
    }),
    freeUnsure: t.exposeInt('freeUnsure', {
      description: 'Of those, in homes that have not confirmed in time. Unit: places.',
    }),
    stale: t.exposeInt('stale', {
      description: 'Homes that have not confirmed in time. Unit: homes.',
    }),
  }),
});

const PartType = builder.objectRef<RegionPart>('BedsRegionPart').implement({
  description: 'Homes of one kind in one area.',
  authScopes: readsBeds,
  fields: (t) => ({
    authority: t.expose('authority', { type: AuthorityRef, description: 'The area.' }),
    provisionType: t.expose('provisionType', {
      type: ProvisionTypeEnum,
      description: 'What they are registered as.',
    }),
    standing: t.field({
      type: StandingType,
      description: 'How they stand.',
      resolve: (part) => part,
    }),
  }),
});

const UnconfirmedType = builder.objectRef<UnconfirmedRow>('UnconfirmedProvider').implement({
  description: 'A provider with homes that have not confirmed in time.',
  authScopes: readsBeds,
  fields: (t) => ({
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Who; null for homes of which the register names no owner.',
      resolve: ({ providerId }, _args, { viewer }) =>
        providerId === null ? null : providerOf(viewer, providerId),
    }),
    homes: t.exposeInt('homes', { description: 'Its homes here. Unit: homes.' }),
    stale: t.exposeInt('stale', { description: 'Of those, not confirmed in time. Unit: homes.' }),
    oldest: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When the one that waits longest was confirmed; null where one never was.',
      resolve: ({ oldest }) => (oldest === null ? null : new Date(oldest)),
    }),
  }),
});

const RegionType = builder.objectRef<BedsRegion>('BedsRegion').implement({
  description: 'What is free today in a consortium, of the homes that you may see.',
  authScopes: readsBeds,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose.' }),
    readAt: t.expose('readAt', { type: 'Instant', description: 'When this was so.' }),
    total: t.expose('total', { type: StandingType, description: 'All of them.' }),
    parts: t.field({
      type: [PartType],
      description: 'By area and kind; only where you see a home.',
      resolve: ({ parts }) => [...parts],
    }),
    notShown: t.field({
      type: [AuthorityRef],
      description: 'Members in whose area you see no home.',
      resolve: ({ notShown }) => [...notShown],
    }),
    leftOut: t.exposeString('leftOut', {
      nullable: true,
      description:
        'On a wall screen, which homes are left out of everything; null where none is. Totals are of what is shown.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where one of the homes that are counted is made up for a demonstration.',
    }),
    stale: t.field({
      type: [HomeRef],
      description:
        'Homes that have not confirmed in time, those that wait longest first; 100 at most.',
      resolve: ({ stale }) => [...stale],
    }),
    unconfirmed: t.field({
      type: [UnconfirmedType],
      description: 'Whose they are, who has most of them first.',
      resolve: ({ unconfirmed }) => [...unconfirmed],
    }),
  }),
});

builder.queryField('bedsRegion', (t) =>
  t.field({
    type: RegionType,
    description:
      'The state of a region: what is free today by area and kind, and who has not confirmed.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
      wallScreen: t.arg.boolean({
        defaultValue: false,
        description:
          'For a screen that passers-by read: homes with fewer than three places, and then kinds of home of which an area has fewer than three, are left out of everything.',
      }),
    },
    authScopes: readsBeds,
    resolve: (_root, { consortium, wallScreen }, { viewer }) =>
      readBedsRegion(viewer, consortium, { onWall: wallScreen ?? false }),
  }),
);
