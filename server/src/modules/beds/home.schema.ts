import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { isStale, reservationEndedOn, tooOldAt } from '@sufficiency/shared/beds/freshness.ts';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { today } from '../../platform/clock.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { providerOf, serviceOf } from '../providers/register.service.ts';
import {
  ProviderRef,
  ProvisionTypeEnum,
  ServiceRef,
} from '../providers/register-reference.schema.ts';
import { homeWhy, keepsHome } from './bed-sight.service.ts';
import {
  BlockType,
  HomeEventType,
  LocationType,
  NightType,
  PlaceType,
} from './home-parts.schema.ts';
import { blocksOf, eventsOf, locationOf, nightsOf, placesOf } from './home-parts.service.ts';
import { GendersEnum, HomeRef, needWords, readsBeds, SourceEnum } from './home-reference.schema.ts';
import type { HomeFilter } from './homes.service.ts';
import { countHomes, findHomes, listHomes, mayDescribe, mayUpdate } from './homes.service.ts';
import { PlaceCountsType, ReasonCountType } from './place-counts.schema.ts';

builder.node(HomeRef, {
  description: 'A registered service whose places are kept live. Nothing of it describes a child.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'confirmedByKind' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findHomes(viewer, ids),
  authScopes: readsBeds,
  fields: (t) => ({
    urn: t.exposeString('urn', { description: 'Of Ofsted’s register.' }),
    name: t.exposeString('name', {
      nullable: true,
      description:
        'Its holder’s name for it: for its holder and its provider. Null for others, and where it has none.',
    }),
    service: t.field({
      type: ServiceRef,
      nullable: true,
      description: 'What the register says of it.',
      resolve: ({ urn }, _args, { viewer }) => serviceOf(viewer, urn),
    }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'Its owner; null where the register names none.',
      resolve: ({ providerId }, _args, { viewer }) =>
        providerId === null ? null : providerOf(viewer, providerId),
    }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The area it stands in.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    provisionType: t.expose('provisionType', {
      type: ProvisionTypeEnum,
      description: 'What it is registered as.',
    }),
    inHouse: t.exposeBoolean('inHouse', {
      description: 'Run by the authority that holds it, or its children’s trust.',
    }),
    ageFrom: t.exposeInt('ageFrom', { description: 'Youngest it takes. Unit: years.' }),
    ageTo: t.exposeInt('ageTo', { description: 'Oldest it takes. Unit: years.' }),
    genders: t.expose('genders', { type: GendersEnum, description: 'Whom it takes.' }),
    needs: t.exposeStringList('needs', { description: `Needs it can meet: ${needWords}.` }),
    education: t.exposeBoolean('education', { description: 'Education on the site.' }),
    siblings: t.exposeBoolean('siblings', { description: 'Takes siblings together.' }),
    solo: t.exposeBoolean('solo', { description: 'Can be run for one child.' }),
    emergency: t.exposeBoolean('emergency', { description: 'Admits on the same day.' }),
    noticeDays: t.exposeInt('noticeDays', { description: 'Notice it needs. Unit: days.' }),
    shortBreaks: t.exposeBoolean('shortBreaks', {
      description: 'Gives short breaks: its nights are counted, and it is in no occupancy of beds.',
    }),
    spot: t.exposeBoolean('spot', { description: 'Offers places outside any framework.' }),
    opensOn: t.expose('opensOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'First day; null where it is open already.',
    }),
    closesOn: t.expose('closesOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The day from which it is closed for good; null where none is known.',
    }),
    counts: t.expose('counts', {
      type: PlaceCountsType,
      description: 'How its places are used, as you may have them.',
    }),
    closedByReason: t.field({
      type: [ReasonCountType],
      description: 'Closed places by reason, most first.',
      resolve: ({ closedByReason }) => [...closedByReason],
    }),
    places: t.field({
      type: [PlaceType],
      nullable: true,
      description: 'Place by place; null unless you say how they are.',
      resolve: async (home, _args, { viewer }) => {
        const places = await placesOf(viewer, home);
        return places === null ? null : [...places];
      },
    }),
    blocks: t.field({
      type: [BlockType],
      description: 'Blocks of it: all if you say how its places are, otherwise your own.',
      resolve: async (home, _args, { viewer }) => [...(await blocksOf(viewer, home))],
    }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'Instant',
      nullable: true,
      description: 'When somebody last said that its places are so; null: never.',
    }),
    confirmedBy: t.expose('confirmedByKind', {
      type: SourceEnum,
      nullable: true,
      description: 'Who said it.',
    }),
    stale: t.boolean({
      description:
        'True where that is longer ago than it may be: 24 hours, 72 for supported accommodation; and where a reservation has ended (`reservationEnded`).',
      resolve: (home, _args, { viewer: { clock } }) =>
        isStale(home, { now: clock.now(), today: today(clock) }),
    }),
    staleAt: t.field({
      type: 'Instant',
      nullable: true,
      description:
        'When its confirmation will be too old, or has been since; null where it never was confirmed.',
      resolve: (home) => tooOldAt(home),
    }),
    reservationEnded: t.boolean({
      description:
        'True where a reservation has ended and nobody has said what came of it: the place is not free, and the home is stale until somebody says.',
      resolve: (home, _args, { viewer }) => reservationEndedOn(home, today(viewer.clock)) !== null,
    }),
    reservationEndedOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description:
        'The last day of that reservation. Null where none has ended, and for all who do not keep the home: it is somebody’s day.',
      resolve: async (home, _args, { viewer }) =>
        (await keepsHome(viewer, home)) ? reservationEndedOn(home, today(viewer.clock)) : null,
    }),
    events: t.connection(
      {
        type: HomeEventType,
        description: 'What became of it, newest first, as far back as you may see.',
        resolve: (home, args, { viewer }) =>
          resolveOffsetConnection({ args, defaultSize: 20, maxSize: largestPageOf(args) }, (page) =>
            eventsOf(viewer, home, page),
          ),
      },
      {
        name: 'HomeEventConnection',
        description: 'A page of what became of a home.',
        authScopes: readsBeds,
      },
      { name: 'HomeEventEdge', description: 'An event in a page.', authScopes: readsBeds },
    ),
    nights: t.field({
      type: [NightType],
      description: 'Nights of a short-break home, as far back as you may see.',
      args: {
        from: t.arg({ type: 'LocalDate', required: true, description: 'First night.' }),
        to: t.arg({ type: 'LocalDate', required: true, description: 'Last night.' }),
      },
      resolve: (home, args, { viewer }) => nightsOf(viewer, home, args),
    }),
    location: t.field({
      type: LocationType,
      nullable: true,
      description: 'Where it is; null unless your organisation holds it and entered it.',
      resolve: (home, _args, { viewer }) => locationOf(viewer, home),
    }),
    why: t.string({
      description:
        'Why you may see it: “own”, “yours” (your organisation runs it), or the agreement.',
      resolve: (home, _args, { viewer }) => homeWhy(viewer, home),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanUpdate: t.boolean({
      description: 'Whether you may say how its places are.',
      resolve: (home, _args, { viewer }) => mayUpdate(viewer, home),
    }),
    viewerCanDescribe: t.boolean({
      description: 'Whether you may say what it is.',
      resolve: (home, _args, { viewer }) => mayDescribe(viewer.actor, home),
    }),
  }),
});

const OrderEnum = builder.enumType('HomeOrder', {
  description: 'Which home comes first.',
  values: {
    AREA: { description: 'By area and URN.' },
    STALEST: { description: 'The one confirmed longest ago.' },
  },
});

builder.queryField('home', (t) =>
  t.field({
    type: HomeRef,
    nullable: true,
    description: 'A home; null if there is none that you may see.',
    args: { id: t.arg.globalID({ required: true, for: HomeRef, description: 'Which.' }) },
    authScopes: readsBeds,
    resolve: async (_root, { id }, { viewer }) => (await findHomes(viewer, [id.id]))[0] ?? null,
  }),
);

builder.queryField('homes', (t) =>
  t.connection(
    {
      type: HomeRef,
      description:
        'Homes whose places are kept live: your own, those you run, and for a placement officer others’ where agreements show their beds for matching vacancies. Homes that have closed are none of them.',
      args: {
        consortium: t.arg.string({ description: 'Only those of its members: its code.' }),
        authorities: t.arg({ type: ['GssCode'], description: 'Only those in these areas.' }),
        providers: t.arg.stringList({ description: 'Only those of these providers: their keys.' }),
        provisionTypes: t.arg({
          type: [ProvisionTypeEnum],
          description: 'Only those registered as one of these.',
        }),
        stale: t.arg.boolean({
          description: 'True: only those that are stale. False: only those that are not.',
        }),
        order: t.arg({ type: OrderEnum, description: 'Which comes first; absent: AREA.' }),
      },
      authScopes: readsBeds,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listHomes(viewer, args, page),
        )),
        filter: args,
      }),
    },
    {
      name: 'HomeConnection',
      description: 'A page of homes.',
      authScopes: readsBeds,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) =>
            countHomes(viewer, (page as unknown as { filter: HomeFilter }).filter),
        }),
      }),
    },
    { name: 'HomeEdge', description: 'A home in a page.', authScopes: readsBeds },
  ),
);
