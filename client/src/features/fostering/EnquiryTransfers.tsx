import { writtenDay } from '../indicators/london-day.ts';
import type { Enquiry } from './enquiry-queries.ts';

/** How an enquiry passed from authority to authority. */
export function EnquiryTransfers({ enquiry: { transfers } }: { readonly enquiry: Enquiry }) {
  return (
    <section className="section" aria-labelledby="enquiry-transfers">
      <h2 id="enquiry-transfers">Transfers</h2>
      {transfers.length === 0 ? (
        <p>It has not passed from one authority to another.</p>
      ) : (
        <ul className="lines">
          {transfers.map(({ id, on, from, to, reasonInWords }) => (
            <li key={id}>
              {writtenDay(on)}: from {from?.name ?? 'no authority'} to {to?.name ?? 'no authority'}.{' '}
              {reasonInWords}.
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
