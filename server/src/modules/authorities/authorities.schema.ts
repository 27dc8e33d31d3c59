import { builder } from '../../graphql/builder.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import { readPopulation } from '../indicators/indicators.service.ts';
import {
  consortiaOf,
  findAuthorities,
  findAuthority,
  findConsortium,
  listAuthorities,
  listConsortia,
  neighboursOf,
} from './authorities.service.ts';
import type { AuthorityRecord, ConsortiumRecord } from './authority.ts';

const ConsortiumRef = builder.objectRef<ConsortiumRecord>('Consortium');
export const AuthorityRef = builder.objectRef<AuthorityRecord>('Authority');

const Neighbour = builder
  .objectRef<{ position: number; closeness: string; authority: AuthorityRecord }>(
    'StatisticalNeighbour',
  )
  .implement({
    description:
      'One of the ten authorities most like another, by the model of the Department for Education.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      position: t.exposeInt('position', { description: '1 is the nearest.' }),
      closeness: t.exposeString('closeness', {
        description: 'The model’s own words, from Extremely close to Not close.',
      }),
      authority: t.expose('authority', { type: AuthorityRef, description: 'The neighbour.' }),
    }),
  });

export const Authority = builder.node(AuthorityRef, {
  description: 'A local authority of England with children’s services.',
  id: { resolve: ({ code }) => code },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'dfeCode' in value,
  loadMany: (codes, context) => findAuthorities(context.viewer, codes),
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.expose('code', { type: 'GssCode', description: 'ONS (GSS) code in force today.' }),
    name: t.exposeString('name', {
      description: 'Name, as the Department for Education spells it.',
    }),
    region: t.exposeString('regionName', { description: 'Name of its region.' }),
    regionCode: t.expose('regionCode', { type: 'GssCode', description: 'GSS code of its region.' }),
    dfeCode: t.exposeString('dfeCode', {
      description: 'Three-digit code of the Department for Education.',
    }),
    population: t.field({
      type: FigureType,
      nullable: true,
      description:
        'Children aged 0 to 17 who live there, newest mid-year estimate; null where you may not see it. Source: ONS.',
      resolve: ({ code }, _args, { viewer }) => readPopulation(viewer, code),
    }),
    statisticalNeighbours: t.field({
      type: [Neighbour],
      description:
        'Ten statistical neighbours, nearest first. Source: Department for Education, newest model.',
      resolve: ({ code }, _args, { viewer }) => neighboursOf(viewer, code),
    }),
    consortia: t.field({
      type: [ConsortiumRef],
      description: 'Consortia it is a member of today.',
      resolve: ({ code }, _args, { viewer }) => consortiaOf(viewer, code),
    }),
  }),
});

export const Consortium = builder.node(ConsortiumRef, {
  description: 'Authorities that share with one another.',
  id: { resolve: ({ code }) => code },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'members' in value,
  loadOne: (code, context) => findConsortium(context.viewer, code),
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For people and addresses, for example d2n2.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    hub: t.exposeString('hub', { description: 'The consortium’s own organisation.' }),
    members: t.field({
      type: [AuthorityRef],
      description: 'Members today, by name.',
      resolve: ({ members }) => members,
    }),
  }),
});

builder.queryFields((t) => ({
  consortia: t.field({
    type: [Consortium],
    description: 'All consortia, by name.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, { viewer }) => listConsortia(viewer),
  }),
  consortium: t.field({
    type: Consortium,
    nullable: true,
    description: 'The consortium of a code; null if there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example d2n2.' }) },
    authScopes: { signedIn: true },
    resolve: (_root, { code }, { viewer }) => findConsortium(viewer, code),
  }),
  authority: t.field({
    type: Authority,
    nullable: true,
    description:
      'The authority of a code; null if there is none. The code before today’s of the same area is known too.',
    args: {
      code: t.arg({ type: 'GssCode', required: true, description: 'For example E06000015.' }),
    },
    authScopes: { signedIn: true },
    resolve: (_root, { code }, { viewer }) => findAuthority(viewer, code),
  }),
  authorities: t.field({
    type: [Authority],
    description: 'Authorities of England with children’s services, by name.',
    args: {
      region: t.arg({ type: 'GssCode', description: 'Only those of this region.' }),
      search: t.arg.string({ description: 'Only those whose name or code contains this.' }),
    },
    authScopes: { signedIn: true },
    resolve: (_root, { region, search }, { viewer }) =>
      listAuthorities(viewer, { regionCode: region, search }),
  }),
}));
