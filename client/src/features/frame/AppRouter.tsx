import type { ReactNode } from 'react';
import { createContext, useContext, useLayoutEffect, useState, useTransition } from 'react';
import { UNSAFE_createBrowserHistory as createBrowserHistory, Router } from 'react-router';

const OnItsWayContext = createContext(false);

/**
 * Draws the page of the address. As react-router’s `BrowserRouter` does, but it tells besides, from the moment the
 * address changes, that another page is on its way: until its code is here, the one before it stays.
 */
export function AppRouter(props: { readonly children: ReactNode }) {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [{ action, location }, setShown] = useState(() => ({
    action: history.action,
    location: history.location,
  }));
  const [isOnItsWay, startTransition] = useTransition();

  useLayoutEffect(() => history.listen((next) => startTransition(() => setShown(next))), [history]);

  return (
    <OnItsWayContext value={isOnItsWay}>
      <Router navigator={history} navigationType={action} location={location}>
        {props.children}
      </Router>
    </OnItsWayContext>
  );
}

/** Whether the address is already that of another page than the one that is drawn. */
export const useIsOnItsWay = (): boolean => useContext(OnItsWayContext);
