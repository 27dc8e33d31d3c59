import { useEffect } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { Notification } from '../../components/Notification.tsx';
import { WorkProgress } from '../../components/WorkProgress.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { returnAddress } from './return-address.ts';
import { sendingWords } from './sending-progress.ts';
import { useSending } from './use-sending.ts';

/** How far something is that was sent from a page that was left, and what became of it; nothing where nothing was. */
export function SendingNotice(props: {
  /** Called when it has arrived: what the page shows is older. */
  readonly onArrived?: () => void;
}) {
  const { code } = useConsortium();
  const { sending, forget } = useSending();
  const arrived = sending?.outcome?.sent?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that arrives.
  useEffect(() => {
    if (arrived !== undefined) props.onArrived?.();
  }, [arrived]);

  if (sending === null) return null;
  const { title, progress, outcome } = sending;

  if (outcome === null) {
    return (
      <Notification title={`${title}: on its way`}>
        {progress && <WorkProgress id="sending-progress" {...sendingWords(progress)} />}
      </Notification>
    );
  }
  return (
    <Notification
      tone={outcome.sent ? 'good' : 'bad'}
      role="status"
      title={`${title}: ${outcome.sent ? 'received and checked' : 'not taken'}`}
    >
      {outcome.sent ? (
        <p>
          <Link to={returnAddress(code, outcome.sent.id)} onClick={forget}>
            See what was found
          </Link>
        </p>
      ) : (
        <>
          <p>{outcome.problem}</p>
          <Button kind="secondary" size="small" onClick={forget}>
            Close this
          </Button>
        </>
      )}
    </Notification>
  );
}
