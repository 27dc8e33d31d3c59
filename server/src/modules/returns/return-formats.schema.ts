import type { Code, CodeList } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { ReturnColumn } from '@sufficiency/shared/returns/column.ts';
import type { ReturnFormat, ReturnTable } from '@sufficiency/shared/returns/table.ts';
import { formatName } from '@sufficiency/shared/returns/table.ts';
import { builder } from '../../graphql/builder.ts';
import { listFormats } from './return-formats.service.ts';
import { readsReturns } from './return-reference.schema.ts';

const CodeType = builder.objectRef<Code>('ReturnCode').implement({
  description: 'A code that may stand in a column.',
  authScopes: readsReturns,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As it is written.' }),
    label: t.exposeString('label', { description: 'What it means.' }),
    group: t.string({
      nullable: true,
      description: 'What it counts towards where codes are shown in groups.',
      resolve: ({ group }) => group ?? null,
    }),
  }),
});

const CodeListType = builder.objectRef<CodeList>('ReturnCodeList').implement({
  description: 'The codes of a column, as a collection year knows them.',
  authScopes: readsReturns,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'For example placement-type.' }),
    title: t.exposeString('title', { description: 'Name for people.' }),
    source: t.exposeString('source', { description: 'Who keeps the list.' }),
    codes: t.field({
      type: [CodeType],
      description: 'In order.',
      resolve: ({ codes }) => [...codes],
    }),
  }),
});

const Column = builder.objectRef<ReturnColumn>('ReturnColumn').implement({
  description: 'What a column is called, what it means and what may stand in it.',
  authScopes: readsReturns,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the header writes it.' }),
    title: t.exposeString('title', { description: 'Name for people.' }),
    description: t.exposeString('description', { description: 'What it means.' }),
    kind: t.exposeString('kind', {
      description:
        'authority, period, code, count, money, day, urn, reference or text: what may stand in it.',
    }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'What it counts or is paid in; null where it is no number.',
    }),
    optional: t.exposeBoolean('optional', { description: 'True where it may be left blank.' }),
    total: t.exposeBoolean('total', {
      description: 'True where it may say TOTAL, for all codes together.',
    }),
    example: t.exposeString('example', { description: 'A cell as it could be.' }),
    aliases: t.stringList({
      description: 'Other headers it is known by.',
      resolve: ({ aliases }) => [...aliases],
    }),
    codes: t.expose('codes', {
      type: CodeListType,
      nullable: true,
      description: 'The codes that may stand in it; null where it holds none.',
    }),
  }),
});

/** A table, with its columns. */
export const ReturnFormatTableRef = builder.objectRef<ReturnTable>('ReturnFormatTable').implement({
  description: 'A table of a return format.',
  authScopes: readsReturns,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'For files, for example bed-states.' }),
    title: t.exposeString('title', { description: 'Name for people.' }),
    description: t.exposeString('description', { description: 'What it is about.' }),
    basis: t.exposeString('basis', {
      description: 'snapshot at month end, calendar month, or records: one thing or event a row.',
    }),
    key: t.stringList({
      description: 'Names of the columns that tell one row from another.',
      resolve: ({ key }) => [...key],
    }),
    columns: t.field({
      type: [Column],
      description: 'In the order of the file.',
      resolve: ({ columns }) => [...columns],
    }),
  }),
});

const Format = builder.objectRef<ReturnFormat>('ReturnFormat').implement({
  description: 'One dataset’s tables in the form of one collection year.',
  authScopes: readsReturns,
  fields: (t) => ({
    name: t.string({
      description: 'As a return names it, for example placements 2026-27 v1.',
      resolve: formatName,
    }),
    dataset: t.exposeString('dataset', {
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    collectionYear: t.exposeString('collectionYear', { description: 'For example 2026-27.' }),
    version: t.exposeInt('version', { description: 'Grows when a table changes within the year.' }),
    title: t.exposeString('title', { description: 'Name for people.' }),
    tables: t.field({
      type: [ReturnFormatTableRef],
      description: 'Its tables.',
      resolve: ({ tables }) => [...tables],
    }),
  }),
});

builder.queryField('returnFormats', (t) =>
  t.field({
    type: [Format],
    description: 'Return formats in force, with their tables, columns and codes.',
    authScopes: readsReturns,
    args: { dataset: t.arg.string({ description: 'Only that of this dataset.' }) },
    resolve: (_root, { dataset }) => [...listFormats(dataset)],
  }),
);
