import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { DirectionEnum } from '../indicators/comparison.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import type { Coverage } from './coverage.service.ts';
import { readCoverage, readFrameworkCoverage } from './coverage.service.ts';
import type { CoverageMonth, CoverageRow, SpotReasonRow } from './coverage.ts';
import { FrameworkRef } from './framework-reference.schema.ts';
import { findFrameworks } from './frameworks.service.ts';
import { readLeftForSpot } from './left-for-spot.service.ts';
import type { LeftForSpot } from './left-for-spot.ts';
import { findProviders } from './register.service.ts';
import { ProviderRef } from './register-reference.schema.ts';

const CoverageMonthType = builder.objectRef<CoverageMonth>('CoverageMonth').implement({
  description: 'One month of how a service is bought.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    period: t.exposeString('period', { description: 'Label of the month.' }),
    share: t.expose('share', {
      type: FigureType,
      description: 'Placements made on a framework, of those bought. Unit: percent.',
    }),
    spot: t.expose('spot', {
      type: FigureType,
      description: 'Placements made by spot purchase.',
    }),
    direction: t.expose('direction', {
      type: DirectionEnum,
      description: 'How the share moved since the month before.',
    }),
  }),
});

const CoverageRowType = builder.objectRef<CoverageRow>('CoverageRow').implement({
  description: 'How an authority, or its consortium together, buys a service, month by month.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', {
      type: Authority,
      nullable: true,
      description: 'Whose; null for all members together.',
    }),
    service: t.exposeString('service', {
      description: 'Code of the service: FOSTERING, RESIDENTIAL, SUPPORTED, or ALL together.',
    }),
    title: t.exposeString('title', { description: 'The service in words.' }),
    figures: t.field({
      type: [CoverageMonthType],
      description: 'Month by month, oldest first.',
      resolve: ({ figures }) => [...figures],
    }),
  }),
});

const SpotReasonMonth = builder
  .objectRef<SpotReasonRow['figures'][number]>('SpotReasonMonth')
  .implement({
    description: 'Placements made off framework for one reason in one month.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      period: t.exposeString('period', { description: 'Label of the month.' }),
      figure: t.expose('figure', { type: FigureType, description: 'How many.' }),
    }),
  });

const SpotReasonRowType = builder.objectRef<SpotReasonRow>('SpotReasonRow').implement({
  description: 'How often an authority, or its consortium together, buys off framework, and why.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.expose('authority', {
      type: Authority,
      nullable: true,
      description: 'Whose; null for all members together.',
    }),
    reason: t.exposeString('reason', { description: 'Code of the reason, for example NO-OFFER.' }),
    title: t.exposeString('title', { description: 'The reason in words.' }),
    figures: t.field({
      type: [SpotReasonMonth],
      description: 'Month by month, oldest first.',
      resolve: ({ figures }) => [...figures],
    }),
  }),
});

const LeftForSpotType = builder.objectRef<LeftForSpot>('LeftForSpot').implement({
  description:
    'A provider that is on a framework no more, and from which an authority buys by spot purchase since.',
  authScopes: { signedIn: true, permission: 'provider:read' },
  fields: (t) => ({
    authority: t.expose('authority', { type: Authority, description: 'Who buys.' }),
    provider: t.field({
      type: ProviderRef,
      nullable: true,
      description: 'From whom.',
      resolve: async ({ provider }, _args, { viewer }) =>
        (await findProviders(viewer, [provider.key]))[0] ?? null,
    }),
    framework: t.field({
      type: FrameworkRef,
      nullable: true,
      description: 'The framework it was on.',
      resolve: async ({ framework }, _args, { viewer }) =>
        (await findFrameworks(viewer, [framework.id]))[0] ?? null,
    }),
    lastOn: t.expose('lastOn', {
      type: 'LocalDate',
      description: 'The provider’s last day on it.',
    }),
    spotPlacements: t.exposeInt('spotPlacements', {
      description:
        'Placements by spot purchase with it on the last day of the newest month that you see.',
    }),
    why: t.exposeString('why', { description: 'Why you see these.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
  }),
});

const CoverageType = builder.objectRef<Coverage>('Coverage').implement({
  description:
    'How a consortium’s members buy placements: on framework, off it, and why, as their returns say and as far as you may see it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members.' }),
    period: t.exposeString('period', { description: 'Label of the last month shown.' }),
    periods: t.stringList({
      description: 'Labels of all months shown, oldest first.',
      resolve: ({ periods }) => [...periods],
    }),
    rows: t.field({
      type: [CoverageRowType],
      description: 'Service by service: each member, then all together.',
      resolve: ({ rows }) => [...rows],
    }),
    spotReasons: t.field({
      type: [SpotReasonRowType],
      description: 'Reason by reason: each member, then all together.',
      resolve: ({ spotReasons }) => [...spotReasons],
    }),
    leftForSpot: t.field({
      type: [LeftForSpotType],
      description:
        'Providers that left a framework and are bought from by spot since, where you see both.',
      resolve: ({ consortium }, _args, { viewer }) => readLeftForSpot(viewer, consortium),
    }),
  }),
});

builder.queryField('coverage', (t) =>
  t.field({
    type: CoverageType,
    description:
      'How the members of a consortium buy: the share on framework by service, spot purchases and their reasons, month by month.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
      period: t.arg.string({
        description: 'Label of the last month, for example 2026-09; default: the latest.',
      }),
      periods: t.arg.int({
        defaultValue: 12,
        description: 'How many months back, the last included: 1 to 120.',
      }),
    },
    authScopes: { signedIn: true, permission: 'comparison:read' },
    resolve: (_root, { consortium, period, periods }, { viewer }) =>
      readCoverage(viewer, { consortium, period, periods: periods ?? 12 }),
  }),
);

builder.objectField(FrameworkRef, 'coverage', (t) =>
  t.field({
    type: CoverageType,
    nullable: true,
    description:
      'How the members of its buyers’ consortium buy the services it buys, on this framework or another, month by month; null where its buyers are in no consortium.',
    args: {
      months: t.arg.int({
        defaultValue: 12,
        description: 'How many months back, the latest included: 1 to 120.',
      }),
    },
    authScopes: { permission: 'comparison:read' },
    resolve: (framework, { months }, { viewer }) =>
      readFrameworkCoverage(viewer, framework, months ?? 12),
  }),
);
