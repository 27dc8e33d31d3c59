import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { NationalRecruitment } from './NationalRecruitment.tsx';
import { OfstedRecruitment } from './OfstedRecruitment.tsx';
import { PublishedRecruitmentSeries } from './PublishedRecruitmentSeries.tsx';
import { PublishedRecruitmentQuery } from './published-query.ts';
import { seriesSentence } from './published-words.ts';

/** What is public of recruiting foster carers, to stand beside a consortium’s own. */
export function PublishedRecruitmentPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({
    query: PublishedRecruitmentQuery,
    variables: { consortium: code },
  });
  return (
    <Page title="Published years" context={name} width="wide" subpages={<FosteringPages />}>
      <QueryState
        result={result}
        title="published recruitment"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ publishedRecruitment: { series, ofsted, national } }) => (
          <>
            <p className="page__lead">{series.map(seriesSentence).join(' ')}</p>
            {series.map((one) => (
              <PublishedRecruitmentSeries key={one.title} series={one} />
            ))}
            <OfstedRecruitment published={ofsted} />
            <NationalRecruitment figures={national} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
