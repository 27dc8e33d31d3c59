import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Failure } from '../../graphql/errors.ts';
import { describeFailure } from '../../graphql/errors.ts';
import type { ReturnRow } from './return-queries.ts';
import { ReturnRowsQuery } from './return-queries.ts';

/** As many rows are shown at once. */
export const rowsAtOnce = 200;

/** Where a page of rows begins or ends: at a row as counted in the file, or beside a cursor. */
export type RowsPlace =
  | { readonly fromRow: number | null }
  | { readonly after: string }
  | { readonly before: string };

/** A page of rows, and how to get from it to others. */
export interface RowsPage {
  readonly rows: readonly ReturnRow[];
  readonly earlier: RowsPlace | null;
  readonly later: RowsPlace | null;
}

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'shown'; readonly page: RowsPage };

const waiting: State = { kind: 'waiting' };

/** A page of a table’s rows: at first the one that begins at a certain row, or the first of all. */
export function useReturnRows(id: string, table: string, fromRow: number | null) {
  const client = useClient();
  const [state, setState] = useState<State>(waiting);

  useEffect(() => {
    let isWanted = true;
    setState(waiting);
    void fetchRows(client, { id, table, place: { fromRow } }).then((fetched) => {
      if (isWanted) setState(fetched);
    });
    return () => {
      isWanted = false;
    };
  }, [client, id, table, fromRow]);

  const go = async (place: RowsPlace) => setState(await fetchRows(client, { id, table, place }));
  return { state, go };
}

async function fetchRows(
  client: ReturnType<typeof useClient>,
  asked: { readonly id: string; readonly table: string; readonly place: RowsPlace },
): Promise<State> {
  const { id, table, place } = asked;
  const amount = 'before' in place ? { last: rowsAtOnce } : { first: rowsAtOnce };
  const { data, error } = await client
    .query(ReturnRowsQuery, { id, table, ...amount, ...place })
    .toPromise();
  if (error) return { kind: 'failed', failure: describeFailure(error) };
  const { edges = [], pageInfo } = data?.return?.rows ?? {};
  const { startCursor, endCursor } = pageInfo ?? {};
  const earlier = pageInfo?.hasPreviousPage && startCursor ? { before: startCursor } : null;
  const later = pageInfo?.hasNextPage && endCursor ? { after: endCursor } : null;
  return { kind: 'shown', page: { rows: edges.map(({ node }) => node), earlier, later } };
}
