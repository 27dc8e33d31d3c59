import { Link, useSearchParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { BedsPages } from './BedsPages.tsx';
import { ConfirmHomes } from './ConfirmHomes.tsx';
import { HomesFilter } from './HomesFilter.tsx';
import { HomesPaging } from './HomesPaging.tsx';
import { HomeTable } from './HomeTable.tsx';
import { homesSentence } from './home-words.ts';
import type { HomesPageData } from './homes-queries.ts';
import { HomesQuery, StaleHomesQuery } from './homes-queries.ts';
import { LiveNotice, ReadAgain } from './LiveNotice.tsx';
import type { LiveHomes } from './use-live.ts';
import { useLive } from './use-live.ts';

const pageSize = 50;

/** Homes that the viewer may see, those confirmed longest ago first, to confirm with one press. */
export function HomesPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const after = address.get('after');
  const authority = address.get('in');
  const shown = { consortium: code, authorities: authority === null ? null : [authority] };
  const [result, ask] = useQuery({
    query: HomesQuery,
    variables: { ...shown, stale: address.has('stale') || null, first: pageSize, after },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const client = useClient();
  // No row moves under a reader: lines are renewed where they stand, and of all homes only how many are stale is read again.
  const countAgain = () =>
    void client.query(StaleHomesQuery, shown, { requestPolicy: 'network-only' }).toPromise();
  const live = useLive(code, (why) => (why === 'began' ? again() : countAgain()));
  return (
    <Page
      title="Homes"
      context={name}
      width="wide"
      subpages={<BedsPages />}
      actions={
        permissions.includes('beds:plan') && (
          <Link className="govuk-button govuk-button--secondary" to={`/${code}/beds/homes/new`}>
            Add a home
          </Link>
        )
      }
    >
      <QueryState result={result} title="homes" lines={14} retry={again}>
        {(data) => <HomesView data={data} live={live} onStale={again} onChanged={countAgain} />}
      </QueryState>
    </Page>
  );
}

function HomesView(props: {
  readonly data: HomesPageData;
  readonly live: LiveHomes;
  readonly onStale: () => void;
  readonly onChanged: () => void;
}) {
  const { data, live, onStale, onChanged } = props;
  const { homes, stale, consortium } = data;
  const { place, say, sentence } = useSaid();
  const lines = homes.edges.map(({ node }) => node);
  const own = lines.filter(({ viewerCanUpdate }) => viewerCanUpdate);
  // Where a reservation has ended nobody can say that nothing changed.
  const sayable = own.filter(({ reservationEnded }) => !reservationEnded);
  const onDone = (said: string) => {
    say(said);
    onChanged();
  };
  return (
    <>
      <p className="page__lead">
        {homesSentence(homes.totalCount, stale.totalCount, own.length === lines.length)}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      {sayable.length > 1 && <ConfirmHomes homes={sayable} onStale={onStale} onDone={onDone} />}
      <LiveNotice live={live}>
        <ReadAgain news={live.gaps} title="Read the list again" onPress={onStale} />
      </LiveNotice>
      <HomesFilter members={consortium?.members ?? []} />
      {lines.length === 0 ? (
        <p className="empty">
          None is like this. Your own are here, those you run, and for placement officers others’
          where an agreement shows their beds.
        </p>
      ) : (
        <HomeTable homes={lines} onStale={onStale} onDone={onDone} />
      )}
      <HomesPaging pageInfo={homes.pageInfo} />
    </>
  );
}
