import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { StepPlot } from '../../components/charts/StepPlot.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { clockSentence, clockTitle, limitText, shownClock, timeText } from './clock-words.ts';
import type { ClockMeasure, FosteringClock } from './clocks-query.ts';
import { monthsInWords } from './funnel-words.ts';

/** Days of a month, for the place of a limit that is set in months. */
const daysOfMonth = 365.25 / 12;

/** How many are still waiting, day by day: open cases are followed as far as they have come. */
export function ClockCurve(props: {
  readonly clock: FosteringClock;
  readonly months: readonly string[];
  readonly today: string;
}) {
  const { clock, months, today } = props;
  const { code } = useConsortium();
  const shown = shownClock(clock);
  if (!shown || shown.part.started === 0) return null;
  const { part, title } = shown;
  const { curve, followedTo } = part;
  const limit = limitText(clock);
  const unit = clock.unit === 'WORKING_DAYS' ? 'working days' : 'days';
  return (
    <ChartFrame
      words={{
        title: `${clockTitle(clock)}: how many are still waiting, ${title}`,
        subtitle: `Share still waiting by ${unit} since the start, Kaplan–Meier; clocks that started in ${monthsInWords(months)}, followed to ${writtenDay(today)}`,
        source: 'Source: events of enquiries as they were recorded, without days on hold.',
      }}
      summary={clockSentence(clock)}
      notes={() => <CurveNotes measure={part} limit={limit} />}
      fileName={`fostering-clock-${code}-${clock.from.code}-${clock.to.code}`.toLowerCase()}
      table={<CurveTable clock={clock} measure={part} />}
    >
      {(width) => (
        <StepPlot
          width={width}
          line={{
            steps: curve.map(({ day, waiting }) => ({ at: day, share: waiting })),
            end: followedTo ?? 0,
          }}
          limit={
            clock.limit === null
              ? null
              : {
                  at: clock.unit === 'MONTHS' ? clock.limit * daysOfMonth : clock.limit,
                  title: `Limit: ${limit}`,
                }
          }
          format={String}
        />
      )}
    </ChartFrame>
  );
}

function CurveNotes(props: { readonly measure: ClockMeasure; readonly limit: string | null }) {
  const { left, held, backLoaded, outOfOrder, synthetic } = props.measure;
  return (
    <>
      {props.limit !== null && `The dashed line is the limit, ${props.limit}. `}
      {left > 0 &&
        `${left} withdrew, were not approved or went past the stage: they are followed to that day and no further, as if they could still have got there. `}
      {held > 0 && `Days on hold of ${held} enquiries are taken out. `}
      {backLoaded > 0 && `${backLoaded} entered long after they came are not measured. `}
      {outOfOrder > 0 && `${outOfOrder} with an end before the start are not measured. `}
      {synthetic && <Tag tone="warn">synthetic</Tag>}
    </>
  );
}

function CurveTable(props: { readonly clock: FosteringClock; readonly measure: ClockMeasure }) {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">{clockTitle(props.clock)}, step by step</caption>
      <thead>
        <tr>
          <th scope="col">After</th>
          <th scope="col" className="table__number">
            Followed until then
          </th>
          <th scope="col" className="table__number">
            Got there
          </th>
          <th scope="col" className="table__number">
            Followed no further since the step before
          </th>
          <th scope="col" className="table__number">
            Still waiting, if nobody left
          </th>
          <th scope="col" className="table__number">
            Got there, of all who started
          </th>
        </tr>
      </thead>
      <tbody>
        {props.measure.curve.map(({ day, atRisk, reached, censored, waiting, arrived }) => (
          <tr key={day}>
            <th scope="row">{timeText(day, props.clock)}</th>
            <td className="table__number">{atRisk}</td>
            <td className="table__number">{reached}</td>
            <td className="table__number">{censored}</td>
            <td className="table__number">{percent(waiting)}</td>
            <td className="table__number">{percent(arrived)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
