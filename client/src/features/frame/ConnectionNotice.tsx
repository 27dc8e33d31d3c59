import { useSyncExternalStore } from 'react';
import { Button } from '../../components/Button.tsx';
import { useConnection } from '../access/Session.tsx';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Says when the server is lost, since when, and when it is back. Lies over the foot of the page: nothing moves. */
export function ConnectionNotice() {
  const connection = useConnection();
  const { status, lastHeard } = useSyncExternalStore(connection.watch, connection.read);

  return (
    <>
      <div className="connection" role="alert">
        {status === 'lost' && (
          <div className="connection__strip">
            <p>
              <strong>Lost contact with the server.</strong>{' '}
              {lastHeard && `Last heard at ${clock.format(lastHeard)}. `}
              Trying again by itself; what is on the screen stays.
            </p>
            <Button kind="secondary" size="small" onClick={() => void connection.tryNow()}>
              Try now
            </Button>
          </div>
        )}
      </div>
      <div className="connection" role="status">
        {status === 'regained' && lastHeard && (
          <div className="connection__strip connection__strip--good">
            <p>
              <strong>Back in contact with the server</strong> at {clock.format(lastHeard)}. Figures
              have been read again.
            </p>
          </div>
        )}
      </div>
    </>
  );
}
