import { FeeTable } from './FeeTable.tsx';
import type { FeeLine } from './fee-ranges.ts';
import { membersFees } from './fee-ranges.ts';
import type { FeeBand } from './fees-queries.ts';
import { MembersFees } from './MembersFees.tsx';
import { counted } from './market-words.ts';

/** Every band of own prices as figures, and what members pay together where a release tells it. */
export function FeeBands(props: {
  readonly bands: readonly FeeBand[];
  readonly lines: readonly FeeLine[];
}) {
  const { bands, lines } = props;
  const without = bands.filter(({ tendered, paid }) => tendered === null && paid === null).length;
  const reasons = new Set(
    bands.flatMap(({ members }) => (members.symbol === null ? [] : [members.why])),
  );
  const released = membersFees(bands);
  if (bands.length === 0) return null;
  return (
    <section className="section" aria-labelledby="fee-bands">
      <h2 id="fee-bands">By lot and need</h2>
      {lines.length > 0 && (
        <>
          <p className="section__note">
            What providers tendered to your organisation, each price once; and what it pays, each
            placement once. Pounds a week and placement.
          </p>
          <FeeTable title="Your fees by lot and need" lines={lines} ofMany />
        </>
      )}
      {without > 0 && (
        <p className="section__note">
          Of {counted(without, 'more lot')} your organisation knows no price.
        </p>
      )}
      {released.length > 0 && <MembersFees bands={released} />}
      {[...reasons].map((why) => (
        <p key={why} className="section__note">
          Mean of all members {released.length > 0 ? 'elsewhere' : 'in every lot'}: x, {why}.
        </p>
      ))}
    </section>
  );
}
