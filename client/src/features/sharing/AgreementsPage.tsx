import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { AgreementCalendarMonths } from './AgreementCalendarMonths.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { agreementCalendar, calendarSentence } from './agreement-calendar.ts';
import { agreementsSentence } from './agreements-sentence.ts';
import { SharingPages } from './SharingPages.tsx';
import { AgreementsQuery } from './sharing-queries.ts';
import './sharing.scss';

/** A consortium’s agreements: where each stands, who has still to sign, and what is due when. */
export function AgreementsPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const today = todayInLondon();
  const [result, ask] = useQuery({
    query: AgreementsQuery,
    variables: { consortium: code },
    requestPolicy: 'cache-and-network',
  });
  const { place, sentence } = useSaid();
  const mayDraft = permissions.includes('agreement:draft');

  return (
    <Page
      title="Agreements"
      context={name}
      width="wide"
      actions={
        mayDraft && (
          <Link className="govuk-button" to={`/${code}/sharing/agreements/new`}>
            Draft an agreement
          </Link>
        )
      }
    >
      <SharingPages />
      <WhatWasSaid place={place} sentence={sentence} />
      <QueryState
        result={result}
        title="agreements"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
        isEmpty={({ sharingAgreements }) => sharingAgreements.edges.length === 0}
        empty={<p>No agreement was made yet, so nobody sees anything of another authority.</p>}
      >
        {({ sharingAgreements }) => {
          const agreements = sharingAgreements.edges.map(({ node }) => node);
          const calendar = agreementCalendar(agreements, today);
          return (
            <>
              <p className="page__lead">{agreementsSentence(agreements)}</p>
              <AgreementTable consortium={code} agreements={agreements} today={today} />
              <section className="section" aria-labelledby="calendar">
                <h2 id="calendar">Ends, reviews and assessments</h2>
                <p>{calendarSentence(calendar, today)}</p>
                <AgreementCalendarMonths consortium={code} calendar={calendar} today={today} />
              </section>
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
