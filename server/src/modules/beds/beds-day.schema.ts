import { resolveArrayConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { providerOf } from '../providers/register.service.ts';
import { ProviderRef } from '../providers/register-reference.schema.ts';
import type { AreaThen, BedsDay, HomeThen } from './beds-day.service.ts';
import { homeNow, readBedsDay } from './beds-day.service.ts';
import { HomeRef, readsBeds } from './home-reference.schema.ts';
import { PlaceCountsType } from './place-counts.schema.ts';

const Night = builder.objectRef<NonNullable<HomeThen['night']>>('HomeNightThen').implement({
  description: 'The night that a day ended with, of a short-break home.',
  authScopes: readsBeds,
  fields: (t) => ({
    capacity: t.exposeInt('capacity', { description: 'Beds it had to give.' }),
    used: t.exposeInt('used', { description: 'Beds that were used.' }),
  }),
});

const Then = builder.objectRef<HomeThen>('HomeThen').implement({
  description: 'A home as it was when a day ended.',
  authScopes: readsBeds,
  fields: (t) => ({
    home: t.field({
      type: HomeRef,
      nullable: true,
      description: 'The home as it is now; null where you no longer see it.',
      resolve: (then, _args, { viewer }) => homeNow(viewer, then),
    }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The area it stands in.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Its owner then; null where the register named none.',
      resolve: ({ providerId }, _args, { viewer }) =>
        providerId === null ? null : providerOf(viewer, providerId),
    }),
    counts: t.expose('counts', {
      type: PlaceCountsType,
      description:
        'How its places were used; what was kept for somebody else’s block was closed to you.',
    }),
    confirmedOn: t.expose('confirmedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which it had last been confirmed; null where it never had.',
    }),
    fresh: t.exposeBoolean('fresh', {
      description: 'Confirmed that day; of supported accommodation within three days.',
    }),
    shortBreaks: t.exposeBoolean('shortBreaks', {
      description: 'Gives short breaks: it is in no sum of places.',
    }),
    night: t.expose('night', {
      type: Night,
      nullable: true,
      description: 'Of a short-break home; null for others, and where nobody said.',
    }),
  }),
});

const Area = builder.objectRef<AreaThen>('BedsDayArea').implement({
  description: 'Homes of an area together when a day ended, those for short breaks left out.',
  authScopes: readsBeds,
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'The area.' }),
    homes: t.exposeInt('homes', { description: 'Unit: homes.' }),
    fresh: t.exposeInt('fresh', { description: 'Of these, homes whose states were fresh.' }),
    counts: t.expose('counts', {
      type: PlaceCountsType,
      description: 'How their places were used.',
    }),
  }),
});

const Day = builder.objectRef<BedsDay>('BedsDay').implement({
  description:
    'A consortium’s homes as they were when a day ended in England, as far as you see them: the same whenever it is asked.',
  authScopes: readsBeds,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members’ areas.' }),
    day: t.expose('day', { type: 'LocalDate', description: 'Which day.' }),
    areas: t.field({
      type: [Area],
      description: 'Areas in which you see homes.',
      resolve: ({ areas }) => [...areas],
    }),
    total: t.expose('total', {
      type: PlaceCountsType,
      description: 'All areas together: of the homes that you see alone.',
    }),
    homes: t.connection(
      {
        type: Then,
        description: 'Home by home, by area and URN; those for short breaks too.',
        resolve: ({ homes }, args) => {
          largestPageOf(args);
          return { ...resolveArrayConnection({ args }, [...homes]), count: homes.length };
        },
      },
      {
        name: 'HomeThenConnection',
        description: 'A page of homes as they were.',
        authScopes: readsBeds,
        fields: (c) => ({
          totalCount: c.int({
            description: 'How many there are in all.',
            resolve: (page) => (page as unknown as { count: number }).count,
          }),
        }),
      },
      { name: 'HomeThenEdge', description: 'A home in a page.', authScopes: readsBeds },
    ),
    notShown: t.field({
      type: [Authority],
      description: 'Members in whose areas you see no home.',
      resolve: ({ notShown }) => [...notShown],
    }),
    shortBreakHomes: t.exposeInt('shortBreakHomes', {
      description: 'Homes that give short breaks: their nights are counted, not their places.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where homes are made up for a demonstration.',
    }),
    sentence: t.exposeString('sentence', { description: 'What it is of, in words.' }),
  }),
});

builder.queryField('bedsDay', (t) =>
  t.field({
    type: Day,
    description: 'Homes as they were when a day ended.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
      day: t.arg({
        type: 'LocalDate',
        required: true,
        description: 'A day that has ended; how homes are today, “homes” says.',
      }),
    },
    authScopes: readsBeds,
    resolve: (_root, args, { viewer }) => readBedsDay(viewer, args),
  }),
);
