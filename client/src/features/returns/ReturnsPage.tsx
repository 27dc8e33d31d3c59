import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { CollectionGrid } from './CollectionGrid.tsx';
import { CollectionMonthSwitch } from './CollectionMonthSwitch.tsx';
import { ownFirst, shownMonth, waitingFor } from './collection.ts';
import { collectionSentence, earlierLateSentence } from './collection-sentence.ts';
import { ReturnsPages } from './ReturnsPages.tsx';
import { returnAddress, sendAddress } from './return-address.ts';
import { writtenMonth } from './return-months.ts';
import type { ReturnCalendar } from './return-queries.ts';
import { ReturnCalendarQuery } from './return-queries.ts';
import { SendingNotice } from './SendingNotice.tsx';
import { TimelinessTable } from './TimelinessTable.tsx';
import './returns.scss';

/** What is due, what has come, what is late and what waits for whom, month by month. */
export function ReturnsPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({
    query: ReturnCalendarQuery,
    variables: { consortium: code },
    // Others send and approve meanwhile: what is kept is shown at once and read anew.
    requestPolicy: 'cache-and-network',
  });

  return (
    <Page title="Returns" context={name} width="wide" subpages={<ReturnsPages />}>
      <SendingNotice onArrived={() => ask({ requestPolicy: 'network-only' })} />
      <QueryState
        result={result}
        title="the calendar of returns"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ returnCalendar }) => <Calendar calendar={returnCalendar} />}
      </QueryState>
    </Page>
  );
}

function Calendar({ calendar }: { readonly calendar: ReturnCalendar }) {
  const { code, name } = useConsortium();
  const viewer = useViewer();
  const [address] = useSearchParams();
  const own = viewer.authorities.map((authority) => authority.code);
  const authorities = ownFirst(calendar.authorities, { own });
  const shown = shownMonth(calendar, address.get('month'));
  const month = writtenMonth(shown.period);
  const sends = viewer.permissions.includes('return:submit');
  const ours = authorities.filter(({ authority }) => own.includes(authority.code));
  const told = ours.length > 0 ? ours : authorities;

  return (
    <>
      <p className="page__lead">
        {collectionSentence(authorities, { period: shown.period, own, name })}{' '}
        {earlierLateSentence(told, shown.period)}
      </p>
      <Waiting
        waiting={waitingFor(authorities, { own, permissions: viewer.permissions })}
        consortium={code}
      />
      {sends && ours.length > 0 && (
        <p className="actions">
          <Link className="govuk-button" to={sendAddress(code)}>
            Send a return
          </Link>
        </p>
      )}
      <section className="section" aria-labelledby="returns-month-heading">
        <h2 id="returns-month-heading">{month}</h2>
        <CollectionMonthSwitch periods={calendar.periods} shown={shown} />
        <CollectionGrid
          consortium={code}
          label={`Returns for ${month}, by authority and dataset`}
          authorities={authorities}
          period={shown.period}
          sendable={sends ? own : []}
        />
        <p className="section__note collection-file">
          <a href={`/exports/return-calendar.ics?consortium=${code}`} download>
            Deadlines for your calendar
          </a>{' '}
          (.ics): the last month and the next twelve.
        </p>
      </section>
      <section className="section" aria-labelledby="returns-timeliness">
        <h2 id="returns-timeliness">Timeliness and completeness</h2>
        <p className="section__note">
          Returns of the last 12 months that were due before today, as far as they are shared with
          you.
        </p>
        <TimelinessTable authorities={authorities} />
        <p className="section__note timeliness-rule">
          A return has come when it was submitted for approval, without errors, and not withdrawn.
          It is in time when that first happened by the last day, whatever took its place later and
          whenever it was approved. What was only checked has not come.
        </p>
      </section>
    </>
  );
}

function Waiting(props: {
  readonly consortium: string;
  readonly waiting: ReturnType<typeof waitingFor>;
}) {
  if (props.waiting.length === 0) return null;
  return (
    <section className="waiting" aria-labelledby="returns-waiting">
      <h2 id="returns-waiting">Waiting for you</h2>
      <ul>
        {props.waiting.map(({ id, title, what }) => (
          <li key={id}>
            <Link to={returnAddress(props.consortium, id)}>{title}</Link>: {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
