import { writtenDay } from '../indicators/london-day.ts';
import { FigureSection } from './FigureSection.tsx';
import type { FosteringTarget } from './target-queries.ts';

/** What is aimed at and what was counted, each with its own mark: a published target may stand beside invented households. */
export function TargetStanding({ target }: { readonly target: FosteringTarget }) {
  const { progress, year, enquiries, approvals, synthetic } = target;
  if (!progress) return null;
  const isMixed = progress.synthetic && !synthetic;
  return (
    <FigureSection
      title={`${year}: aimed at, and counted so far`}
      note={
        isMixed &&
        'The target was published; what was counted is made up for a demonstration. Neither says how the real hub fared.'
      }
      head="What"
      columns={['Enquiries', 'Households approved']}
      rows={[
        {
          ...{ id: 'aim', name: 'Aimed at in the year', synthetic },
          cells: [enquiries?.toLocaleString('en-GB') ?? 'not stated', approvals],
        },
        {
          ...{ id: 'counted', synthetic: progress.synthetic },
          name: `Counted up to ${writtenDay(progress.until)}`,
          cells: [progress.enquiries.toLocaleString('en-GB'), progress.approvals],
        },
      ]}
    />
  );
}
