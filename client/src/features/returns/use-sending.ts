import { useEffect, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { ReturnProgressSubscription } from './return-mutations.ts';
import type { Sending, SendOutcome } from './sendings.ts';
import { sendingPlace } from './sendings.ts';

/** Keeps its name for when the window is loaded anew; null forgets it. */
export function rememberSending(sending: Pick<Sending, 'key' | 'title'> | null): void {
  if (sending === null) sessionStorage.removeItem(storage);
  else sessionStorage.setItem(storage, JSON.stringify(sending));
}

const storage = 'sending';

/** What is being sent, or was sent while nobody looked; it is found again on every page and after a reload. */
export function useSending() {
  const client = useClient();
  const place = sendingPlace(client);
  const sending = useSyncExternalStore(place.subscribe, place.get);
  useEffect(() => {
    if (place.get() === null) followRemembered(client);
  }, [client, place]);

  // Once the server has it, it goes on without this window.
  useLeaveWarning(sending?.progress?.server === null);

  const forget = () => {
    rememberSending(null);
    place.set(null);
  };
  return { sending, forget };
}

function followRemembered(client: ReturnType<typeof useClient>): void {
  const remembered = rememberedSending();
  if (remembered === null) return;
  const { key, title } = remembered;
  const place = sendingPlace(client);
  place.set({ key, title, progress: { upload: null, server: null }, outcome: null });

  const following = client
    .subscription(ReturnProgressSubscription, { key })
    .subscribe(({ data }) => {
      if (data === undefined) return;
      const server = data.returnProgress;
      const outcome = server ? outcomeOf(server) : interrupted;
      if (outcome) {
        following.unsubscribe();
        rememberSending(null);
      }
      place.update(key, (now) => ({
        ...now,
        progress: outcome ? null : { upload: null, server },
        outcome,
      }));
    });
}

function rememberedSending(): Pick<Sending, 'key' | 'title'> | null {
  const text = sessionStorage.getItem(storage);
  return text === null ? null : (JSON.parse(text) as Pick<Sending, 'key' | 'title'>);
}

const interrupted: SendOutcome = {
  sent: null,
  problem:
    'It did not reach the server before the page was left. Choose the files again and send them.',
  isConflict: false,
};

/** What became of it, as the server tells; null while it is at work. */
function outcomeOf(server: {
  readonly stage: string;
  readonly returnId: string | null;
}): SendOutcome | null {
  if (server.stage === 'failed') {
    const problem = 'The server did not take it. Send it again to see why.';
    return { sent: null, problem, isConflict: false };
  }
  if (server.returnId === null) return null;
  return { sent: { id: server.returnId, version: null }, problem: null, isConflict: false };
}
