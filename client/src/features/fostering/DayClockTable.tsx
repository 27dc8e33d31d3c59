import { enquiryHouseholdTypes, labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { useId } from 'react';
import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { timeText } from './clock-words.ts';
import type { DayClock } from './day-query.ts';

/** Enquiries on one clock: all that wait, or only those that are late. */
export function DayClockTable(props: {
  readonly title: string;
  readonly clock: DayClock;
  readonly only?: 'late';
}) {
  const { title, clock } = props;
  const { code } = useConsortium();
  const id = useId();
  const { enquiries } = clock;
  const all = props.only === 'late' ? clock.late : clock.running;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {enquiries.length === 0 ? (
        <p>Nobody.</p>
      ) : (
        <TableRegion label={`Enquiries: ${title}`}>
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">Enquiry</th>
                <th scope="col">Authority</th>
                <th scope="col">Household</th>
                <th scope="col">From</th>
                <th scope="col">Since</th>
                <th scope="col" className="table__number">
                  Has run
                </th>
              </tr>
            </thead>
            <tbody>
              {enquiries.map(({ enquiry, started, waited, isLate }) => (
                <tr key={enquiry.id}>
                  <th scope="row">
                    <Link
                      className="govuk-link"
                      to={`/${code}/fostering/enquiries/${encodeURIComponent(enquiry.id)}`}
                    >
                      {enquiry.reference}
                    </Link>{' '}
                    {enquiry.synthetic && <Tag tone="warn">synthetic</Tag>}
                  </th>
                  <td data-label="Authority">{enquiry.authority?.name ?? 'none yet'}</td>
                  <td data-label="Household">
                    {labelIn(enquiryHouseholdTypes, enquiry.householdType)}
                  </td>
                  <td data-label="From">{labelIn(enquirySources, enquiry.source)}</td>
                  <td data-label="Since">{writtenDay(started)}</td>
                  <td data-label="Has run" className="table__number">
                    {timeText(waited, clock)} {isLate && <Tag tone="bad">late</Tag>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {all > enquiries.length && enquiries.length > 0 && (
        <p className="section__note">
          Shown are {enquiries.length} of {all}
          {props.only === 'late' && ', those that have come furthest first'}.
        </p>
      )}
    </section>
  );
}
