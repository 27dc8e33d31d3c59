import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import type { AuthorityCapacity, Capacity, CapacityDetails } from './capacity.service.ts';
import { readCapacity } from './capacity.service.ts';
import type { CapacityMonth } from './capacity-month.ts';
import type { DeregisteredGroup, HouseholdGroup, MayRetire } from './capacity-parts.ts';
import type { BesideChildren, ChildrenGroup } from './carers-beside-children.ts';
import { FosteringInputType } from './fostering-input.schema.ts';
import { ConstellationRef, readsHouseholds } from './household-reference.schema.ts';

const BasisEnum = builder.enumType('FosteringCapacityBasis', {
  description: 'What an authority’s month is made of.',
  values: {
    HOUSEHOLDS: { description: 'Households that were recorded one by one.' },
    COUNTS: { description: 'Counts of returns, or of releases.' },
    NONE: { description: 'Nothing is known, or may be seen.' },
  },
});

const Month = builder.objectRef<CapacityMonth>('FosteringCapacityMonth').implement({
  description:
    'Households and places of an authority on the last day of a month, and who came and went in it.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    month: t.exposeString('month', { description: 'For example 2026-09.' }),
    basis: t.expose('basis', { type: BasisEnum, description: 'What it is made of.' }),
    households: t.expose('households', {
      type: FigureType,
      description: 'Approved households on the last day.',
    }),
    approved: t.expose('approved', {
      type: FigureType,
      description: 'Households approved in the month.',
    }),
    deregistered: t.expose('deregistered', {
      type: FigureType,
      description: 'Households deregistered in the month.',
    }),
    net: t.expose('net', { type: FigureType, description: 'Approved minus deregistered.' }),
    placesApproved: t.expose('placesApproved', {
      type: FigureType,
      description: 'Approved places: filled, vacant and not available together.',
    }),
    filled: t.expose('filled', { type: FigureType, description: 'Places with a child in them.' }),
    vacant: t.expose('vacant', { type: FigureType, description: 'Places that could be offered.' }),
    unavailable: t.expose('unavailable', {
      type: FigureType,
      description: 'Places that cannot be used for the time being.',
    }),
    ofApproved: t.expose('ofApproved', {
      type: FigureType,
      description: 'Filled of approved places. Unit: percent.',
    }),
    ofAvailable: t.expose('ofAvailable', {
      type: FigureType,
      description: 'Filled of places that can be used. Unit: percent.',
    }),
    utilisation: t.exposeString('utilisation', {
      nullable: true,
      description: 'Both shares with their denominators, in words; null where not known.',
    }),
    caution: t.exposeString('caution', {
      nullable: true,
      description: 'What to mind; null where there is nothing.',
    }),
  }),
});

const Group = builder.objectRef<HouseholdGroup>('FosteringHouseholdGroup').implement({
  description: 'Households alike, and their places.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What they have in common: a code.' }),
    title: t.exposeString('title', { description: 'The same in words.' }),
    households: t.exposeInt('households', { description: 'Unit: households.' }),
    places: t.exposeInt('places', { description: 'Unit: places.' }),
  }),
});

const Retire = builder.objectRef<MayRetire>('FosteringMayRetire').implement({
  description: 'Households whose youngest carer is of an age at which people stop.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    households: t.int({
      description: 'Youngest carer 65 or over. Unit: households.',
      resolve: ({ now }) => now.households,
    }),
    places: t.int({ description: 'Their places. Unit: places.', resolve: ({ now }) => now.places }),
    nextHouseholds: t.int({
      description: 'Youngest carer 60 to 64. Unit: households.',
      resolve: ({ next }) => next.households,
    }),
    nextPlaces: t.int({
      description: 'Their places. Unit: places.',
      resolve: ({ next }) => next.places,
    }),
    of: t.exposeInt('of', { description: 'All households. Unit: households.' }),
    notKnown: t.exposeInt('notKnown', {
      description: 'Households whose carers’ age is not known. Unit: households.',
    }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
  }),
});

const Gone = builder.objectRef<DeregisteredGroup>('FosteringDeregisteredGroup').implement({
  description: 'Households that were deregistered for one reason, of one type.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'A code, for example VOLUNTARY.' }),
    reasonTitle: t.exposeString('reasonTitle', { description: 'The same in words.' }),
    householdType: t.exposeString('householdType', { description: 'A code.' }),
    householdTypeTitle: t.exposeString('householdTypeTitle', { description: 'The same in words.' }),
    households: t.exposeInt('households', { description: 'Unit: households.' }),
  }),
});

const Children = builder.objectRef<ChildrenGroup>('FosteringChildrenGroup').implement({
  description: 'Children looked after of one code.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What they have in common: a code.' }),
    title: t.exposeString('title', { description: 'The same in words.' }),
    children: t.expose('children', { type: FigureType, description: 'How many.' }),
  }),
});

const CharacteristicEnum = builder.enumType('CarerCharacteristic', {
  description: 'By what carers stand beside children.',
  values: {
    AGE: { description: 'Age: of the youngest carer, and of children.' },
    ETHNICITY: { description: 'Main ethnic group.' },
    AREA: { description: 'Inside the authority’s area, or outside it.' },
  },
});

const Beside = builder.objectRef<BesideChildren>('CarersBesideChildren').implement({
  description: 'Carers beside children by one characteristic: counts of each, and nobody’s match.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    by: t.expose('by', { type: CharacteristicEnum, description: 'Which characteristic.' }),
    households: t.field({
      type: [Group],
      description: 'Households of carers.',
      resolve: ({ households }) => [...households],
    }),
    children: t.field({
      type: [Children],
      description: 'Children looked after, of an own return of the last month.',
      resolve: ({ children }) => [...children],
    }),
    published: t.field({
      type: [Children],
      description:
        'The same as it was last published of the authority, as of 31 March; empty where nothing is.',
      resolve: ({ published }) => [...published],
    }),
    note: t.exposeString('note', {
      description: 'What the two are, and what is public beside them, or that nothing is.',
    }),
  }),
});

const Details = builder.objectRef<CapacityDetails>('FosteringCapacityDetails').implement({
  description:
    'What is known of an authority’s households one by one, on the last day of the last month or over all months.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    types: t.field({
      type: [Group],
      description: 'Households by type, on the last day.',
      resolve: ({ types }) => [...types],
    }),
    unavailable: t.field({
      type: [Group],
      description: 'Places that cannot be used, by why, on the last day.',
      resolve: ({ unavailable }) => [...unavailable],
    }),
    mayRetire: t.expose('mayRetire', { type: Retire, description: 'Who may retire.' }),
    deregistered: t.field({
      type: [Gone],
      description: 'Households deregistered within the months, by why and type.',
      resolve: ({ deregistered }) => [...deregistered],
    }),
    besideChildren: t.field({
      type: [Beside],
      description: 'Carers beside children; of your own authorities only, empty for others.',
      resolve: ({ besideChildren }) => [...besideChildren],
    }),
  }),
});

const OfAuthority = builder.objectRef<AuthorityCapacity>('AuthorityFosteringCapacity').implement({
  description: 'Foster carers of an authority, month by month.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose.' }),
    why: t.exposeString('why', { description: 'Why you see its households one by one, or not.' }),
    months: t.field({
      type: [Month],
      description: 'Month by month, oldest first.',
      resolve: ({ months }) => [...months],
    }),
    details: t.expose('details', {
      type: Details,
      nullable: true,
      description: 'Null where its households are not seen one by one.',
    }),
    constellations: t.field({
      type: [ConstellationRef],
      description: 'Mockingbird constellations, the oldest first.',
      resolve: ({ constellations }) => [...constellations],
    }),
  }),
});

const CapacityType = builder.objectRef<Capacity>('FosteringCapacity').implement({
  description:
    'Households, places and how full they are, who came and went, and who may retire. Nothing is added up over authorities.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members.' }),
    months: t.exposeStringList('months', { description: 'For example 2026-09, oldest first.' }),
    authorities: t.field({
      type: [OfAuthority],
      description: 'Each of the authorities that were asked for.',
      resolve: ({ authorities }) => [...authorities],
    }),
  }),
});

builder.queryField('fosteringCapacity', (t) =>
  t.field({
    type: CapacityType,
    description:
      'Foster carers of a consortium’s members, month by month: households recorded one by one where you see them, else counts.',
    args: {
      input: t.arg({
        type: FosteringInputType,
        required: true,
        description: 'Which; sources, campaigns and what it is counted by do not matter here.',
      }),
    },
    authScopes: readsHouseholds,
    resolve: (_root, { input }, { viewer }) => readCapacity(viewer, input),
  }),
);
