import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { BedsPages } from './BedsPages.tsx';
import { ConfirmHomes } from './ConfirmHomes.tsx';
import { HomesFilter } from './HomesFilter.tsx';
import { HomesPaging } from './HomesPaging.tsx';
import { HomeTable } from './HomeTable.tsx';
import { homesSentence } from './home-words.ts';
import type { HomesPageData } from './homes-queries.ts';
import { HomesQuery } from './homes-queries.ts';

const pageSize = 50;

/** Homes that the viewer may see, those confirmed longest ago first, to confirm with one press. */
export function HomesPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const after = address.get('after');
  const authority = address.get('in');
  const [result, ask] = useQuery({
    query: HomesQuery,
    variables: {
      consortium: code,
      stale: address.has('stale') || null,
      authorities: authority === null ? null : [authority],
      first: pageSize,
      after,
    },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page title="Homes" context={name} width="wide" subpages={<BedsPages />}>
      <QueryState result={result} title="homes" lines={14} retry={again}>
        {(data) => <HomesView data={data} onStale={again} />}
      </QueryState>
    </Page>
  );
}

function HomesView(props: { readonly data: HomesPageData; readonly onStale: () => void }) {
  const { data, onStale } = props;
  const { homes, stale, consortium } = data;
  const { place, say, sentence } = useSaid();
  const lines = homes.edges.map(({ node }) => node);
  const own = lines.filter(({ viewerCanUpdate }) => viewerCanUpdate);
  return (
    <>
      <p className="page__lead">
        {homesSentence(homes.totalCount, stale.totalCount, own.length === lines.length)}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      {own.length > 1 && <ConfirmHomes homes={own} onStale={onStale} onDone={say} />}
      <HomesFilter members={consortium?.members ?? []} />
      {lines.length === 0 ? (
        <p className="empty">
          None is like this. Your own are here, those you run, and for placement officers others’
          where an agreement shows their beds.
        </p>
      ) : (
        <HomeTable homes={lines} onStale={onStale} onDone={say} />
      )}
      <HomesPaging pageInfo={homes.pageInfo} />
    </>
  );
}
