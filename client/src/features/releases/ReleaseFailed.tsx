import { Link } from 'react-router';
import { Notification } from '../../components/Notification.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { buildAddress } from './release-address.ts';
import type { Release } from './release-queries.ts';
import { useBuilds } from './use-builds.ts';

/** Why a release was not built, and what to do about it. */
export function ReleaseFailed({ release }: { readonly release: Release }) {
  const { code } = useConsortium();
  const builds = useBuilds();
  const { dataset, period: month, audience, reason } = release;
  return (
    <Notification tone="bad" title="It was not built">
      <p>{reason ?? 'The server gave no reason.'}</p>
      <p>
        Nothing of it was stored: what was not audited is never kept.
        {builds && (
          <>
            {' '}
            Once the reason is mended,{' '}
            <Link to={buildAddress(code, { dataset, month, audience })}>build it again</Link>.
          </>
        )}
      </p>
    </Notification>
  );
}
