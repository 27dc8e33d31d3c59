import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { BedsPages } from './BedsPages.tsx';
import { ConfirmHome } from './ConfirmHome.tsx';
import { HeldForm } from './HeldForm.tsx';
import { HomeBlocksForm } from './HomeBlocksForm.tsx';
import { HomeChangeForm } from './HomeChangeForm.tsx';
import { HomeEvents } from './HomeEvents.tsx';
import { HomeFacts } from './HomeFacts.tsx';
import { HomeNights } from './HomeNights.tsx';
import { confirmedWords, countsSentence, homeName } from './home-words.ts';
import type { Home } from './homes-queries.ts';
import { HomeQuery } from './homes-queries.ts';
import { LiveNotice } from './LiveNotice.tsx';
import { OccupancyTable } from './OccupancyTable.tsx';
import { PlacesForm } from './PlacesForm.tsx';
import type { LiveHomes } from './use-live.ts';
import { useLive } from './use-live.ts';
import { useWholeHome } from './use-whole-home.ts';

/** One home: how its places are, how sure that is, and what became of it. */
export function HomePage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: HomeQuery, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const home = result.data?.home;
  const live = useLive(code, (why) => why !== 'changed' && again());
  const latest = live.latest?.id === id ? live.latest : null;
  useWholeHome({ ...result, home }, latest, again);
  return (
    <Page
      title={home ? homeName(home) : 'Home'}
      context={name}
      width="wide"
      subpages={<BedsPages />}
    >
      <QueryState
        result={result}
        title="this home"
        lines={12}
        retry={again}
        isNamed
        isEmpty={(data) => data.home === null}
        empty={
          <p>
            There is no such home that you may see.{' '}
            <Link to={`/${code}/beds/homes`}>All that you see</Link>
          </p>
        }
      >
        {(data) =>
          data.home && <HomeView home={data.home} live={{ ...live, latest }} onStale={again} />
        }
      </QueryState>
    </Page>
  );
}

function HomeView(props: {
  readonly home: Home;
  readonly live: LiveHomes;
  readonly onStale: () => void;
}) {
  const { home, live, onStale } = props;
  const { code } = useConsortium();
  const { place, say, sentence } = useSaid();
  return (
    <>
      <p className="page__lead">
        {countsSentence(home.counts)}. {confirmedWords(home)}.{' '}
        {home.stale && <Tag tone="warn">stale</Tag>}{' '}
        {home.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      <LiveNotice live={live} what="This home has not" />
      {home.viewerCanUpdate && home.places !== null && (
        <>
          {home.reservationEnded ? (
            <p>
              Say below what came of the reservation that has ended: that confirms the home, too.
            </p>
          ) : (
            <ConfirmHome home={home} onStale={onStale} onDone={say} />
          )}
          <HeldForm home={home} onStale={onStale} onDone={say}>
            {(form) => <PlacesForm {...form} places={form.home.places ?? []} />}
          </HeldForm>
        </>
      )}
      <OccupancyTable home={home} />
      {home.shortBreaks && <HomeNights home={home} onStale={onStale} onDone={say} />}
      <HomeFacts home={home} />
      {home.viewerCanDescribe && (
        <>
          <HeldForm home={home} onStale={onStale} onDone={say}>
            {(form) => <HomeChangeForm {...form} />}
          </HeldForm>
          {home.places !== null && (
            <HeldForm home={home} onStale={onStale} onDone={say}>
              {(form) => <HomeBlocksForm {...form} places={form.home.places ?? []} />}
            </HeldForm>
          )}
        </>
      )}
      <HomeEvents home={home} />
      <p className="section__note">
        <Link
          className="govuk-link"
          to={`/${code}/beds/history/calendar?home=${encodeURIComponent(home.id)}`}
        >
          A year of its days
        </Link>
      </p>
    </>
  );
}
