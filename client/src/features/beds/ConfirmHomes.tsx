import { Button } from '../../components/Button.tsx';
import { Notification } from '../../components/Notification.tsx';
import type { HomeLine } from './homes-queries.ts';
import { useConfirm } from './use-confirm.ts';

/** Confirms all homes on the page with one press: nothing changed in any. */
export function ConfirmHomes(props: {
  readonly homes: readonly HomeLine[];
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { homes, onStale, onDone } = props;
  const { fetching, problem, confirm } = useConfirm({ onStale, onDone });
  return (
    <section className="confirm-homes" aria-label="Confirm all">
      {problem !== null && (
        <Notification tone="bad" role="alert" title="Nothing was confirmed">
          <p>{problem}</p>
        </Notification>
      )}
      <p>If nothing changed in any of your homes below, say so for all of them at once.</p>
      <Button working={fetching ? 'Confirming' : undefined} onClick={() => void confirm(homes)}>
        Nothing changed: confirm all {homes.length}
      </Button>
    </section>
  );
}
