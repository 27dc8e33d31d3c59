import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { useConnection } from '../access/Session.tsx';

/** Shown when a page could not be drawn or its code could not be fetched. */
export function FailurePage({ error }: { readonly error: unknown }) {
  const isStale = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  const connection = useConnection();

  useEffect(() => {
    if (!isStale) return;
    void connection.tryNow();
    // A part that did not arrive is asked for again only by a new page.
    return connection.onRegained(() => window.location.reload());
  }, [connection, isStale]);

  return (
    <div className="page page--text">
      <title>This page could not be shown – Sufficiency Exchange</title>
      <h1 className="page__title">This page could not be shown</h1>
      <p className="page__lead">
        {isStale
          ? 'Part of the page did not arrive. The server may be away, or the platform was renewed since you opened it.'
          : 'Something in the page failed. Nothing you had saved is lost.'}
      </p>
      <p>
        Load the page again. If it goes on, start from the overview and tell whoever runs the
        platform what you were doing.
      </p>
      <p className="actions">
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
        <a href="/">Start from the overview</a>
      </p>
    </div>
  );
}
