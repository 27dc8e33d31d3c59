import { FigureSection } from './FigureSection.tsx';
import type { FosteringFunnel } from './funnel-query.ts';
import { countText } from './funnel-words.ts';

/** To whom enquiries were attributed, and between whom they passed, so that no authority is flattered or blamed unseen. */
export function FunnelTransfers(props: { readonly transfers: FosteringFunnel['transfers'] }) {
  const { transfers } = props;
  if (transfers.length === 0) return null;
  return (
    <FigureSection
      title="Enquiries that passed from one authority to another"
      note="An enquiry counts with the authority it is attributed to now, whole way and all."
      head="From and to"
      columns={['Enquiries']}
      rows={transfers.map(({ from, to, enquiries }) => ({
        id: `${from?.id} ${to?.id}`,
        name: `${from?.name ?? 'None yet'} to ${to?.name ?? 'none any more'}`,
        cells: [countText(enquiries)],
      }))}
    />
  );
}
