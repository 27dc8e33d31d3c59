import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import type { LiveHomes, NewsKind } from './live-changes.ts';
import { LiveChanges } from './live-changes.ts';

export type { LiveHomes };

/**
 * Follows the homes of a consortium while the page is open. Homes that are shown are renewed in place.
 *
 * @param readAgain reads the rest of the page from the server, as far as `why` bears on it: when this began, and at most every two
 *   seconds where there were changes, or may have been while nothing was heard.
 */
export function useLive(consortium: string, readAgain: (why: NewsKind) => void): LiveHomes {
  const client = useClient();
  const onReadAgain = useEffectEvent(readAgain);
  const [changes] = useState(() => new LiveChanges(client, (why) => onReadAgain(why)));
  useEffect(() => changes.follow(consortium), [changes, consortium]);
  return useSyncExternalStore(changes.watch, changes.read);
}
