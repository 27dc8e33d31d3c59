import type { DropOut, FosteringDropOut } from './drop-out-query.ts';
import { daysText } from './drop-out-words.ts';
import { FigureSection } from './FigureSection.tsx';
import { countText, groupNote, shareText } from './funnel-words.ts';

/** Drop-out of every authority, source, campaign or type, as far as it is seen. */
export function DropOutTable({ answer }: { readonly answer: FosteringDropOut }) {
  const { rows, total, whyNoTotal } = answer;
  return (
    <FigureSection
      title="Who was lost, side by side"
      note={whyNoTotal !== null && `No total: ${whyNoTotal}.`}
      head="Of"
      columns={['Enquiries', 'Withdrawn', 'Not approved', 'Half lost within']}
      rows={rows.map(({ group, lost }) => ({
        id: group.key ?? 'none',
        name: group.title,
        note: groupNote(group),
        synthetic: lost?.synthetic,
        cells: lost && cellsOf(lost),
      }))}
      total={total && { id: 'all', name: 'All together', cells: cellsOf(total) }}
    />
  );
}

const cellsOf = ({ enquiries, withdrawn, notApproved, medianDays }: DropOut) => [
  countText(enquiries),
  <>
    {countText(withdrawn)}{' '}
    {enquiries > 0 && (
      <span className="table__note">{shareText((withdrawn / enquiries) * 100)}</span>
    )}
  </>,
  countText(notApproved),
  daysText(medianDays),
];
