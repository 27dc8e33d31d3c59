import { useNavigate, useSearchParams } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { endedMonths, writtenMonth } from '../returns/return-months.ts';
import type { Board } from './coverage-board.ts';
import type { Coverage } from './coverage-queries.ts';

/** How many months are offered as the last one. */
const offered = 24;

/** Chooses the last month of the board, the service of its lines and whose reasons are shown; the address holds it. */
export function CoverageControls(props: { readonly coverage: Coverage; readonly board: Board }) {
  const { coverage, board } = props;
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const choose = (name: string, value: string) => {
    const search = new URLSearchParams(address);
    search.set(name, value);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };
  const months = endedMonths(todayInLondon(), offered);
  const all = months.includes(coverage.period) ? months : [coverage.period, ...months];
  return (
    <form className="market-filters" aria-label="What the board shows">
      <FieldSelect
        id="coverage-month"
        label="Month"
        options={all.map((value) => ({ value, text: writtenMonth(value) }))}
        value={coverage.period}
        onChange={({ target: { value } }) => choose('month', value)}
      />
      <FieldSelect
        id="coverage-service"
        label="Service of the lines"
        options={board.services.map(({ code, title }) => ({ value: code, text: title }))}
        value={address.get('service') ?? board.services[0]?.code ?? ''}
        onChange={({ target: { value } }) => choose('service', value)}
      />
    </form>
  );
}
