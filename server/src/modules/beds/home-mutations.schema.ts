import { builder } from '../../graphql/builder.ts';
import { confirmBeds, updateBeds } from './beds.service.ts';
import { addHome, changeHome } from './home-describing.service.ts';
import { recordNights } from './home-nights.service.ts';
import {
  GendersEnum,
  HomeRef,
  needWords,
  PlaceStateEnum,
  plansBeds,
  reasonWords,
  writesBeds,
} from './home-reference.schema.ts';

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const seen = (t: InputFields) => ({
  home: t.globalID({ required: true, for: HomeRef, description: 'Which.' }),
  version: t.int({ required: true, description: 'The version you saw.' }),
});

const PlaceInput = builder.inputType('HomePlaceInput', {
  description: 'How a place is.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'Which place: from 1.' }),
    state: t.field({ type: PlaceStateEnum, required: true, description: 'What it is.' }),
    reason: t.string({ description: `Why it is closed: ${reasonWords}; absent otherwise.` }),
    reservedUntil: t.field({
      type: 'LocalDate',
      description: 'Last day of a reservation, today or later; absent otherwise.',
    }),
  }),
});

const UpdateInput = builder.inputType('UpdateBedsInput', {
  description: 'How places of a home are. Those that are not named stay as they are.',
  fields: (t) => ({
    ...seen(t),
    places: t.field({ type: [PlaceInput], required: true, description: 'One at least.' }),
  }),
});

const SeenHomeInput = builder.inputType('SeenHomeInput', {
  description: 'A home, and the version you saw of it.',
  fields: seen,
});

const ConfirmInput = builder.inputType('ConfirmBedsInput', {
  description: 'Homes of which nothing changed.',
  fields: (t) => ({
    homes: t.field({ type: [SeenHomeInput], required: true, description: '1 to 200, each once.' }),
  }),
});

const LocationInput = builder.inputType('HomeLocationInput', {
  description: 'Where a home is. Your organisation alone sees it.',
  fields: (t) => ({
    latitude: t.float({ required: true, description: 'Degrees north.' }),
    longitude: t.float({ required: true, description: 'Degrees east.' }),
  }),
});

/** What adding and changing a home have in common. */
const facts = (t: InputFields) => ({
  name: t.string({ description: 'Your name for it, 80 characters at most: never anybody’s.' }),
  inHouse: t.boolean({ description: 'Run by you, or by your children’s trust.' }),
  ageFrom: t.int({ description: 'Youngest it takes. Unit: years.' }),
  ageTo: t.int({ description: 'Oldest it takes. Unit: years.' }),
  genders: t.field({ type: GendersEnum, description: 'Whom it takes.' }),
  needs: t.stringList({ description: `Needs it can meet: ${needWords}.` }),
  education: t.boolean({ description: 'Education on the site.' }),
  siblings: t.boolean({ description: 'Takes siblings together.' }),
  solo: t.boolean({ description: 'Can be run for one child.' }),
  emergency: t.boolean({ description: 'Admits on the same day.' }),
  noticeDays: t.int({ description: 'Notice it needs. Unit: days.' }),
  shortBreaks: t.boolean({ description: 'Gives short breaks: its nights are counted.' }),
  spot: t.boolean({ description: 'Offers places outside any framework.' }),
  opensOn: t.field({ type: 'LocalDate', description: 'First day, of one that is not open yet.' }),
  closesOn: t.field({
    type: 'LocalDate',
    description: 'The day from which it is closed for good.',
  }),
  location: t.field({ type: LocationInput, description: 'Where it is; null takes it away.' }),
});

const AddInput = builder.inputType('AddHomeInput', {
  description:
    'A registered service to be taken on the list. What is absent is what the register says of it.',
  fields: (t) => ({
    urn: t.string({ required: true, description: 'Of a home in an area that you answer for.' }),
    places: t.int({ description: 'How many places it has: 1 to 300. Unit: places.' }),
    ...facts(t),
  }),
});

const BlockInput = builder.inputType('HomeBlockInput', {
  description: 'Whose block a place is.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'Which place: from 1.' }),
    authority: t.field({ type: 'GssCode', description: 'Whose; null or absent: nobody’s.' }),
  }),
});

const ChangeInput = builder.inputType('ChangeHomeInput', {
  description: 'What is to change of a home; what is absent stays.',
  fields: (t) => ({
    ...seen(t),
    ...facts(t),
    places: t.int({
      description: 'How many places it has from now on: the last ones come or go. Unit: places.',
    }),
    blocks: t.field({ type: [BlockInput], description: 'Whose block places are from now on.' }),
  }),
});

const NightInput = builder.inputType('HomeNightInput', {
  description: 'A night of a short-break home.',
  fields: (t) => ({
    night: t.field({
      type: 'LocalDate',
      required: true,
      description: 'The day on which it begins: today or before.',
    }),
    capacity: t.int({ required: true, description: 'Beds it had to give.' }),
    used: t.int({ required: true, description: 'Beds that were used.' }),
  }),
});

const NightsInput = builder.inputType('RecordHomeNightsInput', {
  description: 'Nights of a short-break home.',
  fields: (t) => ({
    ...seen(t),
    nights: t.field({ type: [NightInput], required: true, description: '1 to 400, each once.' }),
  }),
});

const idOf = <Seen extends { readonly home: { readonly id: string } }>(input: Seen) => ({
  ...input,
  home: input.home.id,
});

builder.mutationFields((t) => ({
  updateBeds: t.field({
    type: HomeRef,
    description:
      'Says how places of a home are, and confirms it by that. Somebody who saw another version is told how it is now, and nothing is done.',
    args: { input: t.arg({ type: UpdateInput, required: true, description: 'What.' }) },
    authScopes: writesBeds,
    resolve: (_root, { input }, { viewer }) => updateBeds(viewer, idOf(input)),
  }),
  confirmBeds: t.field({
    type: [HomeRef],
    description:
      'Says of homes that nothing changed: of all of them, or, where one changed meanwhile or a reservation in it has ended, of none.',
    args: { input: t.arg({ type: ConfirmInput, required: true, description: 'Which.' }) },
    authScopes: writesBeds,
    resolve: async (_root, { input }, { viewer }) => [
      ...(await confirmBeds(viewer, input.homes.map(idOf))),
    ],
  }),
  addHome: t.field({
    type: HomeRef,
    description:
      'Takes a registered service on your list. Its places are not operational until somebody says how they are.',
    args: { input: t.arg({ type: AddInput, required: true, description: 'Which.' }) },
    authScopes: plansBeds,
    resolve: (_root, { input }, { viewer }) => addHome(viewer, input),
  }),
  changeHome: t.field({
    type: HomeRef,
    description: 'Says what a home is, how many places it has, and whose block they are.',
    args: { input: t.arg({ type: ChangeInput, required: true, description: 'What.' }) },
    authScopes: plansBeds,
    resolve: (_root, { input }, { viewer }) => changeHome(viewer, idOf(input)),
  }),
  recordHomeNights: t.field({
    type: HomeRef,
    description: 'Records nights of a short-break home, or puts them right.',
    args: { input: t.arg({ type: NightsInput, required: true, description: 'Which.' }) },
    authScopes: writesBeds,
    resolve: (_root, { input }, { viewer }) => recordNights(viewer, idOf(input)),
  }),
}));
