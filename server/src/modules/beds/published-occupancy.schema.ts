import type {
  PrintedHomes,
  PrintedOccupancy,
} from '@sufficiency/shared/beds/published-occupancy.ts';
import { builder } from '../../graphql/builder.ts';
import { Authority } from '../authorities/authorities.schema.ts';
import { DataSymbolEnum } from '../indicators/figure.schema.ts';
import type { PublishedOccupancy } from './published-occupancy.service.ts';
import { readPublishedOccupancy } from './published-occupancy.service.ts';

const Row = builder.objectRef<PrintedHomes>('PublishedOccupancyRow').implement({
  description: 'A home, or several, as a paper prints them.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As printed.' }),
    kind: t.exposeString('kind', { nullable: true, description: 'What it is, as printed.' }),
    homes: t.exposeInt('homes', { description: 'Unit: homes.' }),
    places: t.exposeInt('places', {
      description: 'What the paper calls places, or maximum occupancy. Unit: places.',
    }),
    occupied: t.exposeInt('occupied', {
      nullable: true,
      description: 'Null where the paper has no count. Unit: places.',
    }),
    printed: t.exposeString('printed', {
      nullable: true,
      description: 'The share as printed; null where none is.',
    }),
  }),
});

const Share = builder.objectRef<PrintedOccupancy>('PublishedOccupancyShare').implement({
  description: 'Occupied of places, by the formula of returns.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    homes: t.exposeInt('homes', { description: 'Unit: homes.' }),
    places: t.exposeInt('places', {
      nullable: true,
      description: 'What is divided by; null where it is not known. Unit: places.',
    }),
    occupied: t.exposeInt('occupied', {
      nullable: true,
      description: 'Null where it is not known. Unit: places.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'To one decimal; null exactly where there is a symbol. Unit: percent.',
    }),
    symbol: t.expose('symbol', {
      type: DataSymbolEnum,
      nullable: true,
      description: 'x where a home has no count: unknown is not empty.',
    }),
  }),
});

const Published = builder.objectRef<PublishedOccupancy>('PublishedOccupancy').implement({
  description:
    'Occupancy of homes as a council’s paper prints it, read as a return and recomputed. Real, and of a day long gone.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    title: t.exposeString('title', { description: 'What the table shows.' }),
    publisher: t.exposeString('publisher', { description: 'Who published it.' }),
    paper: t.exposeString('paper', { description: 'Title of the paper.' }),
    period: t.exposeString('period', { description: 'Day or month, 2023-06-30 or 2022-08.' }),
    authorities: t.field({
      type: [Authority],
      description: 'Whose homes.',
      resolve: ({ authorities }) => [...authorities],
    }),
    rows: t.field({
      type: [Row],
      description: 'The table, row by row.',
      resolve: ({ rows }) => [...rows],
    }),
    printed: t.exposeString('printed', {
      nullable: true,
      description: 'The share of all of it, as printed.',
    }),
    counted: t.expose('counted', {
      type: Share,
      description: 'Of the homes that have a count.',
    }),
    all: t.expose('all', {
      type: Share,
      description: 'Of all homes: not available where one has no count.',
    }),
    allPlaces: t.exposeInt('allPlaces', { description: 'Places of all homes. Unit: places.' }),
    unknownHomes: t.exposeInt('unknownHomes', {
      description: 'Homes without a count. Unit: homes.',
    }),
    unknownPlaces: t.exposeInt('unknownPlaces', { description: 'Their places. Unit: places.' }),
    ifUnknownWereEmpty: t.exposeFloat('ifUnknownWereEmpty', {
      nullable: true,
      description:
        'What it would be if homes without a count were empty, which nobody said; null where all have one. Unit: percent.',
    }),
    sentence: t.exposeString('sentence', { description: 'The same in words.' }),
    note: t.exposeString('note', { description: 'What to mind.' }),
  }),
});

builder.queryField('publishedOccupancy', (t) =>
  t.field({
    type: [Published],
    description:
      'Occupancy of homes as published: Norfolk on 30 June 2023, Northamptonshire in August 2022.',
    authScopes: { signedIn: true, permission: 'reference:read' },
    resolve: (_root, _args, { viewer }) => readPublishedOccupancy(viewer),
  }),
);
