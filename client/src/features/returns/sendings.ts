import type { Client } from 'urql';
import type { SendingProgress } from './sending-progress.ts';

/** How a sending went: the version it became, or why it was not taken. */
export type SendOutcome =
  | {
      readonly sent: { readonly id: string; readonly version: number | null };
      readonly problem: null;
      readonly isConflict: false;
    }
  | { readonly sent: null; readonly problem: string; readonly isConflict: boolean };

/** A return that is on its way, or has arrived while nobody looked. */
export interface Sending {
  /** Names it to the server, too. */
  readonly key: string;
  /** Whose return, which and for when. */
  readonly title: string;
  /** How far it is; null once it is over. */
  readonly progress: SendingProgress | null;
  /** Null until it is over. */
  readonly outcome: SendOutcome | null;
}

/** Where the one sending of whoever is signed in is kept while pages come and go. */
export interface SendingPlace {
  readonly get: () => Sending | null;
  readonly set: (sending: Sending | null) => void;
  /** Changes the sending of that key; nothing where it is another by now. */
  readonly update: (key: string, change: (sending: Sending) => Sending | null) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

/** A client belongs to one person: what they send is forgotten with it. */
const places = new WeakMap<Client, SendingPlace>();

export function sendingPlace(client: Client): SendingPlace {
  const place = places.get(client) ?? newPlace();
  places.set(client, place);
  return place;
}

function newPlace(): SendingPlace {
  let current: Sending | null = null;
  const listeners = new Set<() => void>();
  const set = (sending: Sending | null) => {
    current = sending;
    for (const changed of listeners) changed();
  };
  return {
    get: () => current,
    set,
    update: (key, change) => {
      if (current?.key === key) set(change(current));
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
