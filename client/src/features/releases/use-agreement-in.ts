import { useQuery } from 'urql';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { AgreementsQuery } from '../sharing/sharing-queries.ts';

/**
 * The agreement that a reason begins with, as in “D2N2/01, “Comparing …”, until …”, so that it can be read; null where
 * it names none, or none that the viewer may read.
 */
export function useAgreementIn(why: string): { id: string; reference: string } | null {
  const { code } = useConsortium();
  const { permissions } = useViewer();
  const reference = /^[\w-]+\/\d+/.exec(why)?.[0];
  const [{ data }] = useQuery({
    query: AgreementsQuery,
    variables: { consortium: code },
    pause: reference === undefined || !permissions.includes('agreement:read'),
  });
  const named = data?.sharingAgreements.edges
    .map(({ node }) => node)
    .filter((agreement) => agreement.reference === reference);
  return named?.find(({ inForce }) => inForce) ?? null;
}
