import { resolveOffsetConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import type { HouseholdChange, PlaceState } from './household-record.ts';
import { ConstellationRef, HouseholdRef, readsHouseholds } from './household-reference.schema.ts';
import type { HouseholdFilter } from './households.service.ts';
import {
  changesOf,
  countHouseholds,
  findHouseholds,
  householdWhy,
  listHouseholds,
  mayChange,
  statesOf,
} from './households.service.ts';

const Change = builder.objectRef<HouseholdChange>('FosteringHouseholdChange').implement({
  description: 'What changed of a household’s approval on a day.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'APPROVED, TERMS-CHANGED or DEREGISTERED.' }),
    changedOn: t.expose('changedOn', { type: 'LocalDate', description: 'From which day.' }),
    placesBefore: t.exposeInt('placesBefore', {
      nullable: true,
      description: 'Approved before; null for an approval. Unit: places.',
    }),
    placesAfter: t.exposeInt('placesAfter', {
      description: 'Approved from then on; 0 once deregistered. Unit: places.',
    }),
    typeBefore: t.exposeString('typeBefore', {
      nullable: true,
      description: 'Type of household before; null for an approval.',
    }),
    typeAfter: t.exposeString('typeAfter', { description: 'Type of household from then on.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        'Why it was deregistered: MANDATORY, VOLUNTARY, SGO, ADOPTION or NK; null otherwise.',
    }),
  }),
});

const State = builder.objectRef<PlaceState>('FosteringPlaceState').implement({
  description: 'How a household’s places were used from a day on.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    fromOn: t.expose('fromOn', { type: 'LocalDate', description: 'From which day.' }),
    toOn: t.expose('toOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'To which day; null while it lasts.',
    }),
    placesApproved: t.exposeInt('placesApproved', {
      description: 'The three below together. Unit: places.',
    }),
    filled: t.exposeInt('filled', { description: 'With a child in them. Unit: places.' }),
    vacant: t.exposeInt('vacant', { description: 'That could be offered. Unit: places.' }),
    unavailable: t.exposeInt('unavailable', {
      description: 'That cannot be used for the time being. Unit: places.',
    }),
    unavailableReason: t.exposeString('unavailableReason', {
      nullable: true,
      description: 'Why: a code, for example CARER-BREAK; null where all can be used.',
    }),
  }),
});

builder.node(HouseholdRef, {
  description: 'An approved fostering household, under a reference that names nobody.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'youngestCarerBand' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findHouseholds(viewer, ids),
  authScopes: readsHouseholds,
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'Of its holder’s own system.' }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'Whose household it is.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    householdType: t.exposeString('householdType', {
      description:
        'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS or SUPPORTED-LODGINGS, as approved now.',
    }),
    approvedOn: t.expose('approvedOn', { type: 'LocalDate', description: 'First day.' }),
    deregisteredOn: t.expose('deregisteredOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'The day from which it is approved no more; null while it is.',
    }),
    deregistrationReason: t.exposeString('deregistrationReason', {
      nullable: true,
      description: 'MANDATORY, VOLUNTARY, SGO, ADOPTION or NK; null while it is approved.',
    }),
    placesApproved: t.exposeInt('placesApproved', {
      description: 'As approved now, or last. Unit: places.',
    }),
    carers: t.exposeInt('carers', { description: '1 or 2. Unit: persons.' }),
    youngestCarer: t.exposeString('youngestCarerBand', {
      description:
        'Age band of its youngest carer: UNDER-35, 35-44, 45-54, 55-59, 60-64, 65-69, 70-PLUS or NK.',
    }),
    ethnicity: t.exposeString('ethnicity', {
      description: 'WHITE, MIXED, ASIAN, BLACK, OTHER, MIXED-HOUSEHOLD or NK.',
    }),
    area: t.exposeString('area', {
      description: 'INSIDE or OUTSIDE the authority’s area, or NK.',
    }),
    changes: t.field({
      type: [Change],
      description: 'What changed of its approval, oldest first, as far back as you may see.',
      resolve: (household, _args, { viewer }) => changesOf(viewer, household),
    }),
    placeStates: t.field({
      type: [State],
      description: 'How its places were used, oldest first, as far back as you may see.',
      resolve: (household, _args, { viewer }) => statesOf(viewer, household),
    }),
    why: t.string({
      description: 'Why you may see it: “own”, “held”, or the agreement.',
      resolve: (household, _args, { viewer }) => householdWhy(viewer, household),
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
    viewerCanChange: t.boolean({
      description: 'Whether you may change it.',
      resolve: (household, _args, { viewer }) => mayChange(viewer.actor, household),
    }),
  }),
});

builder.queryField('fosteringHouseholds', (t) =>
  t.connection(
    {
      type: HouseholdRef,
      description:
        'Approved fostering households: your own, those you hold, and others’ where agreements show records. The one approved last first.',
      args: {
        consortium: t.arg.string({ description: 'Only those of its members: its code.' }),
        authority: t.arg({ type: 'GssCode', description: 'Only those of this authority.' }),
        householdType: t.arg.string({ description: 'Only those of this type.' }),
        approved: t.arg.boolean({
          description:
            'True: only those that are approved. False: only those that were deregistered.',
        }),
      },
      authScopes: readsHouseholds,
      resolve: async (_root, args, { viewer }) => ({
        ...(await resolveOffsetConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args) },
          (page) => listHouseholds(viewer, args, page),
        )),
        filter: args,
      }),
    },
    {
      name: 'FosteringHouseholdConnection',
      description: 'A page of fostering households.',
      authScopes: readsHouseholds,
      fields: (c) => ({
        totalCount: c.int({
          description: 'How many there are in all that you may see.',
          resolve: (page, _args, { viewer }) =>
            countHouseholds(viewer, (page as unknown as { filter: HouseholdFilter }).filter),
        }),
      }),
    },
    {
      name: 'FosteringHouseholdEdge',
      description: 'A fostering household in a page.',
      authScopes: readsHouseholds,
    },
  ),
);

ConstellationRef.implement({
  description: 'A Mockingbird constellation: a hub home, and the households around it.',
  authScopes: readsHouseholds,
  fields: (t) => ({
    id: t.id({ description: 'For changing it.', resolve: ({ id }) => id }),
    reference: t.exposeString('reference', { description: 'Of its holder’s own system.' }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'Whose it is.',
      resolve: ({ authorityCode }, _args, { viewer }) => findAuthority(viewer, authorityCode),
    }),
    hubHousehold: t.field({
      type: HouseholdRef,
      nullable: true,
      description: 'The household whose home is the hub; null where it is not recorded.',
      resolve: async ({ hubHouseholdId }, _args, { viewer }) =>
        hubHouseholdId === null
          ? null
          : ((await findHouseholds(viewer, [hubHouseholdId]))[0] ?? null),
    }),
    satelliteHouseholds: t.exposeInt('satelliteHouseholds', {
      description: 'Households around the hub home. Unit: households.',
    }),
    satellitePlaces: t.exposeInt('satellitePlaces', { description: 'Of these. Unit: places.' }),
    startedOn: t.expose('startedOn', { type: 'LocalDate', description: 'First day.' }),
    endedOn: t.expose('endedOn', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day; null while it lasts.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change; a change names the one it saw.',
    }),
  }),
});
