import { Link } from 'react-router';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { returnAddress, sendAddress } from './return-address.ts';
import type { WholeReturn } from './return-queries.ts';
import { newestVersion } from './return-versions.ts';
import { statusTone, statusWord } from './return-words.ts';

/** What comes after this version: the newest one, or that one is to be sent; nothing where neither is so. */
export function ReturnNext({ record }: { readonly record: WholeReturn }) {
  const { code } = useConsortium();
  const newest = newestVersion(record);
  if (newest !== null) {
    return (
      <p>
        The newest is <Link to={returnAddress(code, newest.id)}>version {newest.version}</Link>{' '}
        <Tag tone={statusTone[newest.status]}>{statusWord[newest.status]}</Tag>
      </p>
    );
  }
  const isReopened = record.status === 'ACCEPTED' && record.reopenedAt !== null;
  return isReopened ? <SendNext record={record} /> : null;
}

function SendNext({ record }: { readonly record: WholeReturn }) {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  const { authority, dataset, period } = record;
  if (!permissions.includes('return:submit')) {
    return (
      <p>
        Next, a commissioner or placement officer of {authority.name} sends a new version, and
        somebody else approves it.
      </p>
    );
  }
  return (
    <p>
      Next,{' '}
      <Link to={sendAddress(code, { authority: authority.code, dataset, period })}>
        send a new version
      </Link>
      . Somebody else then approves it.
    </p>
  );
}
