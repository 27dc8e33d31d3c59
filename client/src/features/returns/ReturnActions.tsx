import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { ReturnApproveDialog } from './ReturnApproveDialog.tsx';
import { ReturnConfirmDialog } from './ReturnConfirmDialog.tsx';
import { ReturnReasonDialog } from './ReturnReasonDialog.tsx';
import { sendAddress } from './return-address.ts';
import type { ReturnChangeKind, ReturnDialog } from './return-changes.ts';
import { possibleChanges } from './return-changes.ts';
import type { WholeReturn } from './return-queries.ts';

/** What the viewer may do with a version now; nothing where they may only read. */
export function ReturnActions(props: {
  readonly record: WholeReturn;
  readonly onStale: () => void;
  readonly onDone: (sentence: string) => void;
}) {
  const { record, onStale } = props;
  const [doing, setDoing] = useState<ReturnChangeKind | null>(null);
  const possible = possibleChanges(record);
  const sends = useSends(record);
  if (possible.length === 0 && sends === null) return null;

  const dialog: ReturnDialog = {
    record,
    onStale,
    onClose: () => setDoing(null),
    onDone: (sentence) => {
      setDoing(null);
      props.onDone(sentence);
    },
  };
  return (
    <div className="actions return__actions">
      {sends?.isNext && (
        <Link className="govuk-button" to={sends.address}>
          Send a mended version
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
          Send another version
        </Link>
      )}
      {doing?.kind === 'confirm' && <ReturnConfirmDialog change={doing} {...dialog} />}
      {doing?.kind === 'reason' && <ReturnReasonDialog change={doing} {...dialog} />}
      {doing?.kind === 'attest' && <ReturnApproveDialog change={doing} {...dialog} />}
    </div>
  );
}

/** Where the viewer sends the next version, and whether that is what happens next; null where they cannot. */
function useSends(record: WholeReturn) {
  const { code } = useConsortium();
  const { permissions, authorities } = useViewer();
  const { authority, dataset, period, status, locked } = record;
  const isOwn = authorities.some((own) => own.code === authority.code);
  const newest = Math.max(...record.versions.map(({ version }) => version));
  if (!isOwn || !permissions.includes('return:submit')) return null;
  if (locked || record.version !== newest) return null;
  const address = sendAddress(code, { authority: authority.code, dataset, period });
  return { address, isNext: status === 'PROBLEMS' };
}
