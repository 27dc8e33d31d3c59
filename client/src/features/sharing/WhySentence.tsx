import { Link } from 'react-router';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { agreementAddress } from './agreement-address.ts';
import { namedAgreement } from './named-agreement.ts';
import { useAgreementNames } from './use-agreement-names.ts';

/** Reasons that rest on no agreement. */
const isPlain = /^(public|own)\b/i;

/** Why the viewer may see a figure, or not; an agreement that it names can be read from here. */
export function WhySentence(props: { readonly why: string }) {
  const { why } = props;
  const { code } = useConsortium();
  const agreement = namedAgreement(why, useAgreementNames(isPlain.test(why)));

  return (
    <>
      {`${why.charAt(0).toUpperCase()}${why.slice(1).replace(/\.?$/, '.')}`}
      {agreement && (
        <>
          {' '}
          <Link to={agreementAddress(code, agreement.id)}>Read {agreement.reference}</Link>
        </>
      )}
    </>
  );
}
