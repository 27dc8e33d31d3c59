import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { ReturnSendForm } from './ReturnSendForm.tsx';
import { ReturnsPages } from './ReturnsPages.tsx';
import { returnAddress } from './return-address.ts';
import { LatestReturnQuery, ReturnCalendarQuery } from './return-queries.ts';
import type { SendChoice } from './send-subject.ts';
import { monthChoices, sendChoice, sendSentence } from './send-subject.ts';
import './returns.scss';

/** Sends a return: whose, which and for when; then files, or that nothing happened. */
export function ReturnSendPage() {
  const { name } = useConsortium();
  const { permissions, authorities } = useViewer();
  if (!permissions.includes('return:submit') || authorities.length === 0) {
    return (
      <Page
        title="Send a return"
        subpages={<ReturnsPages />}
        context={name}
        width="text"
        lead={<p>Returns are sent by those who work for an authority and may send them.</p>}
      ></Page>
    );
  }
  return <SendPage />;
}

function SendPage() {
  const { code, name } = useConsortium();
  const { authorities } = useViewer();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const [today] = useState(() => todayInLondon());
  const [calendar] = useQuery({ query: ReturnCalendarQuery, variables: { consortium: code } });
  const own = authorities.map((authority) => authority.code);
  const known = { collections: calendar.data?.returnCalendar.authorities ?? [], own, today };
  const choice = sendChoice(address, known);
  const [latest, ask] = useQuery({
    query: LatestReturnQuery,
    variables: { ...choice },
    requestPolicy: 'cache-and-network',
    // What is due first is not known before the calendar is.
    pause: calendar.fetching,
  });
  const record = latest.data?.returns.edges[0]?.node ?? null;
  const isKnown = latest.data !== undefined;
  const whose = authorities.find((authority) => authority.code === choice.authority)?.name ?? '';

  const choose = (changed: Partial<SendChoice>) =>
    void navigate(`?${new URLSearchParams({ ...choice, ...changed })}`, {
      replace: true,
      preventScrollReset: true,
    });

  return (
    <Page
      title="Send a return"
      subpages={<ReturnsPages />}
      context={name}
      lead={isKnown && <p>{sendSentence(choice, { name: whose, today, latest: record })}</p>}
    >
      <ReturnSendForm
        choice={choice}
        authorities={authorities}
        months={monthChoices(choice, known)}
        latest={isKnown ? record : null}
        isKnown={isKnown}
        onChoose={choose}
        onSent={({ id, version }) =>
          void navigate(returnAddress(code, id), {
            state: { said: `Version ${version} was received and checked.` },
          })
        }
        onConflict={() => ask({ requestPolicy: 'network-only' })}
      />
      <p className="section">
        <Link to={`/${code}/returns/formats#${choice.dataset}`}>Templates and formats</Link> say
        what each table holds.
      </p>
    </Page>
  );
}
