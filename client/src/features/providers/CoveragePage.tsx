import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { CoverageBoard } from './CoverageBoard.tsx';
import { CoverageControls } from './CoverageControls.tsx';
import { CoverageLeft } from './CoverageLeft.tsx';
import { CoverageReasons } from './CoverageReasons.tsx';
import { CoverageTrends } from './CoverageTrends.tsx';
import { boardOf, together } from './coverage-board.ts';
import { CoverageQuery } from './coverage-queries.ts';
import { coverageSentence } from './coverage-sentence.ts';
import { PrintedCoverage } from './PrintedCoverage.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';

/** How many months the board looks back. */
const periods = 12;

/** How much is bought on framework, by authority and service; what leaks to spot purchase, and why. */
export function CoveragePage() {
  const { code, name } = useConsortium();
  const { authorities } = useViewer();
  const [address] = useSearchParams();
  const month = address.get('month');
  const [result, ask] = useQuery({
    query: CoverageQuery,
    variables: { consortium: code, period: month, periods },
  });

  return (
    <Page title="Coverage" context={name} width="wide" subpages={<ProvidersPages />}>
      <QueryState
        result={result}
        title="how members buy"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ coverage }) => {
          const board = boardOf(coverage, name);
          const own = board.subjects.find((one) =>
            authorities.some((authority) => authority.code === one.code),
          );
          const service =
            board.services.find((one) => one.code === address.get('service')) ?? board.services[0];
          const subject =
            board.subjects.find(({ id }) => id === address.get('whose')) ??
            own ??
            board.subjects.find(({ id }) => id === together);
          return (
            <>
              <p className="page__lead">{coverageSentence(board, coverage.period)}</p>
              <CoverageControls coverage={coverage} board={board} />
              <CoverageBoard coverage={coverage} board={board} />
              {service && <CoverageTrends coverage={coverage} board={board} service={service} />}
              {subject && <CoverageReasons coverage={coverage} board={board} subject={subject} />}
              <CoverageLeft left={coverage.leftForSpot} />
              <PrintedCoverage />
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
