import { builder } from '../../graphql/builder.ts';
import { Consortium } from '../authorities/authorities.schema.ts';
import { ComparisonType } from '../indicators/comparison.schema.ts';
import { FigureType } from '../indicators/figure.schema.ts';
import { Indicator } from '../indicators/indicators.schema.ts';
import type { Fees } from './fees.service.ts';
import { readFees } from './fees.service.ts';
import type { FeeBand, MembersCost, PriceRange } from './fees.ts';
import { FrameworkLotRef, FrameworkRef, readsContracts } from './framework-reference.schema.ts';

const Range = builder.objectRef<PriceRange>('PriceRange').implement({
  description: 'Prices of your own organisation. Unit: GBP a week and placement.',
  authScopes: readsContracts,
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many prices, or placements at them.' }),
    lowest: t.exposeFloat('lowest', { description: 'The lowest.' }),
    median: t.exposeFloat('median', { description: 'The one in the middle.' }),
    mean: t.exposeFloat('mean', { description: 'The mean.' }),
    highest: t.exposeFloat('highest', { description: 'The highest.' }),
  }),
});

const Band = builder.objectRef<FeeBand>('FeeBand').implement({
  description: 'Fees of one lot of a framework, or of one need within it.',
  authScopes: readsContracts,
  fields: (t) => ({
    framework: t.expose('framework', { type: FrameworkRef, description: 'Of which framework.' }),
    lot: t.expose('lot', {
      type: FrameworkLotRef,
      description: 'Of which lot; its published maximum is there.',
    }),
    need: t.exposeString('need', {
      nullable: true,
      description: 'Need within the lot; null for the lot as a whole.',
    }),
    tendered: t.expose('tendered', {
      type: Range,
      nullable: true,
      description: 'What providers tendered to your organisation; null where it knows of none.',
    }),
    paid: t.expose('paid', {
      type: Range,
      nullable: true,
      description:
        'What your organisation pays for what it called off; null where that is nothing.',
    }),
    members: t.expose('members', {
      type: FigureType,
      description:
        'Mean over what all members called off the lot in a month: only ever from a release, whose month it says, and x where there is none. By need there is none.',
    }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where any of it is made up for a demonstration.',
    }),
  }),
});

const MembersCostType = builder.objectRef<MembersCost>('MembersCost').implement({
  description: 'What the members of a consortium paid together for one kind of care.',
  authScopes: readsContracts,
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'Of which kind of care.' }),
    period: t.exposeString('period', {
      description: 'Label of the newest month of which you see it.',
    }),
    figure: t.expose('figure', {
      type: FigureType,
      description: 'A week and child; x with the reason where you see it of no month.',
    }),
  }),
});

const FeesType = builder.objectRef<Fees>('Fees').implement({
  description: 'What is paid for care, as far as you may know it: never another’s price.',
  authScopes: readsContracts,
  fields: (t) => ({
    consortium: t.expose('consortium', { type: Consortium, description: 'Whose members.' }),
    bands: t.field({
      type: [Band],
      description: 'Your own prices, framework by framework, lot by lot and need by need.',
      resolve: ({ bands }) => [...bands],
    }),
    members: t.field({
      type: [MembersCostType],
      description:
        'What members paid a week and child together, by kind of care: released, or exact where agreements show every member’s.',
      resolve: ({ members }) => [...members],
    }),
    published: t.expose('published', {
      type: ComparisonType,
      description: 'Published unit costs of members and England, for context: no prices.',
    }),
  }),
});

builder.queryField('fees', (t) =>
  t.field({
    type: FeesType,
    description:
      'Fee bands by lot and need from your own prices, what members pay together, and published unit costs beside them.',
    args: {
      consortium: t.arg.string({ required: true, description: 'Code, for example d2n2.' }),
      framework: t.arg.globalID({ for: FrameworkRef, description: 'Only this framework.' }),
    },
    authScopes: readsContracts,
    resolve: (_root, { consortium, framework }, { viewer }) =>
      readFees(viewer, { consortium, framework: framework?.id }),
  }),
);
