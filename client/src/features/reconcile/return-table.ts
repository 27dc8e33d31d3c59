import type { Client } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';
import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import type { TableReading } from './add-up-source.ts';
import { checkedTable } from './add-up-source.ts';

/** A table of a return, as an address names it. */
export interface ReturnTableName {
  readonly id: string;
  readonly table: string;
}

const ReturnTableQuery = graphql(`
  query ReturnTableRows($id: ID!, $table: String!, $after: String) {
    return(id: $id) {
      id
      dataset
      period
      authority {
        id
        name
      }
      tables {
        name
        title
        columns
      }
      rows(table: $table, first: 200, after: $after) {
        edges {
          node {
            cells
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type TableReturn = NonNullable<ResultOf<typeof ReturnTableQuery>['return']>;

/** Tables with more rows are not printed ones. */
const mostPages = 11;

/** Every row repeats them: authority and month. */
const repeated = 2;

/** Reads a table of a return of one’s own, without the columns that every row repeats. */
export async function readReturnTable(
  client: Client,
  { id, table }: ReturnTableName,
): Promise<TableReading> {
  const rows: (readonly string[])[] = [];
  let after: string | null = null;
  for (let page = 1; page <= mostPages; page += 1) {
    const fetched = await fetchPage(client, { id, table, after });
    if ('problem' in fetched) return fetched;
    rows.push(...fetched.found.rows.edges.map(({ node }) => node.cells.slice(repeated)));
    const { hasNextPage, endCursor } = fetched.found.rows.pageInfo;
    if (!hasNextPage) return named(fetched.found, table, rows);
    after = endCursor;
  }
  return { problem: 'This table has too many rows to be checked here: 2,000 at most.' };
}

async function fetchPage(
  client: Client,
  variables: ReturnTableName & { readonly after: string | null },
): Promise<{ readonly found: TableReturn } | { readonly problem: string }> {
  const { data, error } = await client.query(ReturnTableQuery, variables).toPromise();
  if (error) return { problem: describeFailure(error).message };
  const found = data?.return;
  return found ? { found } : { problem: 'There is no return of that address that you may read.' };
}

function named(
  { tables, dataset, authority, period }: TableReturn,
  name: string,
  rows: readonly (readonly string[])[],
): TableReading {
  const table = tables.find((one) => one.name === name);
  if (!table)
    return { problem: 'That return has no such table, or its rows are not yours to read.' };
  const title = `${table.title}: ${datasetHeading(dataset).toLowerCase()} return of ${authority.name}, ${period}`;
  return checkedTable({ header: table.columns.slice(repeated), rows, title, paper: null });
}
