import type { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import { builder } from '../../graphql/builder.ts';
import type { Figure, ProvenanceOrigin } from './figure.ts';
import { sourceOf } from './indicators.service.ts';

const DataSymbolEnum = builder.enumType('DataSymbol', {
  description: 'Why a figure has no value, in the letters of the Government Statistical Service.',
  values: {
    z: { description: 'Not applicable.' },
    x: { description: 'Not available, or not shared with you.' },
    c: { description: 'Confidential: suppressed so that nobody can be identified.' },
    k: { description: 'Rounds to zero, but is not zero.' },
    u: { description: 'Low reliability.' },
  } satisfies Record<(typeof dataSymbols)[number], { description: string }>,
});

const FigureStatusEnum = builder.enumType('FigureStatus', {
  description: 'How settled a figure is.',
  values: {
    FINAL: { description: 'As its publisher last published it.' },
    PROVISIONAL: { description: 'Its publisher expects to change it.' },
    REVISED: { description: 'Its publisher changed it after first publication.' },
  },
});

export { DataSymbolEnum };

const Return = builder.node(builder.objectRef<{ readonly id: string }>('Return'), {
  description:
    'One authority’s submission for one dataset and period. Figures that are public have none.',
  id: { resolve: ({ id }) => id },
  loadOne: () => null,
  authScopes: { signedIn: true },
});

const Provenance = builder.objectRef<ProvenanceOrigin>('Provenance').implement({
  description: 'Where a figure came from.',
  // A value inside a figure: reachable only through fields that are guarded.
  authScopes: { signedIn: true },
  fields: (t) => ({
    source: t.string({
      description: 'Publisher and title of the file it came from.',
      resolve: async ({ sourceId, fallbackSource }, _args, { viewer }) => {
        const source = sourceId === null ? null : await sourceOf(viewer, sourceId);
        return source ? `${source.publisher}: ${source.title}` : fallbackSource;
      },
    }),
    vintage: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day the publisher’s file speaks for.',
      resolve: async ({ sourceId }, _args, { viewer }) =>
        sourceId === null ? null : ((await sourceOf(viewer, sourceId))?.vintage ?? null),
    }),
    formula: t.exposeString('formula', {
      nullable: true,
      description: 'How it was made, in words; null for a figure as published.',
    }),
    recordedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When the platform recorded it.',
      resolve: async ({ sourceId }, _args, { viewer }) =>
        sourceId === null ? null : ((await sourceOf(viewer, sourceId))?.recordedAt ?? null),
    }),
    return: t.field({
      type: Return,
      nullable: true,
      description:
        'The return it came from; null for public figures, and where you may not see it.',
      resolve: () => null,
    }),
    row: t.int({
      nullable: true,
      description: 'Row of the return it came from, 1 for the first; null without a return.',
      resolve: () => null,
    }),
  }),
});

export const FigureType = builder.objectRef<Figure>('Figure').implement({
  description: 'A value of an indicator, or the symbol that says why there is none.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'As published, or as the indicator’s formula gives it; null exactly when symbol is set.',
    }),
    symbol: t.expose('symbol', {
      type: DataSymbolEnum,
      nullable: true,
      description: 'Why there is no value; null exactly when value is set.',
    }),
    text: t.exposeString('text', { description: 'As a person reads it: 88, £1,310, 81%, c.' }),
    unit: t.exposeString('unit', { description: 'children, places, percent, GBP per week …' }),
    numerator: t.exposeFloat('numerator', {
      nullable: true,
      description: 'What was counted; null where it is not published or you may not see it.',
    }),
    denominator: t.exposeFloat('denominator', {
      nullable: true,
      description: 'What it is a share of; null where it is not published or you may not see it.',
    }),
    status: t.expose('status', { type: FigureStatusEnum, description: 'How settled it is.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    why: t.exposeString('why', {
      description: 'Why you may see it, or why there is no value: public, own, or the agreement.',
    }),
    provenance: t.expose('provenance', { type: Provenance, description: 'Where it came from.' }),
  }),
});
