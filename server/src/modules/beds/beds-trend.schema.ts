import { homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import type { trendGroupings, trendSteps } from '@sufficiency/shared/beds/trend-input.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { ProvisionTypeEnum } from '../providers/register-reference.schema.ts';
import type { BedsTrend, TrendSeries } from './beds-trend.service.ts';
import { readBedsTrend } from './beds-trend.service.ts';
import { HomeRef, readsBeds } from './home-reference.schema.ts';

const GroupingEnum = builder.enumType('BedsTrendGrouping', {
  description: 'By what homes are put together.',
  values: {
    ALL: { description: 'All together.' },
    AUTHORITY: { description: 'The area they stand in.' },
    TYPE: { description: 'What they are registered as.' },
    PROVIDER: { description: 'Their owner at that time.' },
  } satisfies Record<(typeof trendGroupings)[number], { description: string }>,
});

const StepEnum = builder.enumType('BedsTrendStep', {
  description: 'What one point covers.',
  values: {
    DAY: { description: 'A day: for a calendar.' },
    WEEK: { description: 'A week from Monday.' },
    MONTH: { description: 'A calendar month.' },
  } satisfies Record<(typeof trendSteps)[number], { description: string }>,
});

const Input = builder.inputType('BedsTrendInput', {
  description: 'Which homes and days. What is absent does not matter; an empty list is of none.',
  fields: (t) => ({
    consortium: t.string({ required: true, description: 'Code, for example d2n2.' }),
    authorities: t.field({ type: ['GssCode'], description: 'Only homes in these areas.' }),
    provisionTypes: t.field({
      type: [ProvisionTypeEnum],
      description: `Only homes registered as one of these: ${homeProvisionTypes.join(', ')}.`,
    }),
    providers: t.stringList({
      description: 'Only while they were of these owners: keys of the register.',
    }),
    homes: t.globalIDList({ for: [HomeRef], description: 'Only these homes.' }),
    from: t.field({
      type: 'LocalDate',
      description: 'First day; if absent a year before the last, two years by month.',
    }),
    to: t.field({ type: 'LocalDate', description: 'Last day; if absent yesterday.' }),
    step: t.field({ type: StepEnum, defaultValue: 'WEEK', description: 'What one point covers.' }),
    by: t.field({
      type: GroupingEnum,
      defaultValue: 'AUTHORITY',
      description: 'By what homes are put together.',
    }),
  }),
});

/** Columns of a series, and what each holds. */
const columns = {
  homes: 'Unit: homes.',
  registered: 'All places on the certificate. Unit: places.',
  operational: 'Open and staffed. Unit: places.',
  usable: 'Where somebody could sleep. Unit: places.',
  occupied: 'Unit: places.',
  reserved: 'Vacant, and kept for somebody until a day. Unit: places.',
  accepting:
    'Vacant, and could have been offered to you; null where that was not kept. Unit: places.',
  closed: 'Vacant and taking nobody, or nobody of yours; null as for accepting. Unit: places.',
  closedLost: 'Closed for matching or solo use: effective capacity lost. Unit: places.',
  ofRegistered: 'Occupied of registered places. Unit: percent.',
  ofOperational: 'Occupied of operational places. Unit: percent.',
  ofUsable: 'Occupied of usable places. Unit: percent.',
  fresh: 'Homes whose states were fresh when the day ended, of homes. Unit: percent.',
} as const;

const Series = builder.objectRef<TrendSeries>('BedsTrendSeries').implement({
  description:
    'One line of a trend, as columns: a mean of its days for each of the trend’s starts, to one decimal, and null where nothing is known.',
  authScopes: readsBeds,
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'Code of the area, kind of home or number of the owner; ALL for all together.',
    }),
    title: t.exposeString('title', { description: 'For people.' }),
    ...(Object.fromEntries(
      Object.entries(columns).map(([name, description]) => [
        name,
        t.field({
          type: ['Float'],
          nullable: { list: false, items: true },
          description,
          resolve: (series) => [...series[name as keyof typeof columns]],
        }),
      ]),
    ) as Record<keyof typeof columns, ReturnType<typeof t.field>>),
  }),
});

const Trend = builder.objectRef<BedsTrend>('BedsTrend').implement({
  description:
    'How full homes were and what was free, step by step, as far as you see them. Homes for short breaks are left out.',
  authScopes: readsBeds,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members’ areas.' }),
    from: t.expose('from', { type: 'LocalDate', description: 'First day.' }),
    to: t.expose('to', { type: 'LocalDate', description: 'Last day.' }),
    step: t.expose('step', { type: StepEnum, description: 'What one point covers.' }),
    starts: t.field({
      type: ['LocalDate'],
      description:
        'First day of each week or month, or the day; the first and last may be cut short.',
      resolve: ({ starts }) => [...starts],
    }),
    series: t.field({
      type: [Series],
      description: 'By title.',
      resolve: ({ series }) => [...series],
    }),
    notShown: t.field({
      type: [Authority],
      description: 'Of the areas asked for, those in which you see no home on these days.',
      resolve: ({ notShown }) => [...notShown],
    }),
    shortBreakHomes: t.exposeInt('shortBreakHomes', {
      description: 'Homes that are left out, as they give short breaks.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where homes are made up for a demonstration.',
    }),
    sentence: t.exposeString('sentence', { description: 'What it is of, in words.' }),
  }),
});

builder.queryField('bedsTrend', (t) =>
  t.field({
    type: Trend,
    description:
      'Occupancy and availability of homes over time, by area, kind or owner: means of what there was when each day ended.',
    args: { input: t.arg({ type: Input, required: true, description: 'Which homes and days.' }) },
    authScopes: readsBeds,
    resolve: (_root, { input }, { viewer }) =>
      readBedsTrend(viewer, { ...input, homes: input.homes?.map(({ id }) => id) }),
  }),
);
