import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { AgreementStatusTag } from './AgreementStatusTag.tsx';
import { agreementAddress } from './agreement-address.ts';
import { unsignedSentence } from './agreement-sentence.ts';
import type { AgreementSummary } from './sharing-queries.ts';

/** What keeps it from giving sight to everybody; nothing for what is over or has not been proposed. */
function noteOf(agreement: AgreementSummary): string | null {
  if (isOver(agreement) || agreement.status === 'DRAFT') return null;
  const blocked = agreement.status === 'ACTIVE' ? agreement.notInForceBecause[0] : undefined;
  return blocked ?? unsignedSentence(agreement);
}

const isOver = ({ status }: AgreementSummary) => status === 'ENDED' || status === 'SUPERSEDED';

/** Agreements with status, end, review and missing signatures; those that are over come last. */
export function AgreementTable(props: {
  readonly consortium: string;
  readonly agreements: readonly AgreementSummary[];
  readonly today: string;
}) {
  const sorted = props.agreements.toSorted(
    (one, other) =>
      Number(isOver(one)) - Number(isOver(other)) ||
      one.reference.localeCompare(other.reference) ||
      other.version - one.version,
  );
  return (
    <TableRegion label="Agreements">
      <table className="table agreements">
        <caption className="govuk-visually-hidden">Agreements</caption>
        <thead>
          <tr>
            <th scope="col">Agreement</th>
            <th scope="col">Status</th>
            <th scope="col">Ends</th>
            <th scope="col">Review due</th>
            <th scope="col">Access review due</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((agreement) => (
            <AgreementRow
              key={agreement.id}
              consortium={props.consortium}
              agreement={agreement}
              today={props.today}
            />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function AgreementRow(props: {
  readonly consortium: string;
  readonly agreement: AgreementSummary;
  readonly today: string;
}) {
  const { consortium, agreement, today } = props;
  const over = isOver(agreement);
  const note = noteOf(agreement);
  return (
    <tr>
      <th scope="row">
        <Link to={agreementAddress(consortium, agreement.id)}>{agreement.title}</Link>
        <span className="table__note">
          {agreement.reference}, version {agreement.version}{' '}
          {agreement.synthetic && <Tag tone="warn">synthetic</Tag>}
        </span>
      </th>
      <td>
        <AgreementStatusTag agreement={agreement} />
        {note !== null && <span className="table__note agreements__note">{note}</span>}
      </td>
      <td className="agreements__day">
        {agreement.status === 'ENDED' && agreement.endsOn >= today && 'was to be '}
        {writtenDay(agreement.endsOn)}
      </td>
      <Due day={over ? null : agreement.reviewDueOn} today={today} />
      <Due day={over ? null : agreement.accessReviewDueOn} today={today} />
    </tr>
  );
}

/** The day by which something is to be done; null where nothing is to be done any more. */
function Due({ day, today }: { readonly day: string | null; readonly today: string }) {
  if (day === null) return <td>–</td>;
  return (
    <td className="agreements__day">
      {writtenDay(day)}
      {day < today && (
        <span className="table__note">
          <Tag tone="bad">overdue</Tag>
        </span>
      )}
    </td>
  );
}
