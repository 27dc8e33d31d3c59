import { useQuery } from 'urql';
import { graphql } from '../../graphql/graphql.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import type { NamedAgreement } from './named-agreement.ts';

const AgreementNamesQuery = graphql(`
  query AgreementNames($consortium: String!) {
    sharingAgreements(consortium: $consortium, first: 200) {
      edges {
        node {
          id
          reference
          version
          status
        }
      }
    }
  }
`);

const none: readonly NamedAgreement[] = [];

/** The agreements that sentences of this consortium may name; none before they are read, or where they may not be. */
export function useAgreementNames(pause = false): readonly NamedAgreement[] {
  const { code } = useConsortium();
  const { consortia, permissions } = useViewer();
  const mayRead =
    permissions.includes('agreement:read') && consortia.some((own) => own.code === code);
  const [{ data }] = useQuery({
    query: AgreementNamesQuery,
    variables: { consortium: code },
    pause: pause || !mayRead,
  });
  return data?.sharingAgreements.edges.map(({ node }) => node) ?? none;
}
