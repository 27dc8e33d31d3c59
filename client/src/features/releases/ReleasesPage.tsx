import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ReleaseFilters } from './ReleaseFilters.tsx';
import { ReleaseList } from './ReleaseList.tsx';
import type { ReleasesFilter } from './release-address.ts';
import { buildAddress, isNarrowed, releasesFilter, releasesSearch } from './release-address.ts';
import { ReleasesQuery } from './release-queries.ts';
import { releasesSentence } from './releases-sentence.ts';
import { useBuilds } from './use-builds.ts';

/** How many releases stand on a page. */
const pageSize = 50;

/** A consortium’s releases, newest first: which there are, for whom, and how much is kept in them. */
export function ReleasesPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const builds = useBuilds();
  const filter = releasesFilter(address);
  const { dataset, month, audience, status } = filter;
  const [result, ask] = useQuery({
    query: ReleasesQuery,
    variables: {
      filter: { consortium: code, dataset, period: month, audience, status },
      first: pageSize,
      after: address.get('after'),
    },
    // Others build and publish meanwhile: what is kept is shown at once and read anew.
    requestPolicy: 'cache-and-network',
  });
  const show = (changed: ReleasesFilter) =>
    void navigate(`?${releasesSearch(changed)}`, { preventScrollReset: true });

  return (
    <Page
      title="Releases"
      context={name}
      width="wide"
      actions={
        builds && (
          <Link className="govuk-button" to={buildAddress(code)}>
            Build a release
          </Link>
        )
      }
    >
      <QueryState
        result={result}
        title="releases"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ releases: { edges, pageInfo } }) => {
          const found = edges.map(({ node }) => node);
          const narrowed = isNarrowed(filter);
          return (
            <>
              <p className="page__lead">
                {releasesSentence(found, { narrowed, more: pageInfo.hasNextPage })}
              </p>
              {(found.length > 0 || narrowed) && (
                <ReleaseFilters
                  key={releasesSearch(filter).toString()}
                  filter={filter}
                  onChange={show}
                />
              )}
              {found.length > 0 ? (
                <ReleaseList releases={found} filter={filter} pageInfo={pageInfo} />
              ) : (
                <NoReleases builds={builds} narrowed={narrowed} />
              )}
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}

function NoReleases(props: { readonly builds: boolean; readonly narrowed: boolean }) {
  const { code } = useConsortium();
  if (props.narrowed) {
    return (
      <p className="empty">
        <Link to="?">Show all releases</Link>
      </p>
    );
  }
  return (
    <div className="empty">
      <p>
        A release is a set of figures that the hub froze, after it was made sure that no number
        small enough to point to a person can be worked out of it.
      </p>
      {props.builds ? (
        <p>
          <Link to={buildAddress(code)}>Build the first one</Link>
        </p>
      ) : (
        <p>What is published for you by the hub appears here.</p>
      )}
    </div>
  );
}
