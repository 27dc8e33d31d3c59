import type { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import { builder } from '../../graphql/builder.ts';
import { ReleaseRef, readsReleases } from '../disclosure/release-reference.schema.ts';
import { ReturnRef } from '../returns/return-reference.schema.ts';
import { findReturnOfFigure } from '../returns/returns.service.ts';
import type { Figure, ProvenanceOrigin } from './figure.ts';
import { recordedAtOf, sourceTextOf, vintageOf } from './provenance.service.ts';

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

const Provenance = builder.objectRef<ProvenanceOrigin>('Provenance').implement({
  description: 'Where a figure came from.',
  // A value inside a figure: reachable only through fields that are guarded.
  authScopes: { signedIn: true },
  fields: (t) => ({
    source: t.string({
      description: 'Publisher and title of the file it came from; or whose return.',
      resolve: (origin, _args, { viewer }) => sourceTextOf(viewer, origin),
    }),
    vintage: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day the publisher’s file, or the return, speaks for.',
      resolve: (origin, _args, { viewer }) => vintageOf(viewer, origin),
    }),
    formula: t.exposeString('formula', {
      nullable: true,
      description: 'How it was made, in words; null for a figure as published.',
    }),
    recordedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When the platform recorded it.',
      resolve: (origin, _args, { viewer }) => recordedAtOf(viewer, origin),
    }),
    return: t.field({
      type: ReturnRef,
      nullable: true,
      description:
        'The return it came from; null for public figures, figures of several, and where you may not see it.',
      resolve: ({ filed }, _args, { viewer }) =>
        filed?.return ? findReturnOfFigure(viewer, filed.return) : null,
    }),
    release: t.field({
      type: ReleaseRef,
      nullable: true,
      description: 'The release it was read from; null for figures that are in none.',
      authScopes: readsReleases,
      resolve: ({ release }) => release ?? null,
    }),
    table: t.string({
      nullable: true,
      description: 'Table of the return it came from; null where the return is.',
      resolve: ({ filed }) => filed?.table ?? null,
    }),
    row: t.int({
      nullable: true,
      description:
        'Row of that table, as a person counts them in the file: the first below the header is 2. Null where it was made from several, and without a return.',
      resolve: ({ filed }) => (filed?.rows.length === 1 ? (filed.rows[0] ?? null) : null),
    }),
    rows: t.intList({
      description: 'All rows of that table it was made from; none without a return.',
      resolve: ({ filed }) => [...(filed?.rows ?? [])],
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
