import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FlowsMatrix } from './FlowsMatrix.tsx';
import { flowsSentence } from './flows-matrix.ts';
import { FlowsQuery } from './flows-queries.ts';
import { OwnAreaUse } from './OwnAreaUse.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';
import { PublishedFlows } from './PublishedFlows.tsx';
import './_exposure.scss';

/** Who uses what there is in members’ areas: their own children, each other’s, and others’. */
export function FlowsPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({ query: FlowsQuery, variables: { consortium: code } });

  return (
    <Page
      title="Local capacity, used by whom"
      context={name}
      width="wide"
      subpages={<ProvidersPages />}
    >
      <QueryState
        result={result}
        title="where members place"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ placementFlows }) => (
          <>
            <p className="page__lead">{flowsSentence(placementFlows, name)}</p>
            <PublishedFlows published={placementFlows.published} />
            <FlowsMatrix cells={placementFlows.inYear} />
            <OwnAreaUse uses={placementFlows.ownUse} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
