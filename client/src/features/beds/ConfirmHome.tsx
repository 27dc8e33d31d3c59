import { Button } from '../../components/Button.tsx';
import { Notification } from '../../components/Notification.tsx';
import type { HomeLine } from './homes-queries.ts';
import { useConfirm } from './use-confirm.ts';

/** Says with one press that nothing changed in a home. */
export function ConfirmHome(props: {
  readonly home: HomeLine;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { home, onStale, onDone } = props;
  const { fetching, problem, confirm } = useConfirm({ onStale, onDone });
  return (
    <>
      {problem !== null && (
        <Notification tone="bad" role="alert" title="It was not confirmed">
          <p>{problem}</p>
        </Notification>
      )}
      <p className="actions">
        <Button working={fetching ? 'Confirming' : undefined} onClick={() => void confirm([home])}>
          No change: confirm it
        </Button>
      </p>
    </>
  );
}
