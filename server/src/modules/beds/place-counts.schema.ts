import type { LostCapacity, Occupancy } from '@sufficiency/shared/beds/occupancy.ts';
import { lostCapacityOf, occupanciesOf } from '@sufficiency/shared/beds/occupancy.ts';
import type { PlaceCountsThen } from '@sufficiency/shared/beds/places.ts';
import { builder } from '../../graphql/builder.ts';
import type { ReasonCount } from './home-record.ts';
import { readsBeds } from './home-reference.schema.ts';

const BaseEnum = builder.enumType('OccupancyBase', {
  description: 'What occupied places are divided by.',
  values: {
    REGISTERED: { description: 'All places on the certificate.' },
    OPERATIONAL: { description: 'Places that are open and staffed.' },
    USABLE: { description: 'Places where somebody can sleep today.' },
  },
});

const OccupancyType = builder.objectRef<Occupancy>('Occupancy').implement({
  description: 'One of the three figures of occupancy: never to be read without its name.',
  authScopes: readsBeds,
  fields: (t) => ({
    base: t.expose('base', { type: BaseEnum, description: 'What is divided by.' }),
    title: t.exposeString('title', { description: 'Its name.' }),
    explanation: t.exposeString('explanation', {
      description: 'What it says, and what it leaves out.',
    }),
    occupied: t.exposeInt('occupied', { description: 'Unit: places.' }),
    places: t.exposeInt('places', { description: 'What is divided by. Unit: places.' }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Unrounded; null where there is no place. Unit: percent.',
    }),
  }),
});

const LostType = builder.objectRef<LostCapacity>('LostCapacity').implement({
  description: 'Effective capacity lost to matching and solo use: in none of the occupancies.',
  authScopes: readsBeds,
  fields: (t) => ({
    places: t.exposeInt('places', {
      description: 'Closed for matching or solo use. Unit: places.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Of usable places, unrounded; null where there is none. Unit: percent.',
    }),
  }),
});

const openUnknown =
  'not available: it was not kept then which of the vacant places were kept for somebody’s block';

/** How places are used, of one home or of several. */
export const PlaceCountsType = builder.objectRef<PlaceCountsThen>('PlaceCounts').implement({
  description:
    'How places are used: registered, of these operational, of these usable; usable are occupied, reserved, accepting and closed together.',
  authScopes: readsBeds,
  fields: (t) => ({
    registered: t.exposeInt('registered', {
      description: 'All places on the certificate. Unit: places.',
    }),
    operational: t.exposeInt('operational', {
      description: 'Open and staffed. Unit: places.',
    }),
    usable: t.exposeInt('usable', {
      description: 'Where somebody can sleep today. Unit: places.',
    }),
    occupied: t.exposeInt('occupied', { description: 'Unit: places.' }),
    reserved: t.exposeInt('reserved', {
      description: 'Vacant, and kept for somebody until a day. Unit: places.',
    }),
    accepting: t.exposeInt('accepting', {
      nullable: true,
      description:
        'Vacant, and could be offered to you; null where “unknown” says why. Unit: places.',
    }),
    closed: t.exposeInt('closed', {
      nullable: true,
      description:
        'Vacant, and taking nobody, or nobody of yours; null where “unknown” says why. Unit: places.',
    }),
    unknown: t.string({
      nullable: true,
      description:
        'Why it is not known how many vacant places were accepting; null where it is, as it always is of today.',
      resolve: ({ accepting }) => (accepting === null ? openUnknown : null),
    }),
    occupancies: t.field({
      type: [OccupancyType],
      description: 'Of registered, operational and usable places.',
      resolve: (counts) => [...occupanciesOf(counts)],
    }),
    lost: t.field({
      type: LostType,
      description: 'Capacity lost to matching and solo use.',
      resolve: (counts) => lostCapacityOf(counts),
    }),
  }),
});

export const ReasonCountType = builder.objectRef<ReasonCount>('ClosedPlaces').implement({
  description: 'Closed places of one reason.',
  authScopes: readsBeds,
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description:
        'MATCHING, SOLO, STAFFING, BUILDING, REGULATOR, NOTICE, CALENDAR, BLOCK or OTHER.',
    }),
    places: t.exposeInt('places', { description: 'Unit: places.' }),
  }),
});
