import { Link } from 'react-router';
import { Tag } from '../../components/Tag.tsx';
import { agreementAddress } from './agreement-address.ts';
import type { AgreementCalendar, AgreementEvent } from './agreement-calendar.ts';
import { eventWords } from './agreement-calendar.ts';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const wholeDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** What is due, month by month: overdue first, what has passed folded away. */
export function AgreementCalendarMonths(props: {
  readonly consortium: string;
  readonly calendar: AgreementCalendar;
  readonly today: string;
}) {
  const { consortium, calendar, today } = props;
  const list = (events: readonly AgreementEvent[], format: Intl.DateTimeFormat) => (
    <EventList consortium={consortium} events={events} format={format} today={today} />
  );
  return (
    <div className="calendar">
      {calendar.overdue.length > 0 && (
        <section className="calendar__month calendar__month--overdue">
          <h3>
            <Tag tone="bad">Overdue</Tag>
          </h3>
          {list(calendar.overdue, wholeDay)}
        </section>
      )}
      {calendar.coming.map(({ title, events }) => (
        <section key={title} className="calendar__month">
          <h3>{title}</h3>
          {list(events, dayAndMonth)}
        </section>
      ))}
      {calendar.passed.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              Ends and assessments that have passed
            </span>
          </summary>
          <div className="govuk-details__text">{list(calendar.passed, wholeDay)}</div>
        </details>
      )}
    </div>
  );
}

function EventList(props: {
  readonly consortium: string;
  readonly events: readonly AgreementEvent[];
  readonly format: Intl.DateTimeFormat;
  readonly today: string;
}) {
  return (
    <ul className="calendar__events">
      {props.events.map((event) => (
        <li key={`${event.agreement.id}${event.kind}`}>
          <time dateTime={event.day}>
            {props.format.format(new Date(`${event.day}T12:00:00Z`))}
          </time>
          <span>
            <Link to={agreementAddress(props.consortium, event.agreement.id)}>
              {event.agreement.reference}
            </Link>{' '}
            {eventWords(event, props.today)}
            <span className="table__note">{event.agreement.title}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
