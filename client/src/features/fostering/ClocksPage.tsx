import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ClockCurve } from './ClockCurve.tsx';
import { ClockTable } from './ClockTable.tsx';
import { chosenClock, clockKey, clockSentence, clockTitle } from './clock-words.ts';
import { FosteringClocksQuery } from './clocks-query.ts';
import { FosteringFilters } from './FosteringFilters.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { fosteringFilter, fosteringInputOf } from './fostering-address.ts';

/** How long each stage takes, those who are still on their way included. */
export function ClocksPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const filter = fosteringFilter(address);
  const [result, ask] = useQuery({
    query: FosteringClocksQuery,
    variables: { input: fosteringInputOf(filter, code) },
  });
  const key = address.get('clock');
  const shownClock = result.data && chosenClock(result.data.fosteringClocks, key);
  const choose = (chosen: string) => {
    const search = new URLSearchParams(address);
    search.set('clock', chosen);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };

  return (
    <Page title="Clocks" context={name} width="wide" subpages={<FosteringPages />}>
      {shownClock && <p className="page__lead">{clockSentence(shownClock)}</p>}
      <FosteringFilters
        filter={filter}
        more={key === null ? {} : { clock: key }}
        members={result.data?.fosteringClocks.consortium.members}
      />
      <QueryState
        result={result}
        title="how long it takes"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ fosteringClocks: answer }) => {
          const clock = chosenClock(answer, key);
          if (!clock) return <p className="page__lead">No stage of these months has a clock.</p>;
          return (
            <>
              {answer.stagesChanged !== null && (
                <Notification title="Stages changed within these months">
                  <p>{answer.stagesChanged}</p>
                </Notification>
              )}
              <FieldSelect
                id="fostering-clock"
                label="Clock"
                options={answer.clocks.map((one) => ({
                  value: clockKey(one),
                  text: clockTitle(one),
                }))}
                value={clockKey(clock)}
                onChange={({ target: { value } }) => choose(value)}
              />
              <ClockCurve clock={clock} months={answer.months} today={answer.today} />
              <ClockTable
                label={`${clockTitle(clock)}, one by one`}
                rows={[
                  ...clock.rows.map(({ group, measure }) => ({
                    id: group.key ?? 'none',
                    title: group.title,
                    clock,
                    measure,
                    note: group.isSeen ? null : group.why,
                  })),
                  ...(clock.total
                    ? [
                        {
                          id: 'total',
                          title: 'All together',
                          clock,
                          measure: clock.total,
                          note: null,
                        },
                      ]
                    : []),
                ]}
              />
              {answer.whyNoTotal !== null && (
                <p className="section__note">No total: {answer.whyNoTotal}.</p>
              )}
              {answer.clocks.some(({ total }) => total) && (
                <ClockTable
                  label="Every clock, all together"
                  rows={answer.clocks.map((one) => ({
                    id: clockKey(one),
                    title: clockTitle(one),
                    clock: one,
                    measure: one.total,
                    note: null,
                  }))}
                />
              )}
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
