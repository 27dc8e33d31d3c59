import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ReturnReminder } from '../returns/ReturnReminder.tsx';
import { upperFirst } from '../returns/return-words.ts';
import { InYear } from './InYear.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { whyNothing } from './key-figures.ts';
import { Members } from './Members.tsx';
import { OverviewPageQuery } from './overview-query.ts';
import { Standouts } from './Standouts.tsx';
import './overview.scss';

// The first page is weighed without it.
const UnreadNotice = lazy(async () => ({
  default: (await import('../providers/UnreadNotice.tsx')).UnreadNotice,
}));

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
            <ReturnReminder consortium={code} />
            <Suspense>
              <UnreadNotice />
            </Suspense>
            <Figures consortium={code} consortiumName={name} overview={overview} />
            {consortium && <Members consortium={code} members={consortium.members} />}
          </>
        )}
      </QueryState>
    </Page>
  );
}

/** What stands out, the key figures and the latest month; of whatever this viewer sees none of, why. */
function Figures(props: {
  readonly consortium: string;
  readonly consortiumName: string;
  readonly overview: ResultOf<typeof OverviewPageQuery>['overview'];
}) {
  const { consortium, consortiumName, overview } = props;
  const why = whyNothing(overview.keyFigures);
  const inYear = (
    <InYear consortium={consortium} consortiumName={consortiumName} inYear={overview.inYear} />
  );
  if (why !== null) {
    return (
      <>
        {inYear}
        <Notification title="There are no yearly figures here that you may see yet">
          <p>{upperFirst(why)}.</p>
        </Notification>
      </>
    );
  }
  return (
    <>
      <Standouts consortium={consortium} standouts={overview.standouts} />
      <KeyFigures
        consortium={consortium}
        consortiumName={consortiumName}
        keyFigures={overview.keyFigures}
      />
      {inYear}
    </>
  );
}
