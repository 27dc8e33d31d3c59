import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { CohortFunnel } from './CohortFunnel.tsx';
import { FosteringFilters } from './FosteringFilters.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { FunnelCounting } from './FunnelCounting.tsx';
import { FunnelTransfers } from './FunnelTransfers.tsx';
import { fosteringFilter, fosteringInputOf, fosteringSearch } from './fostering-address.ts';
import { FosteringFunnelQuery } from './funnel-query.ts';
import { funnelSentence } from './funnel-words.ts';
import { PeriodFunnel } from './PeriodFunnel.tsx';

/** From enquiry to approval: what happened in some months, or what became of those who enquired in them. */
export function FunnelPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const filter = fosteringFilter(address);
  const view = address.get('view') === 'cohort' ? 'cohort' : 'period';
  const [result, ask] = useQuery({
    query: FosteringFunnelQuery,
    variables: { input: fosteringInputOf(filter, code) },
  });
  const to = (one: string) => {
    const search = fosteringSearch(filter);
    search.set('view', one);
    return `?${search}`;
  };

  return (
    <Page title="Funnel" context={name} width="wide" subpages={<FosteringPages />}>
      {result.data && (
        <p className="page__lead">{funnelSentence(result.data.fosteringFunnel, view)}</p>
      )}
      <FosteringFilters
        filter={filter}
        more={{ view }}
        members={result.data?.fosteringFunnel.consortium.members}
      />
      <Switch
        label="Two views of the funnel"
        chosen={view}
        options={[
          { value: 'period', title: 'What happened in these months', to: to('period') },
          { value: 'cohort', title: 'What became of those who enquired', to: to('cohort') },
        ]}
      />
      <QueryState
        result={result}
        title="the funnel"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fosteringFunnel: funnel }) => (
          <>
            {funnel.stagesChanged !== null && (
              <Notification title="Stages changed within these months">
                <p>{funnel.stagesChanged}</p>
              </Notification>
            )}
            {view === 'cohort' ? (
              <CohortFunnel funnel={funnel} />
            ) : (
              <PeriodFunnel funnel={funnel} />
            )}
            <FunnelCounting counting={funnel.counting} />
            <FunnelTransfers transfers={funnel.transfers} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
