import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { CohortFunnel } from './CohortFunnel.tsx';
import { FosteringFilters } from './FosteringFilters.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { FunnelCounting } from './FunnelCounting.tsx';
import { FunnelPublished } from './FunnelPublished.tsx';
import { FunnelTransfers } from './FunnelTransfers.tsx';
import { fosteringFilter, fosteringInputOf, fosteringSearch } from './fostering-address.ts';
import type { FosteringFunnel } from './funnel-query.ts';
import { FosteringFunnelQuery } from './funnel-query.ts';
import {
  cohortParts,
  cohortSentence,
  monthsAlone,
  periodParts,
  periodSentence,
  shownPart,
} from './funnel-words.ts';
import { MonthByMonth } from './MonthByMonth.tsx';
import { PeriodFunnel } from './PeriodFunnel.tsx';
import { SeenPart } from './SeenPart.tsx';

/** From enquiry to approval: what happened in some months, or what became of those who enquired in them. */
export function FunnelPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const filter = fosteringFilter(address);
  const view = address.get('view') === 'cohort' ? 'cohort' : 'period';
  const whose = address.get('whose');
  const kept = { view, ...(whose !== null && { whose }) };
  const [result, ask] = useQuery({
    query: FosteringFunnelQuery,
    variables: { input: fosteringInputOf(filter, code) },
  });
  const to = (one: string) =>
    `?${new URLSearchParams({ ...Object.fromEntries(fosteringSearch(filter)), ...kept, view: one })}`;

  return (
    <Page title="Funnel" context={name} width="wide" subpages={<FosteringPages />}>
      {result.data && (
        <p className="page__lead">{sentence(result.data.fosteringFunnel, view, whose)}</p>
      )}
      <FosteringFilters
        filter={filter}
        more={kept}
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
            {view === 'cohort' ? (
              <SeenPart
                of={funnel.cohort}
                parts={cohortParts(funnel)}
                stagesChanged={funnel.stagesChanged}
              >
                {(shown) => <CohortFunnel funnel={funnel} shown={shown} />}
              </SeenPart>
            ) : (
              <>
                {(periodParts(funnel).length > 0 || monthsAlone(funnel).length === 0) && (
                  <SeenPart
                    of={funnel.period}
                    parts={periodParts(funnel)}
                    stagesChanged={funnel.stagesChanged}
                  >
                    {(shown) => <PeriodFunnel funnel={funnel} shown={shown} />}
                  </SeenPart>
                )}
                <MonthByMonth funnel={funnel} />
              </>
            )}
            <FunnelCounting counting={funnel.counting} />
            <FunnelTransfers transfers={funnel.transfers} />
            <FunnelPublished funnel={funnel} />
          </>
        )}
      </QueryState>
    </Page>
  );
}

const sentence = (funnel: FosteringFunnel, view: string, whose: string | null) =>
  view === 'cohort'
    ? cohortSentence(funnel, shownPart(cohortParts(funnel), whose))
    : periodSentence(funnel, shownPart(periodParts(funnel), whose));
