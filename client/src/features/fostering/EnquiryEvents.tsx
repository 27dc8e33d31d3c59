import { labelIn, withdrawnByCodes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { inOrder } from '@sufficiency/shared/fostering/events.ts';
import { withdrawalReasons } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Enquiry } from './enquiry-queries.ts';

/** All that was recorded of an enquiry, what was taken back too. */
export function EnquiryEvents({ enquiry }: { readonly enquiry: Enquiry }) {
  return (
    <section className="section" aria-labelledby="enquiry-events">
      <h2 id="enquiry-events">What was recorded</h2>
      <TableRegion label="Events as they happened">
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">
            Events in the order in which they happened; nothing is ever changed, what was wrong is
            taken back
          </caption>
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">On</th>
              <th scope="col">Details</th>
              <th scope="col">Recorded</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(enquiry.events).map((event) => (
              <tr key={event.id}>
                <th scope="row">
                  {event.title} {event.retractedAt !== null && <Tag tone="neutral">taken back</Tag>}
                </th>
                <td data-label="On">{writtenDay(event.on)}</td>
                <td data-label="Details">{detailsOf(event)}</td>
                <td data-label="Recorded">
                  {writtenDay(event.recordedAt)}
                  {event.retractedAt !== null && (
                    <span className="table__note">taken back {writtenDay(event.retractedAt)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function detailsOf({ reason, byWhom }: Enquiry['events'][number]): string {
  const parts = [
    byWhom && `by ${labelIn(withdrawnByCodes, byWhom).toLowerCase()}`,
    reason && `${reason}: ${labelIn(withdrawalReasons, reason)}`,
  ].filter(Boolean);
  return parts.length === 0 ? '–' : parts.join(', ');
}
