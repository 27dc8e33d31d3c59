import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { isNotShared } from '../indicators/comparability.ts';
import { agreementAddress } from './agreement-address.ts';

/** Why the viewer may see a figure, or not; the agreement that lets it can be read from here. */
export function WhySentence(props: {
  readonly why: string;
  readonly agreement: { readonly id: string; readonly reference: string } | null;
}) {
  const { why, agreement } = props;
  const { code } = useConsortium();
  const { consortia, permissions } = useViewer();
  const mayReadAgreements =
    permissions.includes('agreement:read') && consortia.some((own) => own.code === code);

  return (
    <>
      {`${why.charAt(0).toUpperCase()}${why.slice(1).replace(/\.?$/, '.')}`}
      {agreement && (
        <>
          {' '}
          <Link to={agreementAddress(code, agreement.id)}>Read {agreement.reference}</Link>
        </>
      )}
      {isNotShared(why) && mayReadAgreements && (
        <>
          {' '}
          <Link to={`/${code}/sharing`}>Who sees what</Link>
        </>
      )}
    </>
  );
}
