import { useMutation, useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { counted } from './market-words.ts';
import { NoticeList } from './NoticeList.tsx';
import { ProvidersPages } from './ProvidersPages.tsx';
import type { Notice } from './watch-queries.ts';
import { MarkReadMutation, NoticesQuery } from './watch-queries.ts';
import { noticeParts, watchSentence } from './watch-words.ts';
import './_exposure.scss';

/** As many as can be marked at once. */
const shown = 200;

/** Judgements that fell below what frameworks ask for, or where one has placements: unread first. */
export function WatchPage() {
  const { name } = useConsortium();
  const [result, ask] = useQuery({
    query: NoticesQuery,
    variables: { first: shown },
    // A newer register may have been loaded meanwhile.
    requestPolicy: 'cache-and-network',
  });

  return (
    <Page title="Judgement watch" context={name} subpages={<ProvidersPages />}>
      <QueryState
        result={result}
        title="notifications"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ notifications: { edges, totalCount } }) => {
          const notices = edges.map(({ node }) => node);
          return (
            <>
              <p className="page__lead">{watchSentence(notices, name)}</p>
              <Notices notices={notices} />
              {totalCount > notices.length && (
                <p className="section__note">
                  The newest {notices.length} of {totalCount} are shown.
                </p>
              )}
              <p className="section__note">
                A judgement is watched once a newer register is loaded. Placements are your own
                organisation’s, in the newest month it recorded. Hubs and providers call nothing
                off, so nothing is told to them.
              </p>
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}

function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const said = useSaid();
  const [{ fetching, error }, mark] = useMutation(MarkReadMutation);
  const { unread, read } = noticeParts(notices);
  const markRead = async (marked: readonly Notice[]) => {
    const result = await mark({ input: { ids: marked.map(({ id }) => id) } });
    if (!result.error) said.say(`${counted(marked.length, 'notification')} marked as read.`);
  };
  const failure = error && describeFailure(error);

  return (
    <>
      <WhatWasSaid place={said.place} sentence={said.sentence} />
      {failure && (
        <Notification tone="bad" role="alert" title="Could not mark it as read">
          <p>
            {failure.message} {failure.advice}
          </p>
        </Notification>
      )}
      {unread.length > 0 && (
        <section className="section" aria-labelledby="unread">
          <h2 id="unread">Unread ({unread.length})</h2>
          <p>
            <Button
              kind="secondary"
              size="small"
              working={fetching ? 'Marking' : undefined}
              onClick={() => void markRead(unread)}
            >
              Mark all as read
            </Button>
          </p>
          <NoticeList notices={unread} onRead={(notice) => void markRead([notice])} />
        </section>
      )}
      {read.length > 0 && (
        <section className="section" aria-labelledby="read">
          <h2 id="read">Read ({read.length})</h2>
          <NoticeList notices={read} />
        </section>
      )}
    </>
  );
}
