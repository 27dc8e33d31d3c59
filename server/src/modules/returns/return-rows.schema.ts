import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import { resolveCursorConnection } from '@pothos/plugin-relay';
import { builder } from '../../graphql/builder.ts';
import { largestPageOf } from '../../graphql/pages.ts';
import { ReturnRef, readsReturns } from './return-reference.schema.ts';
import type { StoredRow, TableOfReturn } from './return-rows.service.ts';
import { hasRowsBefore, listRows, readTables, rowCursor } from './return-rows.service.ts';

const Row = builder.objectRef<StoredRow>('ReturnRow').implement({
  description: 'A row of a return’s table, as it was read.',
  authScopes: readsReturns,
  fields: (t) => ({
    row: t.exposeInt('row', {
      description: 'As a person counts it in the file: the first below the header is 2.',
    }),
    cells: t.stringList({
      description: 'Checked texts, in the order of the table’s columns.',
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

const Table = builder.objectRef<TableOfReturn>('ReturnTable').implement({
  description: 'A table of a return.',
  authScopes: readsReturns,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'For `rows`, for example bed-states.' }),
    title: t.exposeString('title', { description: 'Name for people.' }),
    columns: t.stringList({
      description: 'Names of its columns, in the order of the cells.',
      resolve: ({ columns }) => [...columns],
    }),
    count: t.exposeInt('count', { description: 'How many rows it has.' }),
  }),
});

builder.objectFields(ReturnRef, (t) => ({
  tables: t.field({
    type: [Table],
    description: 'Its tables that have rows; none of other organisations’ returns.',
    resolve: (record, _args, { viewer }) => readTables(viewer, record),
  }),
  rows: t.connection(
    {
      type: Row,
      description:
        'Rows of a table, in the order of the file: of your own organisation’s returns only.',
      args: {
        table: t.arg.string({ required: true, description: 'Name of the table.' }),
        fromRow: t.arg.int({
          description:
            'Begin at this row, as a person counts it in the file, or at the next there is: with `first`.',
        }),
      },
      resolve: async (record, args, { viewer }) => {
        const { table, fromRow = null } = args;
        const { edges, pageInfo } = await resolveCursorConnection(
          { args, defaultSize: 50, maxSize: largestPageOf(args), toCursor: rowCursor },
          (page: ResolveCursorConnectionArgs) =>
            listRows(viewer, record, { table, fromRow, ...page }),
        );
        const [first] = edges;
        if (!first) return { edges, pageInfo: { ...pageInfo, startCursor: null, endCursor: null } };
        const hasPreviousPage = await hasRowsBefore(viewer, record, {
          table,
          before: first.cursor,
        });
        return { edges, pageInfo: { ...pageInfo, hasPreviousPage } };
      },
    },
    { name: 'ReturnRowConnection', description: 'A page of rows.', authScopes: readsReturns },
    { name: 'ReturnRowEdge', description: 'A row in a page.', authScopes: readsReturns },
  ),
}));
