import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { ReadInstead } from './ReadInstead.tsx';
import { TargetsView } from './TargetsView.tsx';
import { FosteringTargetsQuery } from './target-queries.ts';

/** What is aimed at in a year, whether it adds up, where the year stands, and where it will end. */
export function TargetsPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const mayRead = permissions.includes('enquiry:read');
  const [result, ask] = useQuery({
    query: FosteringTargetsQuery,
    variables: { consortium: code },
    pause: !mayRead,
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page title="Targets" context={name} width="wide" subpages={<FosteringPages />}>
      {mayRead ? (
        <QueryState result={result} title="the targets" lines={14} retry={again}>
          {(data) => <TargetsView data={data} chosen={address.get('target')} onStale={again} />}
        </QueryState>
      ) : (
        <>
          <p className="page__lead">
            Targets and forecasts are read by the hub and by its members’ staff. How many households
            were approved is on the funnel’s page.
          </p>
          <ReadInstead />
        </>
      )}
    </Page>
  );
}
