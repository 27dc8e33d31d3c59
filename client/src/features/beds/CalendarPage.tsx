import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AddressSelect } from './AddressSelect.tsx';
import { HistoryCalendar } from './HistoryCalendar.tsx';
import { HistoryFrame } from './HistoryFrame.tsx';
import { BedsTrendQuery } from './history-queries.ts';
import { calendarSentence, measureOf, measures } from './history-words.ts';
import { homeName } from './home-words.ts';
import type { HomeLine } from './homes-queries.ts';
import { HomeQuery } from './homes-queries.ts';

/** A year, day by day: of one home, one area, or all that the viewer sees. */
export function CalendarPage() {
  const { code } = useConsortium();
  const [address] = useSearchParams();
  const home = address.get('home');
  const area = address.get('in');
  const measure = measureOf(address.get('show'));
  const [result, ask] = useQuery({
    query: BedsTrendQuery,
    variables: {
      input: {
        consortium: code,
        by: 'ALL',
        step: 'DAY',
        homes: home === null ? null : [home],
        authorities: area === null ? null : [area],
      },
      consortium: code,
    },
  });
  const [{ data: named }] = useQuery({
    query: HomeQuery,
    variables: { id: home ?? '' },
    pause: home === null,
  });
  const members = result.data?.consortium?.members ?? [];
  const areaName = members.find((one) => one.code === area)?.name ?? 'All homes that you see';
  const whose = home === null ? areaName : homeWords(named?.home);
  return (
    <HistoryFrame title="A year of days" view="calendar">
      <QueryState
        result={result}
        title="a year of days"
        lines={20}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ bedsTrend: trend }) => {
          const [all] = trend.series;
          const days = trend.starts.map((day, index) => ({
            day,
            value: all?.[measure.name][index] ?? null,
          }));
          return (
            <>
              <p className="page__lead">
                {calendarSentence(days, { whose, measure })}{' '}
                {trend.synthetic && <Tag tone="warn">synthetic</Tag>}
              </p>
              <p>{trend.sentence}</p>
              <form className="market-filters" aria-label="What is shown">
                <AddressSelect
                  name="show"
                  label="Show"
                  options={measures.map((one) => ({ value: one.name, text: one.title }))}
                />
                {home === null && (
                  <AddressSelect
                    name="in"
                    label="In the area of"
                    options={[
                      { value: '', text: 'all members' },
                      ...members.map((one) => ({ value: one.code, text: one.name })),
                    ]}
                  />
                )}
              </form>
              {days.length > 0 && (
                <HistoryCalendar trend={trend} days={days} measure={measure} whose={whose} />
              )}
            </>
          );
        }}
      </QueryState>
    </HistoryFrame>
  );
}

const homeWords = (home: HomeLine | null | undefined) => (home ? homeName(home) : 'This home');
