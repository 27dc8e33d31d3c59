import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldText } from '../../components/Field.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { isDay, todayInLondon } from '../indicators/london-day.ts';
import { DayThenView } from './DayThenView.tsx';
import { HistoryFrame } from './HistoryFrame.tsx';
import { BedsDayQuery } from './history-queries.ts';

/** Homes as they were when any past day ended: the same whenever it is asked. */
export function BedsDayPage() {
  const { code } = useConsortium();
  const [address, setAddress] = useSearchParams();
  const yesterday = daysAfter(todayInLondon(), -1);
  const asked = address.get('day') ?? '';
  const day = isDay(asked) && asked <= yesterday ? asked : yesterday;
  const [result, ask] = useQuery({
    query: BedsDayQuery,
    variables: { consortium: code, day, after: address.get('after') },
  });
  return (
    <HistoryFrame title="A past day" view="day">
      <form
        className="market-filters"
        aria-label="Which day"
        onSubmit={(event) => event.preventDefault()}
      >
        <FieldText
          key={day}
          id="history-day"
          label="As the day ended"
          type="date"
          max={yesterday}
          defaultValue={day}
          onChange={({ target: { value } }) => {
            if (isDay(value) && value <= yesterday) {
              setAddress({ day: value }, { replace: true, preventScrollReset: true });
            }
          }}
        />
      </form>
      <QueryState
        result={result}
        title="that day"
        lines={20}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(data) => <DayThenView then={data.bedsDay} />}
      </QueryState>
    </HistoryFrame>
  );
}
