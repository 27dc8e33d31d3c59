import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import type { ConcentrationMeasure } from './concentration-measure.ts';
import type { Exposure } from './exposure.service.ts';
import { readExposure } from './exposure.service.ts';
import type { AuthorityExposure, GroupExposure } from './exposure.ts';
import { JudgementEnum } from './register-reference.schema.ts';
import type { WhatIf } from './what-if.ts';

const ConcentrationOfEnum = builder.enumType('ConcentrationOf', {
  description: 'What is held.',
  values: {
    PLACES: { description: 'Registered places of children’s homes. Source: Ofsted.' },
    PLACEMENTS: { description: 'Placements, as far as you see them.' },
    SPEND: { description: 'What is paid in a week: your own organisation’s only.' },
  },
});

const ConcentrationByEnum = builder.enumType('ConcentrationBy', {
  description: 'Who holds it.',
  values: {
    PRINTED: {
      description:
        'Owners as the register prints them, each spelling by itself, and those of which it names none as one more.',
    },
    OWNER: { description: 'Legal owners, however the register spells them.' },
    GROUP: { description: 'Owners rolled up to groups.' },
  },
});

const Measure = builder.objectRef<ConcentrationMeasure>('ConcentrationMeasure').implement({
  description: 'How much of something is in few hands.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    of: t.expose('of', { type: ConcentrationOfEnum, description: 'What is held.' }),
    by: t.expose('by', { type: ConcentrationByEnum, description: 'Who holds it.' }),
    index: t.expose('index', {
      type: FigureType,
      description:
        'Herfindahl–Hirschman index: the squares of all shares in percent, added up. Unit: points of 10,000.',
    }),
    topFiveShare: t.expose('topFiveShare', {
      type: FigureType,
      description: 'Share of the five largest together. Unit: percent.',
    }),
    owners: t.exposeInt('owners', { description: 'How many hold some of it.' }),
    total: t.exposeFloat('total', { description: 'What is known of it, which shares are of.' }),
    unknown: t.exposeInt('unknown', {
      description:
        'Homes, or records, whose owner or size is not known: they are in no share, and not zero.',
    }),
    authorities: t.field({
      type: [Authority],
      description: 'Whose places, placements or spending it is of.',
      resolve: ({ authorities }) => [...authorities],
    }),
  }),
});

const AuthorityExposureType = builder.objectRef<AuthorityExposure>('AuthorityExposure').implement({
  description: 'How exposed one authority is to a provider group.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose.' }),
    placesInArea: t.exposeInt('placesInArea', {
      nullable: true,
      description:
        'Registered places of the group’s children’s homes in its area; null where none is known.',
    }),
    placements: t.expose('placements', {
      type: FigureType,
      description: 'Its placements with the group; x with the reason where you do not see them.',
    }),
    spend: t.expose('spend', {
      type: FigureType,
      description: 'What it pays the group in a week: your own only, whatever agreements say.',
    }),
  }),
});

const JudgedServices = builder
  .objectRef<GroupExposure['judgements'][number]>('JudgedServices')
  .implement({
    description: 'How many services have a judgement.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      judgement: t.expose('judgement', {
        type: JudgementEnum,
        description: 'The newest overall one.',
      }),
      services: t.exposeInt('services', { description: 'How many services have it.' }),
    }),
  });

const GroupExposureType = builder.objectRef<GroupExposure>('GroupExposure').implement({
  description: 'How exposed a consortium is to one provider group.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.string({
      description: 'Key of the group, for `providerGroups` and for `exposure`.',
      resolve: ({ group }) => group.key,
    }),
    name: t.string({
      description: 'Name of the group.',
      resolve: ({ group }) => group.name,
    }),
    synthetic: t.boolean({
      description: 'True where it is made up for a demonstration.',
      resolve: ({ group }) => group.synthetic,
    }),
    services: t.exposeInt('services', {
      description: 'Its services registered in members’ areas, of every kind.',
    }),
    places: t.exposeInt('places', {
      nullable: true,
      description:
        'Registered places of its children’s homes in members’ areas; null where none is known.',
    }),
    placesUnknown: t.exposeInt('placesUnknown', {
      description: 'Its children’s homes there whose places are not known.',
    }),
    judgements: t.field({
      type: [JudgedServices],
      description: 'Newest overall judgements of its services there.',
      resolve: ({ judgements }) => [...judgements],
    }),
    placements: t.expose('placements', {
      type: FigureType,
      description: 'Placements of all members with it; x unless you see every member’s.',
    }),
    placementsAtLeast: t.exposeInt('placementsAtLeast', {
      description: 'Those of them that you see: never more than there are.',
    }),
    spend: t.expose('spend', {
      type: FigureType,
      description: 'What your own organisation pays it in a week.',
    }),
    authorities: t.field({
      type: [AuthorityExposureType],
      description: 'Member by member.',
      resolve: ({ authorities }) => [...authorities()],
    }),
  }),
});

const WhatIfType = builder.objectRef<WhatIf>('ProviderFailure').implement({
  description: 'What is known to be touched if a provider group failed tomorrow.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'All of it in words.' }),
    placementsAtLeast: t.exposeInt('placementsAtLeast', {
      description: 'Placements that you see there.',
    }),
    authorities: t.field({
      type: [Authority],
      description: 'Members with placements there that you see.',
      resolve: ({ authorities }) => [...authorities],
    }),
    notSharing: t.field({
      type: [Authority],
      description: 'Members whose records of providers you do not see.',
      resolve: ({ notSharing }) => [...notSharing],
    }),
    exposure: t.expose('exposure', {
      type: GroupExposureType,
      description: 'The group’s places, placements and spending.',
    }),
  }),
});

const ExposureType = builder.objectRef<Exposure>('Exposure').implement({
  description: 'How exposed a consortium is to those it buys from, as far as you may see it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members.' }),
    measures: t.field({
      type: [Measure],
      description: 'How much of places, placements and spending is in few hands.',
      resolve: ({ measures }) => [...measures],
    }),
    groups: t.field({
      type: [GroupExposureType],
      description:
        'Provider groups: those with most placements that you see first, then those with most places. One where one was asked about.',
      resolve: ({ groups }) => [...groups],
    }),
    whatIf: t.expose('whatIf', {
      type: WhatIfType,
      nullable: true,
      description: 'What is touched if the group asked about failed; null where none was.',
    }),
  }),
});

builder.queryField('exposure', (t) =>
  t.field({
    type: ExposureType,
    description:
      'Places, placements and spending by provider group across a consortium’s members, concentration, and what a group’s failure would touch.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
      group: t.arg.string({
        description: 'Key of a provider group: only this one, and what if it failed.',
      }),
    },
    authScopes: { signedIn: true, permission: 'provider:read' },
    resolve: (_root, { consortium, group }, { viewer }) =>
      readExposure(viewer, { consortium, group }),
  }),
);
