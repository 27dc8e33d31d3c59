import { builder } from '../../graphql/builder.ts';
import { addConstellation, changeConstellation } from './constellations.service.ts';
import { EnquiryRef } from './enquiry-reference.schema.ts';
import { addHousehold } from './household-adding.service.ts';
import { changeHousehold, deregisterHousehold } from './household-changes.service.ts';
import { recordPlaces } from './household-places.service.ts';
import { ConstellationRef, HouseholdRef, writesHouseholds } from './household-reference.schema.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const seen = (t: InputFields) => ({
  id: t.globalID({ required: true, for: HouseholdRef, description: 'Which.' }),
  version: t.int({ required: true, description: 'The version you saw.' }),
});

const typeWords = 'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS or SUPPORTED-LODGINGS.';
const ageWords =
  'Age band of its youngest carer: UNDER-35, 35-44, 45-54, 55-59, 60-64, 65-69, 70-PLUS or NK.';
const ethnicityWords = 'WHITE, MIXED, ASIAN, BLACK, OTHER, MIXED-HOUSEHOLD or NK.';
const areaWords = 'INSIDE or OUTSIDE the authority’s area, or NK.';

const AddInput = builder.inputType('AddFosteringHouseholdInput', {
  description: 'An approved fostering household.',
  fields: (t) => ({
    authority: t.field({
      type: 'GssCode',
      required: true,
      description: 'Whose: one of yours, or a member of your hub.',
    }),
    reference: t.string({
      required: true,
      description: 'Of your own system, with a digit; never a name. No other of yours has it.',
    }),
    enquiry: t.globalID({
      for: EnquiryRef,
      description: 'The approved enquiry it came from; absent where it is not known.',
    }),
    householdType: t.string({ required: true, description: typeWords }),
    approvedOn: t.field({ type: 'LocalDate', required: true, description: 'First day.' }),
    places: t.int({ required: true, description: 'Approved. Unit: places.' }),
    carers: t.int({ required: true, description: '1 or 2. Unit: persons.' }),
    youngestCarer: t.string({ required: true, description: ageWords }),
    ethnicity: t.string({ required: true, description: ethnicityWords }),
    area: t.string({ required: true, description: areaWords }),
    deregisteredOn: t.field({
      type: 'LocalDate',
      description: 'The day from which it is approved no more, if it is not.',
    }),
    deregistrationReason: t.string({
      description: 'Why: MANDATORY, VOLUNTARY, SGO, ADOPTION or NK.',
    }),
  }),
});

const ChangeInput = builder.inputType('ChangeFosteringHouseholdInput', {
  description: 'What is to change of a household; what is absent stays.',
  fields: (t) => ({
    ...seen(t),
    changedOn: t.field({
      type: 'LocalDate',
      description: 'From which day another type, or other places, are approved.',
    }),
    householdType: t.string({ description: typeWords }),
    places: t.int({ description: 'Approved. Unit: places.' }),
    carers: t.int({ description: '1 or 2. Unit: persons.' }),
    youngestCarer: t.string({ description: ageWords }),
    ethnicity: t.string({ description: ethnicityWords }),
    area: t.string({ description: areaWords }),
  }),
});

const DeregisterInput = builder.inputType('DeregisterFosteringHouseholdInput', {
  description: 'That a household is approved no more.',
  fields: (t) => ({
    ...seen(t),
    on: t.field({ type: 'LocalDate', required: true, description: 'From which day.' }),
    reason: t.string({
      required: true,
      description: 'MANDATORY, VOLUNTARY, SGO, ADOPTION or NK.',
    }),
  }),
});

const PlacesInput = builder.inputType('RecordFosterPlacesInput', {
  description: 'How a household’s places are used from a day on.',
  fields: (t) => ({
    ...seen(t),
    fromOn: t.field({ type: 'LocalDate', required: true, description: 'From which day.' }),
    filled: t.int({ required: true, description: 'With a child in them. Unit: places.' }),
    vacant: t.int({ required: true, description: 'That could be offered. Unit: places.' }),
    unavailable: t.int({
      required: true,
      description: 'That cannot be used for the time being. Unit: places.',
    }),
    unavailableReason: t.string({
      description:
        'Why: SHARED-ROOM, NEEDS-OF-CHILD, CARER-BREAK, CARER-ILLNESS, INVESTIGATION, HOUSING, STAYING-PUT, OTHER or NK.',
    }),
  }),
});

/** What adding and changing a constellation have in common. */
const terms = (t: InputFields) => ({
  hubHousehold: t.globalID({
    for: HouseholdRef,
    description: 'The household whose home is the hub; absent where it is not recorded.',
  }),
  satelliteHouseholds: t.int({
    required: true,
    description: 'Households around the hub home. Unit: households.',
  }),
  satellitePlaces: t.int({ required: true, description: 'Of these. Unit: places.' }),
  endedOn: t.field({ type: 'LocalDate', description: 'Last day; absent while it lasts.' }),
});

const AddConstellationInput = builder.inputType('AddFosteringConstellationInput', {
  description: 'A Mockingbird constellation.',
  fields: (t) => ({
    authority: t.field({
      type: 'GssCode',
      required: true,
      description: 'Whose: one of yours, or a member of your hub.',
    }),
    reference: t.string({
      required: true,
      description: 'Of your own system, with a digit; never a name. No other of yours has it.',
    }),
    startedOn: t.field({ type: 'LocalDate', required: true, description: 'First day.' }),
    ...terms(t),
  }),
});

const ChangeConstellationInput = builder.inputType('ChangeFosteringConstellationInput', {
  description: 'A constellation as it is from now on: all of it.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'As `id` of the constellation.' }),
    version: t.int({ required: true, description: 'The version you saw.' }),
    ...terms(t),
  }),
});

builder.mutationFields((t) => ({
  addFosteringHousehold: t.field({
    type: HouseholdRef,
    description: 'Adds an approved fostering household.',
    args: { input: t.arg({ type: AddInput, required: true, description: 'What it is.' }) },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) =>
      addHousehold(viewer, { ...input, enquiry: input.enquiry?.id ?? null }),
  }),
  changeFosteringHousehold: t.field({
    type: HouseholdRef,
    description: 'Changes a fostering household, or what it is approved for.',
    args: { input: t.arg({ type: ChangeInput, required: true, description: 'What changes.' }) },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) =>
      changeHousehold(viewer, { ...input, id: input.id.id }),
  }),
  deregisterFosteringHousehold: t.field({
    type: HouseholdRef,
    description: 'Records that a household is approved no more.',
    args: { input: t.arg({ type: DeregisterInput, required: true, description: 'Since when.' }) },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) =>
      deregisterHousehold(viewer, { ...input, id: input.id.id }),
  }),
  recordFosterPlaces: t.field({
    type: HouseholdRef,
    description: 'Records how a household’s places are used from a day on, or puts that day right.',
    args: { input: t.arg({ type: PlacesInput, required: true, description: 'What.' }) },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) => recordPlaces(viewer, { ...input, id: input.id.id }),
  }),
  addFosteringConstellation: t.field({
    type: ConstellationRef,
    description: 'Adds a Mockingbird constellation.',
    args: {
      input: t.arg({ type: AddConstellationInput, required: true, description: 'What it is.' }),
    },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) =>
      addConstellation(viewer, { ...input, hubHousehold: input.hubHousehold?.id ?? null }),
  }),
  changeFosteringConstellation: t.field({
    type: ConstellationRef,
    description: 'Changes a Mockingbird constellation.',
    args: {
      input: t.arg({ type: ChangeConstellationInput, required: true, description: 'What it is.' }),
    },
    authScopes: writesHouseholds,
    resolve: (_root, { input }, { viewer }) =>
      changeConstellation(viewer, { ...input, hubHousehold: input.hubHousehold?.id ?? null }),
  }),
}));
