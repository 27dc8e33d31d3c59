import type { GraphQLResolveInfo } from 'graphql';
import { fieldsAskedOf } from '../../graphql/asked-fields.ts';
import { builder } from '../../graphql/builder.ts';
import type { Comparison, FigureDetail } from './comparison.service.ts';
import { readComparison } from './comparison.service.ts';
import type {
  Comparability,
  ComparisonCell,
  ComparisonColumns,
  ComparisonRow,
} from './comparison.ts';
import { DataSymbolEnum, FigureType } from './figure.schema.ts';
import { Indicator } from './indicators.schema.ts';

export const ComparisonInput = builder.inputType('ComparisonInput', {
  description: 'What to compare.',
  fields: (t) => ({
    consortium: t.string({
      required: true,
      description: 'Code of a consortium, for example d2n2.',
    }),
    indicators: t.stringList({ required: true, description: 'Indicator keys, 1 to 100.' }),
    authorities: t.field({
      type: ['GssCode'],
      description:
        'GSS codes of any authorities of England; all members of the consortium if absent.',
    }),
    period: t.string({
      description:
        'A period’s label: 2025, 2024-25, 2025-06; the latest of each indicator if absent.',
    }),
    periods: t.int({ defaultValue: 1, description: 'How many periods, counted back: 1 to 120.' }),
    comparators: t.stringList({
      description: 'Any of england, region, statistical-neighbours, consortium.',
    }),
    asAt: t.field({
      type: 'Instant',
      description: 'Figures as the platform knew them then; sight is always as of now.',
    }),
  }),
});

export const DirectionEnum = builder.enumType('Direction', {
  description: 'How a figure moved since the period before, by the indicator’s polarity.',
  values: {
    BETTER: { description: 'Towards the good end.' },
    WORSE: { description: 'Away from the good end.' },
    SAME: { description: 'Not moved.' },
    NONE: { description: 'Not to be said: a symbol on either side, or no polarity.' },
  },
});

const Cell = builder.objectRef<ComparisonCell>('ComparisonCell').implement({
  description: 'One figure of a comparison.',
  fields: (t) => ({
    subject: t.exposeString('subject', { description: 'Authority name, or comparator.' }),
    code: t.expose('code', {
      type: 'GssCode',
      nullable: true,
      description: 'GSS code; null for comparators.',
    }),
    of: t.expose('of', {
      type: 'GssCode',
      nullable: true,
      description:
        'The authority a comparator belongs to (region, statistical-neighbours); null for england and consortium.',
    }),
    period: t.exposeString('period', { description: 'Label of the period.' }),
    figure: t.expose('figure', { type: FigureType, description: 'The figure.' }),
    rank: t.exposeInt('rank', {
      nullable: true,
      description:
        'Among authority cells of the period with a value: 1 is best, ties share the lower number; null without polarity.',
    }),
    direction: t.expose('direction', {
      type: DirectionEnum,
      description: 'Against the period before.',
    }),
  }),
});

const Columns = builder.objectRef<ComparisonColumns>('ComparisonColumns').implement({
  description:
    'The same figures as arrays, subject by subject, period by period, for charts and BI tools.',
  fields: (t) => ({
    subjects: t.stringList({
      description: 'Authority names, then comparators.',
      resolve: ({ subjects }) => [...subjects],
    }),
    codes: t.field({
      type: ['GssCode'],
      nullable: { list: false, items: true },
      description: 'GSS codes of the subjects; null for comparators.',
      resolve: ({ codes }) => [...codes],
    }),
    periods: t.stringList({
      description: 'Labels, oldest first.',
      resolve: ({ periods }) => [...periods],
    }),
    values: t.floatList({
      nullable: { list: false, items: true },
      description: 'One for each subject and period; null where there is a symbol.',
      resolve: ({ values }) => [...values],
    }),
    symbols: t.field({
      type: [DataSymbolEnum],
      nullable: { list: false, items: true },
      description: 'One for each subject and period; null where there is a value.',
      resolve: ({ symbols }) => [...symbols] as never,
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where any of these figures is made up for a demonstration.',
    }),
  }),
});

const ComparabilityType = builder.objectRef<Comparability>('Comparability').implement({
  description: 'Whether figures may be set side by side.',
  fields: (t) => ({
    comparable: t.exposeBoolean('comparable', {
      description: 'False where fewer than two authorities have a figure of the last period.',
    }),
    warnings: t.stringList({
      description: 'What to mind when comparing, one sentence each.',
      resolve: ({ warnings }) => [...warnings],
    }),
  }),
});

const Row = builder.objectRef<ComparisonRow>('ComparisonRow').implement({
  description: 'One indicator of a comparison.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is compared.' }),
    comparable: t.expose('comparable', {
      type: ComparabilityType,
      description: 'Whether it may be compared.',
    }),
    cells: t.field({
      type: [Cell],
      description: 'Subject by subject, period by period.',
      resolve: ({ cells }) => [...cells],
    }),
    columns: t.expose('columns', { type: Columns, description: 'The same figures as arrays.' }),
  }),
});

export const ComparisonType = builder.objectRef<Comparison>('Comparison').implement({
  description: 'Indicators set side by side.',
  fields: (t) => ({
    periods: t.stringList({
      description: 'Labels of all rows’ periods, in order of their end.',
      resolve: ({ periods }) => [...periods],
    }),
    rows: t.field({
      type: [Row],
      description: 'One for each indicator, in the order asked for.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
});

/** What is read is what the document asks for, fragments and all. */
function detailAskedOf(info: GraphQLResolveInfo): FigureDetail {
  const asked = fieldsAskedOf(info);
  if (behindFigures.some((field) => asked.has(field))) return 'details';
  return asked.has('cells') ? 'cells' : 'columns';
}

const behindFigures = ['numerator', 'denominator', 'why', 'provenance'];

builder.queryField('comparison', (t) =>
  t.field({
    type: ComparisonType,
    description:
      'Figures of some indicators for some authorities over some periods, as you may see them.',
    args: {
      input: t.arg({ type: ComparisonInput, required: true, description: 'What to compare.' }),
    },
    authScopes: { signedIn: true, permission: 'comparison:read' },
    resolve: (_root, { input }, { viewer }, info) =>
      readComparison(viewer, input, detailAskedOf(info)),
  }),
);
