import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { FrameworkFilters } from './FrameworkFilters.tsx';
import { FrameworkList } from './FrameworkList.tsx';
import { FrameworksQuery } from './framework-queries.ts';
import type { FrameworksFilter } from './frameworks-address.ts';
import { frameworksFilter, frameworksSearch } from './frameworks-address.ts';
import { frameworksSentence } from './frameworks-sentence.ts';
import { MarketActions } from './MarketActions.tsx';
import { newFrameworkAddress } from './market-address.ts';
import { ProvidersPages } from './ProvidersPages.tsx';

/** The frameworks by which a consortium’s members buy, with their terms and how many are on them. */
export function FrameworksPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const filter = frameworksFilter(address, todayInLondon());
  const [result, ask] = useQuery({
    query: FrameworksQuery,
    variables: {
      consortium: filter.everywhere ? null : code,
      service: filter.service,
      inForceOn: filter.on,
    },
  });
  const show = (changed: FrameworksFilter) =>
    void navigate(`?${frameworksSearch(changed)}`, { preventScrollReset: true });

  return (
    <Page
      title="Frameworks"
      context={name}
      width="wide"
      subpages={<ProvidersPages />}
      actions={
        <>
          {permissions.includes('framework:write') && (
            <Link className="govuk-button" to={newFrameworkAddress(code)}>
              Add a framework
            </Link>
          )}
          <MarketActions />
        </>
      }
    >
      <QueryState
        result={result}
        title="frameworks"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ frameworks }) => {
          const found = frameworks.edges.map(({ node }) => node);
          return (
            <>
              <p className="page__lead">{frameworksSentence(found, { ...filter, name })}</p>
              <FrameworkFilters
                key={frameworksSearch(filter).toString()}
                filter={filter}
                consortium={name}
                onChange={show}
              />
              {found.length > 0 ? (
                <FrameworkList frameworks={found} />
              ) : (
                <p className="empty">
                  No framework is known that fits. Choose another service or day.
                </p>
              )}
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
