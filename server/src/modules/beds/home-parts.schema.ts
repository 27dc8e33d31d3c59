import { placeClosedReasons } from '@sufficiency/shared/beds/places.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import type { HomeEventRecord } from './home-event-record.ts';
import type { BlockRecord, NightRecord } from './home-parts.service.ts';
import type { PlaceRecord } from './home-record.ts';
import { PlaceStateEnum, readsBeds, reasonWords, SourceEnum } from './home-reference.schema.ts';
import { PlaceCountsType, ReasonCountType } from './place-counts.schema.ts';

export const PlaceType = builder.objectRef<PlaceRecord>('HomePlace').implement({
  description: 'A place of a home: a number without meaning, no room, and nobody’s.',
  authScopes: readsBeds,
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1.' }),
    state: t.expose('state', { type: PlaceStateEnum, description: 'What it is.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: `Why it is closed: ${reasonWords}; null otherwise.`,
    }),
    reasonTitle: t.string({
      nullable: true,
      description: 'The same, as a person reads it.',
      resolve: ({ reason }) =>
        placeClosedReasons.codes.find(({ code }) => code === reason)?.label ?? null,
    }),
    reservedUntil: t.expose('reservedUntil', {
      type: 'LocalDate',
      nullable: true,
      description:
        'Last day of a reservation; null otherwise. Once it has passed, the place stays reserved until somebody says what came of it.',
    }),
    blockAuthority: t.field({
      type: Authority,
      nullable: true,
      description: 'Whose block it is; null where it is nobody’s.',
      resolve: ({ blockAuthorityCode }, _args, { viewer }) =>
        blockAuthorityCode === null ? null : findAuthority(viewer, blockAuthorityCode),
    }),
  }),
});

export const BlockType = builder.objectRef<BlockRecord>('HomeBlock').implement({
  description: 'Places of a home that an authority has to itself, and how they are used.',
  authScopes: readsBeds,
  fields: (t) => ({
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'Whose they are.',
      resolve: ({ blockAuthorityCode }, _args, { viewer }) =>
        findAuthority(viewer, blockAuthorityCode),
    }),
    places: t.exposeInt('places', { description: 'Unit: places.' }),
    occupied: t.exposeInt('occupied', { description: 'Unit: places.' }),
    accepting: t.exposeInt('accepting', { description: 'Vacant and accepting. Unit: places.' }),
  }),
});

const EventKindEnum = builder.enumType('HomeEventKind', {
  description: 'What became of a home.',
  values: {
    TAKEN_ON: { description: 'Its places are kept from now on.' },
    PLACES_CHANGED: { description: 'It has more places, or fewer.' },
    CHANGED: { description: 'Its places are used otherwise.' },
    CONFIRMED: { description: 'Nothing changed, and somebody said so.' },
    DESCRIBED: { description: 'Only what the home is was said otherwise.' },
  },
});

export const HomeEventType = builder.objectRef<HomeEventRecord>('HomeEvent').implement({
  description: 'A home as a change left it.',
  authScopes: readsBeds,
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'The version that the change made.' }),
    at: t.expose('at', { type: 'Instant', description: 'When.' }),
    kind: t.expose('kind', { type: EventKindEnum, description: 'What it was.' }),
    by: t.expose('by', { type: SourceEnum, description: 'Who said it.' }),
    counts: t.expose('counts', {
      type: PlaceCountsType,
      description: 'As it was left; what was kept for somebody else’s block was closed to you.',
    }),
    closedByReason: t.field({
      type: [ReasonCountType],
      nullable: true,
      description:
        'Closed places by reason, most first; null where “unknown” of its counts says why.',
      resolve: ({ closedByReason }) => closedByReason && [...closedByReason],
    }),
  }),
});

export const NightType = builder.objectRef<NightRecord>('HomeNight').implement({
  description: 'A night of a short-break home.',
  authScopes: readsBeds,
  fields: (t) => ({
    night: t.expose('night', { type: 'LocalDate', description: 'The day on which it begins.' }),
    capacity: t.exposeInt('capacity', { description: 'Beds it had to give.' }),
    used: t.exposeInt('used', { description: 'Beds that were used.' }),
  }),
});

/** Where a home is. */
export const LocationType = builder
  .objectRef<{ readonly latitude: number; readonly longitude: number }>('HomeLocation')
  .implement({
    description: 'Where a home is, as its holder entered it.',
    authScopes: readsBeds,
    fields: (t) => ({
      latitude: t.exposeFloat('latitude', { description: 'Degrees north.' }),
      longitude: t.exposeFloat('longitude', { description: 'Degrees east.' }),
    }),
  });
