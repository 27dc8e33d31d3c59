import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { buildAddress } from './release-address.ts';
import { publishing, withdrawing } from './release-changes.ts';
import { PublishReleaseMutation, WithdrawReleaseMutation } from './release-mutations.ts';
import type { Release } from './release-queries.ts';
import { useBuilds } from './use-builds.ts';

/** What the hub may do with a release now; nothing for everybody else. */
export function ReleaseActions(props: {
  readonly release: Release;
  /** Called when the server refused because things are otherwise by now. */
  readonly onStale: () => void;
  /** Called with a sentence that says what was done. */
  readonly onDone: (sentence: string) => void;
}) {
  const { release, onStale, onDone } = props;
  const { code } = useConsortium();
  const builds = useBuilds();
  const [doing, setDoing] = useState<'publish' | 'withdraw' | null>(null);
  const { id, revision, canPublish, canWithdraw, dataset, period: month, audience } = release;
  const rebuilds = builds && release.status !== 'BUILDING' && release.status !== 'FAILED';
  if (!(canPublish || canWithdraw || rebuilds)) return null;

  const change = doing === 'publish' ? publishing(release) : withdrawing(release);
  const dialog = {
    seen: { id, revision },
    onStale,
    onClose: () => setDoing(null),
    onDone: () => {
      setDoing(null);
      onDone(change.done);
    },
  };
  return (
    <div className="actions release__actions">
      {canPublish && <Button onClick={() => setDoing('publish')}>Publish</Button>}
      {canWithdraw && (
        <Button kind="secondary" onClick={() => setDoing('withdraw')}>
          {withdrawing(release).button}
        </Button>
      )}
      {rebuilds && (
        <Link to={buildAddress(code, { dataset, month, audience })}>Build the next version</Link>
      )}
      {doing === 'publish' && (
        <ConfirmDialog change={{ ...change, document: PublishReleaseMutation }} {...dialog} />
      )}
      {doing === 'withdraw' && (
        <ReasonDialog
          change={{ ...change, isGrave: true, document: WithdrawReleaseMutation }}
          hint="Everybody who may know of the release sees it. Name no person and no figure."
          {...dialog}
        />
      )}
    </div>
  );
}
