import { CalendarPlot } from '../../components/charts/CalendarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import type { CalendarDay } from '../../components/charts/calendar-days.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import type { Trend } from './history-queries.ts';
import type { Measure } from './history-words.ts';
import { calendarSentence, measured } from './history-words.ts';

/** A year of days as a calendar. */
export function HistoryCalendar(props: {
  readonly trend: Trend;
  readonly days: readonly CalendarDay[];
  readonly measure: Measure;
  readonly whose: string;
}) {
  const { trend, days, measure, whose } = props;
  const { code } = useConsortium();
  return (
    <ChartFrame
      words={{
        title: `${measure.title}, day by day`,
        subtitle: `${whose}: ${measure.unit} when each day ended, ${writtenDay(trend.from)} to ${writtenDay(trend.to)}${trend.synthetic ? '; synthetic' : ''}`,
        source: 'Source: how homes were when each day ended, of those that you see.',
      }}
      summary={calendarSentence(days, { whose, measure })}
      notes={() =>
        `${measure.explanation} Weeks run from Monday, on the left, to Sunday. A stronger shade means more; an empty frame means that nothing is known.`
      }
      fileName={`beds-days-${code}-${measure.name}-${trend.to}`}
      table={<DaysTable days={days} measure={measure} />}
    >
      {(width) => (
        <CalendarPlot
          days={days}
          width={width}
          monthName={writtenMonth}
          titleOf={({ day, value }) => `${writtenDay(day)}: ${measured(value, measure)}`}
          format={(value) => measured(value, measure)}
        />
      )}
    </ChartFrame>
  );
}

function DaysTable(props: { readonly days: readonly CalendarDay[]; readonly measure: Measure }) {
  const { days, measure } = props;
  return (
    <TableRegion label={`${measure.title}, day by day`}>
      <table className="table calendar-figures">
        <caption className="govuk-visually-hidden">{measure.title}, day by day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col" className="table__number">
              {measure.title}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, value }) => (
            <tr key={day}>
              <th scope="row">{writtenDay(day)}</th>
              <td className="table__number">{measured(value, measure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
