import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { StepPlot } from '../../components/charts/StepPlot.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { clockSentence, clockTitle, limitText } from './clock-words.ts';
import type { ClockMeasure, FosteringClock } from './clocks-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, monthsInWords } from './funnel-words.ts';

/** Days of a month, for the place of a limit that is set in months. */
const daysOfMonth = 365.25 / 12;

/** How many are still waiting, day by day: open cases are followed as far as they have come. */
export function ClockCurve(props: {
  readonly clock: FosteringClock;
  readonly shown: ShownPart<ClockMeasure>;
  readonly months: readonly string[];
  readonly today: string;
}) {
  const { clock, shown, months, today } = props;
  const { code } = useConsortium();
  const { part, title } = shown;
  if (part.started === 0) return null;
  const { curve, followedTo } = part;
  const limit = limitText(clock);
  return (
    <ChartFrame
      words={{
        title: `${clockTitle(clock)}: how many are still waiting, ${title}`,
        subtitle: `Share still waiting by ${unitOf(clock)} since the start, Kaplan–Meier; clocks that started in ${monthsInWords(months)}, followed to ${writtenDay(today)}`,
        source: 'Source: events of enquiries as they were recorded, without days on hold.',
      }}
      summary={clockSentence(clock, shown)}
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

const unitOf = ({ unit }: FosteringClock) => (unit === 'WORKING_DAYS' ? 'working days' : 'days');

function CurveNotes(props: { readonly measure: ClockMeasure; readonly limit: string | null }) {
  const { left, held, backLoaded, outOfOrder, synthetic } = props.measure;
  return (
    <>
      {props.limit !== null && `The dashed line is the limit, ${props.limit}. `}
      {left > 0 &&
        `${countText(left)} withdrew, were not approved or went past the stage: they are followed to that day and no further, as if they could still have got there. `}
      {held > 0 && `Days on hold of ${countText(held)} enquiries are taken out. `}
      {backLoaded > 0 && `${countText(backLoaded)} entered long after they came are not measured. `}
      {outOfOrder > 0 && `${countText(outOfOrder)} with an end before the start are not measured. `}
      {synthetic && <Tag tone="warn">synthetic</Tag>}
    </>
  );
}

function CurveTable(props: { readonly clock: FosteringClock; readonly measure: ClockMeasure }) {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return (
    <FigureTable
      label={`${clockTitle(props.clock)}, step by step`}
      head={`After so many ${unitOf(props.clock)}`}
      columns={[
        'Followed until then',
        'Got there',
        'Followed no further since the step before',
        'Still waiting, if nobody left',
        'Got there, of all who started',
      ]}
      rows={props.measure.curve.map((step) => ({
        id: String(step.day),
        name: String(step.day),
        cells: [
          ...[step.atRisk, step.reached, step.censored].map(countText),
          ...[step.waiting, step.arrived].map(percent),
        ],
      }))}
    />
  );
}
