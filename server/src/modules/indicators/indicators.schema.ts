import { builder } from '../../graphql/builder.ts';
import type { IndicatorRecord, PeriodRecord } from './indicator-record.ts';
import { findIndicators, listIndicators, periodsOf } from './indicators.service.ts';

const PolarityEnum = builder.enumType('Polarity', {
  description: 'Which end of an indicator is good.',
  values: {
    HIGH: { description: 'More is better.' },
    LOW: { description: 'Less is better.' },
    NONE: { description: 'Neither: no rank and no direction.' },
  },
});

const IndicatorPeriod = builder.objectRef<PeriodRecord>('IndicatorPeriod').implement({
  description: 'A period of an indicator.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    label: t.exposeString('label', { description: 'As printed: 2025, 2024-25, 2025-06.' }),
    startsOn: t.expose('startsOn', { type: 'LocalDate', description: 'First day.' }),
    endsOn: t.expose('endsOn', {
      type: 'LocalDate',
      description: 'Last day; the day itself for a snapshot.',
    }),
  }),
});

export const Indicator = builder.node(builder.objectRef<IndicatorRecord>('Indicator'), {
  description: 'A metric contract: what a figure means.',
  id: { resolve: ({ key }) => key },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'polarity' in value,
  loadMany: (keys, context) => findIndicators(context.viewer, keys),
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'For people and addresses, for example cla-rate.' }),
    title: t.exposeString('title', { description: 'Name.' }),
    dataset: t.exposeString('dataset', {
      description:
        'What sharing agreements call it: placements, costs, providers, fostering, beds or demand.',
    }),
    definition: t.exposeString('definition', { description: 'What it counts, in full.' }),
    cohort: t.exposeString('cohort', { nullable: true, description: 'Whom it is about.' }),
    numeratorText: t.exposeString('numeratorText', {
      nullable: true,
      description: 'What is counted.',
    }),
    denominatorText: t.exposeString('denominatorText', {
      nullable: true,
      description: 'What it is a share of; null for a count.',
    }),
    unit: t.exposeString('unit', { description: 'children, places, percent, GBP per week …' }),
    decimals: t.exposeInt('decimals', { description: 'Decimal places it is shown with.' }),
    polarity: t.expose('polarity', { type: PolarityEnum, description: 'Which end is good.' }),
    version: t.exposeInt('version', { description: 'Grows by one whenever the meaning changes.' }),
    source: t.exposeString('source', { description: 'Publisher and publication.' }),
    licence: t.exposeString('licence', { description: 'Licence of the source.' }),
    cautions: t.exposeStringList('cautions', {
      description: 'What the figures may not be compared with, one sentence each.',
    }),
    collected: t.exposeBoolean('collected', {
      description:
        'True where members’ returns say it, month by month; false where it is published.',
    }),
    periodBasis: t.exposeString('periodBasis', {
      description:
        'What a period is: snapshot at 31 March, year to 31 March, financial year, snapshot at month end, calendar month.',
    }),
    periods: t.field({
      type: [IndicatorPeriod],
      description:
        'Periods the platform has any figure for, oldest first; of an indicator that returns say, every month that has ended.',
      resolve: (indicator, _args, { viewer }) => periodsOf(viewer, indicator),
    }),
  }),
});

export { PolarityEnum };

builder.queryField('indicators', (t) =>
  t.field({
    type: [Indicator],
    description: 'Indicators, in the order of the catalogue.',
    args: {
      search: t.arg.string({
        description: 'Only those whose title, key or definition contains every word.',
      }),
      dataset: t.arg.string({ description: 'Only those of this dataset.' }),
    },
    authScopes: { signedIn: true },
    resolve: (_root, { search, dataset }, { viewer }) =>
      listIndicators(viewer, { search, dataset }),
  }),
);
