import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Members } from './Members.tsx';
import { OverviewPageQuery } from './overview-query.ts';
import { Standouts } from './Standouts.tsx';
import './overview.scss';

/** How a consortium is doing: in a sentence, in what stands out, in figures; and who belongs to it. */
export function OverviewPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({ query: OverviewPageQuery, variables: { consortium: code } });

  return (
    <Page title="Overview" context={name} width="wide">
      <QueryState
        result={result}
        title={`the overview of ${name}`}
        retry={() => ask({ requestPolicy: 'network-only' })}
        lines={14}
      >
        {({ overview, consortium }) => (
          <>
            <p className="page__lead">{overview.headline}</p>
            <Standouts consortium={code} standouts={overview.standouts} />
            <KeyFigures consortium={code} keyFigures={overview.keyFigures} />
            {consortium && <Members consortium={code} members={consortium.members} />}
          </>
        )}
      </QueryState>
    </Page>
  );
}
