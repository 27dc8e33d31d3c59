import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { ComparisonType } from './comparison.schema.ts';
import { FigureType } from './figure.schema.ts';
import { Indicator } from './indicators.schema.ts';
import type { Overview } from './overview.service.ts';
import { readInYear, readOverview } from './overview.service.ts';
import type { Standout } from './overview.ts';

const StandoutKindEnum = builder.enumType('StandoutKind', {
  description: 'How something stands out.',
  values: {
    BEST: { description: 'Furthest from England on the good side.' },
    WORST: { description: 'Furthest from England on the other side.' },
    MOST_IMPROVED: { description: 'Moved most towards the good end since the period before.' },
    MOST_WORSENED: { description: 'Moved most away from it.' },
  },
});

const StandoutType = builder.objectRef<Standout>('Standout').implement({
  description: 'One thing about a consortium that stands out.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: StandoutKindEnum, description: 'How it stands out.' }),
    indicator: t.expose('indicator', { type: Indicator, description: 'In which indicator.' }),
    authority: t.expose('authority', { type: Authority, description: 'Whose figure.' }),
    period: t.exposeString('period', { description: 'Label of the period.' }),
    figure: t.expose('figure', { type: FigureType, description: 'The figure.' }),
    against: t.expose('against', {
      type: FigureType,
      nullable: true,
      description: 'What it stands out against: England’s figure, or its own of the period before.',
    }),
    againstSubject: t.exposeString('againstSubject', {
      description: 'Whose figure that is, and when.',
    }),
    sentence: t.exposeString('sentence', {
      description: 'The whole finding in one plain sentence.',
    }),
  }),
});

const OverviewType = builder.objectRef<Overview>('Overview').implement({
  description: 'What a consortium’s first page shows.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose.' }),
    headline: t.exposeString('headline', {
      description: 'The first thing a person reads, in a sentence or two.',
    }),
    standouts: t.field({
      type: [StandoutType],
      description:
        'Best, worst and biggest movers, by polarity; counts are not set against England.',
      resolve: ({ standouts }) => [...standouts],
    }),
    keyFigures: t.expose('keyFigures', {
      type: ComparisonType,
      description:
        'Key figures of members, consortium and England: the latest period and the one before.',
    }),
    inYear: t.field({
      type: ComparisonType,
      description:
        'A few figures from returns of members and consortium: the latest month and the one before, as far as agreements let you see them.',
      resolve: (overview, _args, { viewer }) => readInYear(viewer, overview),
    }),
  }),
});

builder.queryField('overview', (t) =>
  t.field({
    type: OverviewType,
    description: 'What stands out in a consortium, and its key figures.',
    args: { consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }) },
    authScopes: { signedIn: true, permission: 'comparison:read' },
    resolve: (_root, { consortium }, { viewer }) => readOverview(viewer, consortium),
  }),
);
