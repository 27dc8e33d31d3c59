import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { DayClockTable } from './DayClockTable.tsx';
import { FosteringDayQuery } from './day-query.ts';
import { daySentence, lateTitle } from './day-words.ts';
import { FosteringPages } from './FosteringPages.tsx';

/** What there is to do today: who waits for a first response, the longest first, and which cases are past a clock. */
export function FosteringDayPage() {
  const { code, name } = useConsortium();
  const [result, ask] = useQuery({
    query: FosteringDayQuery,
    variables: { consortium: code },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page title="The day" context={name} width="wide" subpages={<FosteringPages />}>
      <QueryState
        result={result}
        title="what there is to do"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fosteringDay: day }) => (
          <>
            <p className="page__lead">{daySentence(day)}</p>
            <p>
              {writtenDay(day.today)}: {day.open} enquiries are open, {day.onHold} of them on hold.{' '}
              <Link className="govuk-link" to={`/${code}/fostering/enquiries`}>
                All enquiries
              </Link>
              {day.queries > 0 && (
                <>
                  {' · '}
                  <Link className="govuk-link" to={`/${code}/fostering/enquiries/queries`}>
                    Events that wait for an answer ({day.queries})
                  </Link>
                </>
              )}
              {day.unattributed > 0 && (
                <>
                  {' · '}
                  <Link
                    className="govuk-link"
                    to={`/${code}/fostering/enquiries?only=unattributed`}
                  >
                    Attributed to no authority ({day.unattributed})
                  </Link>
                </>
              )}
            </p>
            {day.awaiting && (
              <DayClockTable title="Waiting for a first response" clock={day.awaiting} />
            )}
            {day.pastLimit.map((clock) => (
              <DayClockTable
                key={clock.to.code}
                title={lateTitle(clock)}
                clock={clock}
                only="late"
              />
            ))}
          </>
        )}
      </QueryState>
    </Page>
  );
}
