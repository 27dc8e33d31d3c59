import type { ComparedView } from './comparison-model.ts';
import { todayInLondon, writtenDay } from './london-day.ts';

/** On paper, where no figure can be opened: sources, the address of the page, and the day. */
export function ComparePrintNote({ view }: { readonly view: ComparedView }) {
  const sources = new Set(view.rows.map(({ indicator }) => indicator.source));
  return (
    <section className="compare-print" aria-label="About this print">
      <p>Sources: {[...sources].join('; ')}.</p>
      <p>
        Printed on {writtenDay(todayInLondon())} from {location.href}
      </p>
    </section>
  );
}
