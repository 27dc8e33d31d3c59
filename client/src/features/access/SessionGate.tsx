import type { ReactNode } from 'react';
import { createContext, useContext, useDeferredValue, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { useSession } from './Session.tsx';
import type { SignInReason } from './sign-in-address.ts';
import { signInAddress } from './sign-in-address.ts';
import { ViewerQuery } from './viewer-query.ts';

type Signed = ResultOf<typeof ViewerQuery>;
const ViewerContext = createContext<Signed | null>(null);

/** Shows its pages to somebody who is signed in, and leads everybody else to the sign-in page. */
export function SessionGate(props: { readonly children: ReactNode }) {
  const session = useSession();
  const { pathname, search, hash } = useLocation();
  const [result, ask] = useQuery({ query: ViewerQuery, pause: session.status !== 'open' });

  const isKnown = result.data !== undefined;
  // Who it is may be known before the code of their page is here: one wait is shown, not two.
  const isHere = useDeferredValue(isKnown);
  useEffect(() => {
    if (isKnown) session.recognise();
  }, [isKnown, session]);

  if (session.status === 'left') {
    return (
      <Navigate to="/sign-in" state={{ reason: 'signed-out' satisfies SignInReason }} replace />
    );
  }
  if (session.status === 'refused') {
    const reason: SignInReason = session.hadBegun ? 'ended' : 'needed';
    return <Navigate to={signInAddress(pathname + search + hash)} state={{ reason }} replace />;
  }
  if (!(result.data && isHere)) {
    const state = (
      <QueryState
        result={isKnown ? { ...result, data: undefined, fetching: true } : result}
        title="your account"
        retry={ask}
      >
        {() => null}
      </QueryState>
    );
    // No heading while waiting: it would only flash before the page's own.
    return result.error ? <Page title="Who is signed in">{state}</Page> : state;
  }
  return <ViewerContext value={result.data}>{props.children}</ViewerContext>;
}

function useSigned(): Signed {
  const signed = useContext(ViewerContext);
  if (signed === null) throw new Error('useViewer needs a SessionGate above it');
  return signed;
}

/** Who is signed in. Only below a `SessionGate`. */
export const useViewer = () => useSigned().viewer;

/** Every consortium there is. Only below a `SessionGate`. */
export const useConsortia = () => useSigned().consortia;
