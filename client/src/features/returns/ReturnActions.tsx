import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ReturnApproveDialog } from './ReturnApproveDialog.tsx';
import { sendAddress } from './return-address.ts';
import type { ReturnChangeKind } from './return-changes.ts';
import { possibleChanges } from './return-changes.ts';
import type { WholeReturn } from './return-queries.ts';
import { newestVersion } from './return-versions.ts';

/** What the viewer may do with a version now; nothing where they may only read. */
export function ReturnActions(props: {
  readonly record: WholeReturn;
  /** Called when somebody else changed it meanwhile. */
  readonly onStale: () => void;
  /** Called with a sentence that says what was done. */
  readonly onDone: (sentence: string) => void;
}) {
  const { record, onStale, onDone } = props;
  const [doing, setDoing] = useState<ReturnChangeKind | null>(null);
  const possible = possibleChanges(record);
  const sends = useSends(record);
  if (possible.length === 0 && sends === null) return null;

  const { id, revision } = record;
  const dialog = {
    seen: { id, revision },
    onStale,
    onClose: () => setDoing(null),
    onDone: () => {
      setDoing(null);
      if (doing) onDone(doing.done);
    },
  };
  return (
    <div className="actions return__actions">
      {sends?.isNext && (
        <Link className="govuk-button" to={sends.address}>
          {sends.words}
        </Link>
      )}
      {possible.map((change) => (
        <Button
          key={change.name}
          kind={change.kind === 'reason' ? 'secondary' : 'primary'}
          onClick={() => setDoing(change)}
        >
          {change.button}
        </Button>
      ))}
      {sends && !sends.isNext && (
        <Link className="govuk-button govuk-button--secondary" to={sends.address}>
          {sends.words}
        </Link>
      )}
      {doing?.kind === 'confirm' && <ConfirmDialog change={doing} {...dialog} />}
      {doing?.kind === 'reason' && (
        <ReasonDialog
          change={doing}
          hint="Everybody who may read the return sees it. Name no person."
          {...dialog}
        />
      )}
      {doing?.kind === 'attest' && (
        <ReturnApproveDialog change={doing} record={record} {...dialog} />
      )}
    </div>
  );
}

/** Where the viewer sends the next version, and whether that is what happens next; null where they cannot. */
function useSends(record: WholeReturn) {
  const { code } = useConsortium();
  const { permissions, authorities } = useViewer();
  const { authority, dataset, period, status, locked, reopenedAt } = record;
  const isOwn = authorities.some((own) => own.code === authority.code);
  if (!isOwn || !permissions.includes('return:submit')) return null;
  if (locked || newestVersion(record) !== null) return null;
  const address = sendAddress(code, { authority: authority.code, dataset, period });
  if (status === 'PROBLEMS') return { address, isNext: true, words: 'Send a mended version' };
  const isReopened = status === 'ACCEPTED' && reopenedAt !== null;
  const words = isReopened ? 'Send a new version' : 'Send another version';
  return { address, isNext: isReopened, words };
}
