import type { RadarDate } from '@sufficiency/shared/providers/recommissioning.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { RadarDateKindEnum, RadarKindEnum } from './framework-enums.schema.ts';
import { BlockContractRef, FrameworkRef, readsContracts } from './framework-reference.schema.ts';
import type { RadarItemOf, RadarOverlapOf, Recommissioning } from './recommissioning.service.ts';
import { readRecommissioning } from './recommissioning.service.ts';

const DateType = builder.objectRef<RadarDate>('RadarDate').implement({
  description: 'A day on which something falls due.',
  authScopes: readsContracts,
  fields: (t) => ({
    kind: t.expose('kind', { type: RadarDateKindEnum, description: 'What.' }),
    on: t.expose('on', { type: 'LocalDate', description: 'On which day.' }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
  }),
});

const Item = builder.objectRef<RadarItemOf>('RecommissioningItem').implement({
  description: 'A framework or block contract with what falls due in the time asked for.',
  authScopes: readsContracts,
  fields: (t) => ({
    kind: t.field({ type: RadarKindEnum, description: 'Which.', resolve: ({ of }) => of.kind }),
    framework: t.expose('framework', {
      type: FrameworkRef,
      nullable: true,
      description: 'The framework; null for a block contract.',
    }),
    contract: t.expose('contract', {
      type: BlockContractRef,
      nullable: true,
      description: 'The block contract; null for a framework.',
    }),
    reference: t.string({ description: 'For people.', resolve: ({ of }) => of.reference }),
    title: t.string({ description: 'What it is called.', resolve: ({ of }) => of.title }),
    authority: t.field({
      type: Authority,
      nullable: true,
      description: 'The lead of a framework, the authority of a block contract.',
      resolve: ({ of }, _args, { viewer }) =>
        of.authorityCode === null ? null : findAuthority(viewer, of.authorityCode),
    }),
    startsOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'First day; null where nobody says.',
      resolve: ({ of }) => of.startsOn,
    }),
    endsOn: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'Last day as it stands; null where nobody says.',
      resolve: ({ of }) => of.endsOn,
    }),
    extendedTo: t.expose('extendedTo', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day if every right to extend is taken up.',
    }),
    dates: t.field({
      type: [DateType],
      description: 'What falls due in the time asked for, in order.',
      resolve: ({ dates }) => [...dates],
    }),
    overdue: t.field({
      type: [DateType],
      description:
        'What was to be decided, begun or told before that time and is not recorded as done, in order; none of what has ended.',
      resolve: ({ overdue }) => [...overdue],
    }),
  }),
});

const Overlap = builder.objectRef<RadarOverlapOf>('RecommissioningOverlap').implement({
  description:
    'A block contract that runs beside a framework its provider is on, for an authority that buys by both.',
  authScopes: readsContracts,
  fields: (t) => ({
    contract: t.expose('contractRecord', {
      type: BlockContractRef,
      description: 'The block contract.',
    }),
    framework: t.expose('frameworkRecord', { type: FrameworkRef, description: 'The framework.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day of both.' }),
    until: t.expose('until', {
      type: 'LocalDate',
      nullable: true,
      description: 'Last day of both; null where nobody says.',
    }),
    sentence: t.exposeString('sentence', { description: 'What it means, in words.' }),
  }),
});

const RecommissioningType = builder.objectRef<Recommissioning>('Recommissioning').implement({
  description: 'What ends, reopens or is to be decided in a consortium.',
  authScopes: readsContracts,
  fields: (t) => ({
    from: t.expose('from', { type: 'LocalDate', description: 'First day of the time.' }),
    until: t.expose('until', {
      type: 'LocalDate',
      description: 'The first day that is not in it.',
    }),
    items: t.field({
      type: [Item],
      description: 'Frameworks and block contracts, what falls due next first.',
      resolve: ({ items }) => [...items],
    }),
    overlaps: t.field({
      type: [Overlap],
      description: 'Block contracts beside frameworks, as far as you may see who is on these.',
      resolve: ({ overlaps }) => [...overlaps],
    }),
    sentence: t.exposeString('sentence', { description: 'The same in a sentence.' }),
  }),
});

builder.queryField('recommissioning', (t) =>
  t.field({
    type: RecommissioningType,
    description:
      'Ends, extensions, reopenings, notice periods and lead times of the frameworks that a consortium’s members lead or buy by, and of the block contracts you may see.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Its code.' }),
      from: t.arg({ type: 'LocalDate', description: 'First day; absent: today.' }),
      months: t.arg.int({ defaultValue: 36, description: 'How far ahead: 1 to 180 months.' }),
    },
    authScopes: readsContracts,
    resolve: (_root, args, { viewer }) => readRecommissioning(viewer, args as never),
  }),
);
