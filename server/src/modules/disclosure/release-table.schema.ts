import { builder } from '../../graphql/builder.ts';
import { DataSymbolEnum } from '../indicators/figure.schema.ts';
import type { ReleaseTable, ReleaseTableCell, ReleaseTableRow } from './release-record.ts';
import { ReleaseRef, readsReleases } from './release-reference.schema.ts';
import { readTables } from './release-tables.service.ts';

const Cell = builder.objectRef<ReleaseTableCell>('ReleaseCell').implement({
  description: 'One figure of a release, as you may see it.',
  authScopes: readsReleases,
  fields: (t) => ({
    subject: t.exposeString('subject', {
      description: 'Name of the authority, or of the consortium.',
    }),
    code: t.expose('code', {
      type: 'GssCode',
      nullable: true,
      description: 'GSS code; null for the consortium.',
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'As released: rounded; null exactly when symbol is set.',
    }),
    symbol: t.expose('symbol', {
      type: DataSymbolEnum,
      nullable: true,
      description: 'Why there is no value; null exactly when value is set.',
    }),
    text: t.exposeString('text', { description: 'As a person reads it: 85, 40%, c.' }),
    why: t.exposeString('why', {
      description: 'Why you may see it, or why there is no value.',
    }),
  }),
});

const Row = builder.objectRef<ReleaseTableRow>('ReleaseRow').implement({
  description: 'One line of a table.',
  authScopes: readsReleases,
  fields: (t) => ({
    codes: t.stringList({
      description: 'One for each characteristic; “total” for all of it.',
      resolve: ({ codes }) => [...codes],
    }),
    labels: t.stringList({
      description: 'The same in words.',
      resolve: ({ labels }) => [...labels],
    }),
    unit: t.exposeString('unit', { description: 'Of its figures: children, percent …' }),
    cells: t.field({
      type: [Cell],
      description: 'One for each area: members by name, then the consortium.',
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

const Table = builder.objectRef<ReleaseTable>('ReleaseTable').implement({
  description: 'A table of a release.',
  authScopes: readsReleases,
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'As the return’s format names it; “indicators” for indicators.',
    }),
    title: t.exposeString('title', { description: 'Title.' }),
    description: t.exposeString('description', { description: 'What is counted.' }),
    unit: t.exposeString('unit', {
      description: 'children, places …; empty where rows differ.',
    }),
    columns: t.stringList({
      description: 'Titles of the characteristics.',
      resolve: ({ columns }) => [...columns],
    }),
    rows: t.field({
      type: [Row],
      description: 'In the order of the codes; which there are depends on no figure.',
      resolve: ({ rows }) => [...rows],
    }),
  }),
});

builder.objectField(ReleaseRef, 'tables', (t) =>
  t.field({
    type: [Table],
    description:
      'What you may read of it; what is not shared with you is x. None while it is not built, or failed, or was withdrawn.',
    args: {
      names: t.arg.stringList({ description: 'Only these tables.' }),
    },
    resolve: (release, { names }, { viewer }) => readTables(viewer, release, names ?? null),
  }),
);
