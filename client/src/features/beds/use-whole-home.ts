import { useEffect, useRef } from 'react';
import type { UseQueryState } from 'urql';
import { versionRead } from './home-version.ts';
import type { Home, HomeLine } from './homes-queries.ts';

/**
 * Reads a home again where more was heard of it than was read: an answer that was long on its way may be older than what was
 * heard meanwhile, so nothing is asked before it is here.
 */
export function useWholeHome(
  result: Pick<UseQueryState, 'fetching' | 'stale'> & { readonly home: Home | null | undefined },
  latest: HomeLine | null,
  again: () => void,
): void {
  const { home, fetching, stale } = result;
  const asked = useRef(0);
  useEffect(() => {
    if (!home || fetching || stale) return;
    const heard = Math.max(home.version, latest?.version ?? 0);
    if (heard <= versionRead(home) || heard <= asked.current) return;
    asked.current = heard;
    again();
  });
}
