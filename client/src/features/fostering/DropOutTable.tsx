import { TableRegion } from '../../components/TableRegion.tsx';
import type { DropOut, FosteringDropOut } from './drop-out-query.ts';
import { countText, groupNote, shareText } from './funnel-words.ts';

const label = 'Who was lost, side by side';

/** Drop-out of every authority, source, campaign or type, as far as it is seen. */
export function DropOutTable({ answer }: { readonly answer: FosteringDropOut }) {
  return (
    <section className="section" aria-labelledby="drop-out-table">
      <h2 id="drop-out-table">{label}</h2>
      {answer.whyNoTotal !== null && (
        <p className="section__note">No total: {answer.whyNoTotal}.</p>
      )}
      <TableRegion label={`Table: ${label}`}>
        <table className="table">
          <caption className="govuk-visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Of</th>
              <th scope="col" className="table__number">
                Enquiries
              </th>
              <th scope="col" className="table__number">
                Withdrawn
              </th>
              <th scope="col" className="table__number">
                Not approved
              </th>
              <th scope="col" className="table__number">
                Half lost within
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.rows.map(({ group, lost }) => (
              <tr key={group.key ?? 'none'}>
                <th scope="row">
                  {group.title}
                  {groupNote(group) !== null && (
                    <span className="table__note">{groupNote(group)}</span>
                  )}
                </th>
                <LostCells lost={lost} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function LostCells({ lost }: { readonly lost: DropOut | null }) {
  if (!lost) {
    return (
      <td className="table__number" colSpan={4}>
        x
      </td>
    );
  }
  const { enquiries, withdrawn, notApproved, medianDays } = lost;
  return (
    <>
      <td className="table__number">{countText(enquiries)}</td>
      <td className="table__number">
        {withdrawn}
        {enquiries > 0 && (
          <span className="table__note">{shareText((withdrawn / enquiries) * 100)}</span>
        )}
      </td>
      <td className="table__number">{notApproved}</td>
      <td className="table__number">
        {medianDays === null ? '–' : `${Math.round(medianDays)} days`}
      </td>
    </>
  );
}
