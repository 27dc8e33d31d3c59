import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import type { LiveHomes, ReadAgain } from './live-changes.ts';
import { LiveChanges } from './live-changes.ts';

export type { LiveHomes };

/**
 * Follows the homes of a consortium while the page is open. Homes that are shown are renewed in place.
 *
 * @param readAgain reads the rest of the page from the server: when this began or began again, as changes may have been missed
 *   before; and after changes, where `when` says so. At most every two seconds.
 */
export function useLive(
  consortium: string,
  readAgain: () => void,
  when: ReadAgain = 'after-gaps',
): LiveHomes {
  const client = useClient();
  const onReadAgain = useEffectEvent(readAgain);
  const [changes] = useState(
    () => new LiveChanges(client, { readAgain: () => onReadAgain(), when }),
  );
  useEffect(() => changes.follow(consortium), [changes, consortium]);
  return useSyncExternalStore(changes.watch, changes.read);
}
