import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Failure } from '../../graphql/errors.ts';
import { describeFailure } from '../../graphql/errors.ts';
import type { ReturnRow } from './return-queries.ts';
import { ReturnRowsQuery } from './return-queries.ts';

/** A page of rows, and how to get from it to others. */
export interface RowsPage {
  readonly rows: readonly ReturnRow[];
  /** Where the pages up to and with this one begin. */
  readonly trail: readonly (string | null)[];
  readonly next: string | null;
}

type State =
  | { readonly kind: 'looking'; readonly seen: number }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'shown'; readonly page: RowsPage };

const start: State = { kind: 'looking', seen: 0 };

/** Rows of a table, from the page on that holds a certain row; from the first page without one. */
export function useReturnRows(id: string, table: string, row: number | null) {
  const client = useClient();
  const [state, setState] = useState<State>(start);

  useEffect(() => {
    let isWanted = true;
    const seek = async (trail: RowsPage['trail'], seen: number): Promise<void> => {
      setState({ kind: 'looking', seen });
      const page = await fetchRows(client, { id, table, trail });
      if (!isWanted) return;
      const found = stateOf(page, row);
      if (found) setState(found);
      else if ('rows' in page) await seek([...trail, page.next], seen + page.rows.length);
    };
    void seek([null], 0);
    return () => {
      isWanted = false;
    };
  }, [client, id, table, row]);

  const go = async (trail: RowsPage['trail']) => {
    const page = await fetchRows(client, { id, table, trail });
    setState(stateOf(page, null) ?? start);
  };
  return { state, go };
}

type Fetched = RowsPage | { readonly failure: Failure };

/** What a page is the end of: the row is on it, or on none; null where it may be on the next. */
function stateOf(page: Fetched, row: number | null): State | null {
  if ('failure' in page) return { kind: 'failed', failure: page.failure };
  const isHere = row === null || page.next === null || page.rows.some((one) => one.row === row);
  return isHere ? { kind: 'shown', page } : null;
}

async function fetchRows(
  client: ReturnType<typeof useClient>,
  asked: { readonly id: string; readonly table: string; readonly trail: RowsPage['trail'] },
): Promise<Fetched> {
  const { id, table, trail } = asked;
  const { data, error } = await client
    .query(ReturnRowsQuery, { id, table, after: trail.at(-1) ?? null })
    .toPromise();
  if (error) return { failure: describeFailure(error) };
  const page = data?.return?.rows;
  return {
    trail,
    rows: page?.edges.map(({ node }) => node) ?? [],
    next: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
  };
}
