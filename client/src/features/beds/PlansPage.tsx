import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { BedsPages } from './BedsPages.tsx';
import { PlacesChart } from './PlacesChart.tsx';
import { PlanTable } from './PlanTable.tsx';
import { PlacesPlannedQuery } from './plan-queries.ts';
import { plansSentence } from './plan-words.ts';

/** Places that are to come and to go, from when, and how far each plan is. */
export function PlansPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const today = todayInLondon();
  const [result, ask] = useQuery({
    query: PlacesPlannedQuery,
    variables: { consortium: code },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page
      title="Places planned"
      context={name}
      width="wide"
      subpages={<BedsPages />}
      actions={
        permissions.includes('beds:plan') && (
          <Link className="govuk-button govuk-button--secondary" to={`/${code}/beds/plans/new`}>
            Add a plan
          </Link>
        )
      }
    >
      <QueryState
        result={result}
        title="places planned"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ placesPlanned: plans }) => (
          <>
            <p className="page__lead">{plansSentence(plans, today)}</p>
            <p>Plans of places are your own organisation’s: nobody else reads them.</p>
            <PlacesChart plans={plans} today={today} />
            {plans.length > 0 && (
              <section className="section">
                <h2>Plans</h2>
                <PlanTable plans={plans} today={today} />
              </section>
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}
