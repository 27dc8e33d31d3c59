import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { createGraphqlClient } from '../../graphql/client.ts';
import { Connection, serverIsReady } from '../../graphql/connection.ts';

/** Whether this page believes that somebody is signed in; the server decides. */
interface Session {
  /** `refused` by the server, or `left` by the person. */
  readonly status: 'open' | 'refused' | 'left';
  /** Whether somebody was signed in here before the server refused: then the session ended. */
  readonly hadBegun: boolean;
  /** The server knows who is asking, be it from another tab's sign-in. */
  readonly recognise: () => void;
  /** Somebody signed in: forgets everything that was read before. */
  readonly begin: () => void;
  /** They signed out: forgets everything that was read. */
  readonly end: () => void;
}

const connection = new Connection(serverIsReady);
const SessionContext = createContext<Session | null>(null);
const ConnectionContext = createContext<Connection>(connection);

// Somebody who signed out is told so, even if an answer to an older question comes in later.
const refused = (status: Session['status']) => (status === 'left' ? status : 'refused');

/** Outlives a reload, so that an ended session can be told from a first visit. */
const begun = 'session-begun';

/** Gives every page below a client for the server, and a new one whenever the person changes. */
export function SessionProvider(props: { readonly children: ReactNode }) {
  const [person, setPerson] = useState(0);
  const [status, setStatus] = useState<Session['status']>('open');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person gets another client.
  const client = useMemo(
    () => createGraphqlClient({ connection, onSignedOut: () => setStatus(refused) }),
    [person],
  );

  const session: Session = {
    status,
    hadBegun: sessionStorage.getItem(begun) !== null,
    recognise: () => sessionStorage.setItem(begun, 'yes'),
    begin: () => {
      sessionStorage.setItem(begun, 'yes');
      setStatus('open');
      setPerson(person + 1);
    },
    end: () => {
      sessionStorage.removeItem(begun);
      setStatus('left');
      setPerson(person + 1);
    },
  };

  return (
    <ConnectionContext value={connection}>
      <SessionContext value={session}>
        <Provider value={client}>{props.children}</Provider>
      </SessionContext>
    </ConnectionContext>
  );
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

export const useConnection = (): Connection => useContext(ConnectionContext);
