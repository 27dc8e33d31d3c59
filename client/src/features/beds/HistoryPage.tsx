import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { AddressSelect } from './AddressSelect.tsx';
import { HistoryFrame } from './HistoryFrame.tsx';
import { HistoryLatest } from './HistoryLatest.tsx';
import { HistoryTrend } from './HistoryTrend.tsx';
import { BedsTrendQuery } from './history-queries.ts';
import { drawnSeries, measureOf, measures, trendSentence } from './history-words.ts';

const groupings = [
  { value: 'AUTHORITY', text: 'area' },
  { value: 'TYPE', text: 'kind of home' },
  { value: 'PROVIDER', text: 'provider' },
  { value: 'ALL', text: 'all together' },
] as const;
const steps = [
  { value: 'WEEK', text: 'week by week, a year' },
  { value: 'MONTH', text: 'month by month, two years' },
] as const;

/** How full homes were and what was free, over a year or two. */
export function HistoryPage() {
  const { code } = useConsortium();
  const [address] = useSearchParams();
  const by = groupings.find(({ value }) => value === address.get('by'))?.value ?? 'AUTHORITY';
  const step = steps.find(({ value }) => value === address.get('step'))?.value ?? 'WEEK';
  const measure = measureOf(address.get('show'));
  const [result, ask] = useQuery({
    query: BedsTrendQuery,
    variables: { input: { consortium: code, by, step }, consortium: code },
  });
  const series = result.data?.bedsTrend.series ?? [];
  return (
    <HistoryFrame title="How full homes were" view="trend">
      <QueryState
        result={result}
        title="how full homes were"
        lines={20}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ bedsTrend: trend }) => (
          <>
            <p className="page__lead">
              {trendSentence(drawnSeries(trend.series, address.get('line') ?? ''), measure)}{' '}
              {trend.synthetic && <Tag tone="warn">synthetic</Tag>}
            </p>
            <p>{trend.sentence}</p>
          </>
        )}
      </QueryState>
      <form className="market-filters" aria-label="What is shown">
        <AddressSelect
          name="show"
          label="Show"
          options={measures.map(({ name, title }) => ({ value: name, text: title }))}
        />
        <AddressSelect name="by" label="By" options={groupings} />
        <AddressSelect name="step" label="Over" options={steps} />
        {series.length > 1 && (
          <AddressSelect
            name="line"
            label="In colour"
            options={[
              { value: '', text: 'the one with most places' },
              ...series.map(({ key, title }) => ({ value: key, text: title })),
            ]}
          />
        )}
      </form>
      {result.data && series.length > 0 && (
        <>
          <HistoryTrend
            trend={result.data.bedsTrend}
            measure={measure}
            chosen={address.get('line') ?? ''}
          />
          <HistoryLatest trend={result.data.bedsTrend} />
        </>
      )}
    </HistoryFrame>
  );
}
