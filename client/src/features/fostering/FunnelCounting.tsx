import { Fact } from '../../components/Fact.tsx';
import type { FosteringFunnel } from './funnel-query.ts';
import { countText } from './funnel-words.ts';

/** How enquiries were counted: what is linked, kept out of clocks, or waits for an answer. */
export function FunnelCounting({ counting }: { readonly counting: FosteringFunnel['counting'] }) {
  if (!counting) return null;
  const { enquiries, duplicates, reapplications, backLoaded, onHold, queries } = counting;
  return (
    <section className="section" aria-labelledby="funnel-counting">
      <h2 id="funnel-counting">How enquiries of these months were counted</h2>
      <dl className="facts">
        <Fact name="Counted">{countText(enquiries)}</Fact>
        <Fact name="Repeats of one that is counted">{duplicates}, not counted</Fact>
        <Fact name="Of households that had enquired before">
          {reapplications}, linked to their first and counted as one household
        </Fact>
        <Fact name="Entered long after they came">
          {backLoaded}, counted here and kept out of clocks
        </Fact>
        <Fact name="On hold today">{onHold}</Fact>
        <Fact name="Events that wait for an answer">
          {queries}
          {queries > 0 &&
            `, of ${counting.enquiriesWithQueries} enquiries: not counted until whoever sent them answers`}
        </Fact>
      </dl>
    </section>
  );
}
