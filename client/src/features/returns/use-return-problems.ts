import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Failure } from '../../graphql/errors.ts';
import { describeFailure } from '../../graphql/errors.ts';
import type { ReturnProblem } from './return-queries.ts';
import { ReturnProblemsQuery } from './return-queries.ts';

/** What checking found, as far as it has been fetched. */
export interface ReturnProblems {
  readonly found: readonly ReturnProblem[];
  /** How many there are; null before the first page. */
  readonly total: number | null;
  readonly failure: Failure | null;
}

const nothing: ReturnProblems = { found: [], total: null, failure: null };

/**
 * Every problem of a version, page after page: the first are shown while the others come.
 *
 * @param state where the version stands: in another state it may have other explanations, and they are fetched anew.
 */
export function useReturnProblems(id: string, state: string): ReturnProblems {
  const client = useClient();
  const [problems, setProblems] = useState(nothing);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state fetches them again.
  useEffect(() => {
    let isWanted = true;
    const fetchAll = async () => {
      let found: readonly ReturnProblem[] = [];
      let after: string | null = null;
      do {
        const page = await fetchPage(client, id, after);
        if (!isWanted) return;
        if ('failure' in page) {
          setProblems({ found, total: null, failure: page.failure });
          return;
        }
        found = [...found, ...page.found];
        after = page.next;
        setProblems({ found, total: page.total, failure: null });
      } while (after !== null);
    };
    void fetchAll();
    return () => {
      isWanted = false;
    };
  }, [client, id, state]);

  return problems;
}

async function fetchPage(client: ReturnType<typeof useClient>, id: string, after: string | null) {
  const { data, error } = await client
    .query(ReturnProblemsQuery, { id, after }, { requestPolicy: 'network-only' })
    .toPromise();
  if (error) return { failure: describeFailure(error) };
  const page = data?.return?.problems;
  return {
    found: page?.edges.map(({ node }) => node) ?? [],
    total: page?.totalCount ?? 0,
    next: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
  };
}
