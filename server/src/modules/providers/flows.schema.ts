import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import type { PlacementFlows } from './flows.service.ts';
import { readPlacementFlows } from './flows.service.ts';
import type { FlowCell, OwnUse, PublishedFlow } from './flows.ts';

const HostKindEnum = builder.enumType('PlacementHost', {
  description: 'Where children live.',
  values: {
    MEMBER: { description: 'In the area of a member of the consortium.' },
    ELSEWHERE: { description: 'In another authority of England.' },
    NOT_KNOWN: { description: 'Outside England, or the placing authority does not say where.' },
  },
});

const Cell = builder.objectRef<FlowCell>('PlacementFlowCell').implement({
  description: 'Placements of one member that are in one place.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    hostKind: t.expose('hostKind', { type: HostKindEnum, description: 'Where.' }),
    host: t.expose('host', {
      type: Authority,
      nullable: true,
      description: 'In whose area; null unless a member’s.',
    }),
    placing: t.expose('placing', { type: Authority, description: 'Whose children.' }),
    placements: t.expose('placements', {
      type: FigureType,
      description: 'How many; x with the reason where you do not see the placing member’s records.',
    }),
  }),
});

const Published = builder.objectRef<PublishedFlow>('PublishedPlacementFlow').implement({
  description:
    'Children placed across an authority’s boundary on 31 March. Source: Department for Education.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose boundary.' }),
    period: t.exposeString('period', { description: 'Label of the year.' }),
    incoming: t.expose('incoming', {
      type: FigureType,
      description: 'Children of other authorities placed inside it.',
    }),
    outgoing: t.expose('outgoing', {
      type: FigureType,
      description: 'Its own children placed outside it.',
    }),
    net: t.expose('net', { type: FigureType, description: 'The first less the second.' }),
  }),
});

const OwnUseType = builder.objectRef<OwnUse>('OwnAreaUse').implement({
  description: 'How far an authority uses the children’s homes in its own area itself.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Whose area.' }),
    places: t.exposeInt('places', {
      nullable: true,
      description: 'Registered places of children’s homes there; null where not all are known.',
    }),
    ownPlacements: t.expose('ownPlacements', {
      type: FigureType,
      description: 'Its own placements in children’s homes there.',
    }),
    share: t.expose('share', { type: FigureType, description: 'Of these places. Unit: percent.' }),
  }),
});

const FlowsType = builder.objectRef<PlacementFlows>('PlacementFlows').implement({
  description: 'Whose children live where in a consortium, as far as you may see it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members.' }),
    inYear: t.field({
      type: [Cell],
      description:
        'Host by host, placing member by placing member, in the newest month that you see of each.',
      resolve: ({ inYear }) => [...inYear],
    }),
    published: t.field({
      type: [Published],
      description: 'What is published of each member.',
      resolve: ({ published }) => [...published],
    }),
    ownUse: t.field({
      type: [OwnUseType],
      description: 'Use of own-area places, member by member.',
      resolve: ({ ownUse }) => [...ownUse],
    }),
  }),
});

builder.queryField('placementFlows', (t) =>
  t.field({
    type: FlowsType,
    description:
      'Local capacity and who uses it: host by placing authority, imports and exports as published, and use of own-area places.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
    },
    authScopes: { signedIn: true, permission: 'provider:read' },
    resolve: (_root, { consortium }, { viewer }) => readPlacementFlows(viewer, consortium),
  }),
);
