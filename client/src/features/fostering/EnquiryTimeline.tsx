import { otherEvents } from '@sufficiency/shared/fostering/events.ts';
import { classNames } from '../../components/class-names.ts';
import { Tag } from '../../components/Tag.tsx';
import { todayInLondon, writtenDay } from '../indicators/london-day.ts';
import { limitText, timeText } from './clock-words.ts';
import type { StageTime } from './enquiry-clocks.ts';
import { stageTimes } from './enquiry-clocks.ts';
import type { Enquiry, NamedStage } from './enquiry-queries.ts';
import { stageTitle } from './enquiry-words.ts';

const endings = {
  OPEN: 'Ended',
  ON_HOLD: 'Ended',
  WITHDRAWN: otherEvents.WITHDRAWN,
  NOT_APPROVED: otherEvents['NOT-APPROVED'],
} as const;

/** Stages an enquiry has reached and has yet to reach, each against its clock. */
export function EnquiryTimeline(props: {
  readonly enquiry: Enquiry;
  readonly stages: readonly NamedStage[];
}) {
  const { enquiry, stages } = props;
  const times = stageTimes(stages, enquiry, todayInLondon());
  const days = new Map(enquiry.reached.map(({ stage, on }) => [stage, on]));
  const known = stages.filter(({ code, used }) => used || days.has(code));
  const last = known.findLastIndex(({ code }) => days.has(code));
  const { closedOn, status } = enquiry;
  const shown = closedOn === null ? known : known.slice(0, last + 1);
  return (
    <section className="section" aria-labelledby="enquiry-stages">
      <h2 id="enquiry-stages">How far it came</h2>
      <ol className="stages">
        {shown.map((stage, index) => (
          <StageStep
            key={stage.code}
            stage={stage}
            on={days.get(stage.code)}
            time={enquiry.backLoaded ? undefined : times.get(stage.code)}
            from={stage.clock ? stageTitle(stage.clock.from, stages) : ''}
            isOver={index < last}
          />
        ))}
        {closedOn !== null && status !== 'APPROVED' && (
          <li className="stages__step stages__step--reached">
            <span className="stages__title">{endings[status]}</span>{' '}
            <span className="stages__day">
              <time dateTime={closedOn}>{writtenDay(closedOn)}</time>
            </span>
          </li>
        )}
      </ol>
      <p className="section__note">
        {enquiry.backLoaded
          ? 'It was entered long after it happened: no clock is held against it.'
          : 'Each against the clock that was in force when it was reached; what is still to come against today’s. Days on hold are left out; working days are those of England, without bank holidays.'}
      </p>
    </section>
  );
}

function StageStep(props: {
  readonly stage: NamedStage;
  readonly on: string | undefined;
  readonly time: StageTime | undefined;
  /** Title of the stage from which its clock runs. */
  readonly from: string;
  /** Whether the enquiry went past it. */
  readonly isOver: boolean;
}) {
  const { stage, on, time, from, isOver } = props;
  const { clock } = stage;
  const notReached = isOver ? 'not recorded' : 'not yet';
  const isRunning = time?.state === 'RUNNING';
  return (
    <li className={classNames('stages__step', on !== undefined && 'stages__step--reached')}>
      <span className="stages__title">{stage.title}</span>{' '}
      <span className="stages__day">
        {on === undefined ? notReached : <time dateTime={on}>{writtenDay(on)}</time>}
      </span>
      {clock && time && time.state !== 'LEFT' && (
        <span className="stages__time">
          {isRunning ? 'running for ' : ''}
          {timeText(time.days, clock)} {isRunning ? 'since' : 'after'} “{from}”, limit{' '}
          {limitText(clock)} {time.isLate && <Tag tone="bad">late</Tag>}
        </span>
      )}
    </li>
  );
}
