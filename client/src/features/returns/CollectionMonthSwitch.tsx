import { Link, useNavigate } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';
import { writtenMonth } from './return-months.ts';

const search = (month: string) => `?month=${month}`;

/** Which month the calendar shows; it is kept in the address. */
export function CollectionMonthSwitch(props: {
  /** The latest last. */
  readonly periods: readonly string[];
  readonly shown: {
    readonly period: string;
    readonly before: string | null;
    readonly after: string | null;
  };
}) {
  const { before, period, after } = props.shown;
  const navigate = useNavigate();
  return (
    <nav className="month-switch" aria-label="Month">
      <FieldSelect
        id="returns-month"
        label="Month"
        value={period}
        onChange={(event) =>
          void navigate(search(event.target.value), { preventScrollReset: true })
        }
        options={props.periods
          .toReversed()
          .map((month) => ({ value: month, text: writtenMonth(month) }))}
      />
      <ul>
        {before !== null && (
          <li>
            <Link to={search(before)} rel="prev" preventScrollReset>
              {writtenMonth(before)}
            </Link>
          </li>
        )}
        {after !== null && (
          <li>
            <Link to={search(after)} rel="next" preventScrollReset>
              {writtenMonth(after)}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
