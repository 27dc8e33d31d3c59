import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ClockCurve } from './ClockCurve.tsx';
import { ClockTable } from './ClockTable.tsx';
import { chosenClock, clockKey, clockParts, clockSentence, clockTitle } from './clock-words.ts';
import type { FosteringClock, FosteringClocks } from './clocks-query.ts';
import { FosteringClocksQuery } from './clocks-query.ts';
import { FosteringFilters } from './FosteringFilters.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { fosteringFilter, fosteringInputOf } from './fostering-address.ts';
import { groupNote, shownPart } from './funnel-words.ts';
import { SeenPart } from './SeenPart.tsx';
import { useAddressChoice } from './use-address-choice.ts';

/** How long each stage takes, those who are still on their way included. */
export function ClocksPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const filter = fosteringFilter(address);
  const [result, ask] = useQuery({
    query: FosteringClocksQuery,
    variables: { input: fosteringInputOf(filter, code) },
  });
  const [key, choose] = useAddressChoice('clock');
  const whose = address.get('whose');
  const kept = { ...(key !== null && { clock: key }), ...(whose !== null && { whose }) };
  const shownClock = result.data && chosenClock(result.data.fosteringClocks, key);

  return (
    <Page title="Clocks" context={name} width="wide" subpages={<FosteringPages />}>
      {shownClock && (
        <p className="page__lead">
          {clockSentence(shownClock, shownPart(clockParts(shownClock), whose))}
        </p>
      )}
      <FosteringFilters
        filter={filter}
        more={kept}
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
            <SeenPart
              of={{ rows: clock.rows, whyNoTotal: answer.whyNoTotal }}
              parts={clockParts(clock)}
              stagesChanged={answer.stagesChanged}
            >
              {(shown) => (
                <>
                  <div className="market-filters">
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
                  </div>
                  <ClockCurve
                    clock={clock}
                    shown={shown}
                    months={answer.months}
                    today={answer.today}
                  />
                  <ClockTables answer={answer} clock={clock} />
                </>
              )}
            </SeenPart>
          );
        }}
      </QueryState>
    </Page>
  );
}

function ClockTables(props: { readonly answer: FosteringClocks; readonly clock: FosteringClock }) {
  const { answer, clock } = props;
  const all = { id: 'all', title: 'All together', clock, measure: clock.total, note: null };
  return (
    <>
      <ClockTable
        title={`${clockTitle(clock)}, side by side`}
        head="Of"
        note={answer.whyNoTotal !== null && `No total: ${answer.whyNoTotal}.`}
        rows={[
          ...clock.rows.map(({ group, measure }) => ({
            ...{ id: group.key ?? 'none', title: group.title, clock, measure },
            note: groupNote(group),
          })),
          ...(clock.total ? [all] : []),
        ]}
      />
      {clock.total && (
        <ClockTable
          title="Every clock, all together"
          head="Clock"
          note={false}
          rows={answer.clocks.map((one) => ({
            ...{ id: clockKey(one), title: clockTitle(one), clock: one, measure: one.total },
            note: null,
          }))}
        />
      )}
    </>
  );
}
