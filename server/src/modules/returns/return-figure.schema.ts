import { builder } from '../../graphql/builder.ts';
import { DataSymbolEnum } from '../indicators/figure.schema.ts';
import { Indicator } from '../indicators/indicators.schema.ts';
import type { FigureOfReturn, FigurePair, PlainFigure } from './return-figures.service.ts';
import { readChanges, readFigures } from './return-figures.service.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';

const Value = builder.objectRef<PlainFigure>('ReturnValue').implement({
  description: 'A value, or the symbol that says why there is none.',
  authScopes: readsReturns,
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'In the indicator’s unit; null exactly when symbol is set.',
    }),
    symbol: t.expose('symbol', {
      type: DataSymbolEnum,
      nullable: true,
      description: 'Why there is no value; null exactly when value is set.',
    }),
    text: t.exposeString('text', { description: 'As a person reads it: 88, £1,310, 81%, c.' }),
  }),
});

const Figure = builder.objectRef<FigureOfReturn>('ReturnFigure').implement({
  description: 'A figure as a version of a return says it, in use or not.',
  authScopes: readsReturns,
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What it is.' }),
    now: t.expose('now', { type: Value, description: 'What this version says.' }),
    before: t.expose('before', {
      type: Value,
      nullable: true,
      description: 'What is in use for the month before; null where nothing is.',
    }),
    change: t.exposeFloat('change', {
      nullable: true,
      description: 'By how much it grew since; null where either is no number.',
    }),
    numerator: t.float({
      nullable: true,
      description: 'What was counted; null where the figure is no ratio.',
      resolve: ({ made }) => made.numerator,
    }),
    denominator: t.float({
      nullable: true,
      description: 'What it is a share of; null where the figure is no ratio.',
      resolve: ({ made }) => made.denominator,
    }),
    formula: t.string({
      nullable: true,
      description: 'How it was made from the rows; null for a cell as it stands.',
      resolve: ({ made }) => made.formula,
    }),
    table: t.string({
      description: 'Table of the return it was made from.',
      resolve: ({ made }) => made.table,
    }),
    rows: t.intList({
      description: 'Rows of that table it was made from, as counted in the file; 200 at most.',
      resolve: ({ made }) => made.rows.slice(0, 200),
    }),
  }),
});

const Change = builder.objectRef<FigurePair>('ReturnChange').implement({
  description: 'A figure in which two versions of a return differ.',
  authScopes: readsReturns,
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What it is.' }),
    now: t.expose('now', {
      type: Value,
      nullable: true,
      description: 'What this version says; null where it does not say it.',
    }),
    before: t.expose('before', {
      type: Value,
      nullable: true,
      description: 'What the other version says; null where it does not say it.',
    }),
    change: t.exposeFloat('change', {
      nullable: true,
      description: 'By how much it differs; null where either is no number.',
    }),
  }),
});

builder.objectFields(ReturnRef, (t) => ({
  figures: t.field({
    type: [Figure],
    description: 'Every figure it says, in the order of the catalogue; none where it has errors.',
    resolve: (record, _args, { viewer }) => readFigures(viewer, record),
  }),
  changes: t.field({
    type: [Change],
    description: 'Figures in which it differs from another version of the same return.',
    args: {
      against: t.arg.globalID({
        for: ReturnRef,
        description: 'The other version; absent: the one before it that has figures.',
      }),
    },
    resolve: (record, { against }, { viewer }) => readChanges(viewer, record, against?.id ?? null),
  }),
}));
