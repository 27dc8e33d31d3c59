import { enquiryHouseholdTypes, labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { EnquirySummary, NamedStage } from './enquiry-queries.ts';
import { enquiryAddress, stageTitle, statusTone, statusWord } from './enquiry-words.ts';

/** Enquiries, one a row. */
export function EnquiryTable(props: {
  readonly enquiries: readonly EnquirySummary[];
  readonly stages: readonly NamedStage[];
}) {
  return (
    <TableRegion label="Enquiries">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Enquiries</caption>
        <thead>
          <tr>
            <th scope="col">Enquiry</th>
            <th scope="col">Received</th>
            <th scope="col">Authority</th>
            <th scope="col">Household</th>
            <th scope="col">From</th>
            <th scope="col">Status</th>
            <th scope="col">Reached last</th>
          </tr>
        </thead>
        <tbody>
          {props.enquiries.map((enquiry) => (
            <EnquiryLine key={enquiry.id} enquiry={enquiry} stages={props.stages} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function EnquiryLine(props: {
  readonly enquiry: EnquirySummary;
  readonly stages: readonly NamedStage[];
}) {
  const { enquiry, stages } = props;
  const { code } = useConsortium();
  const { id, reference, status, closedOn } = enquiry;
  const last = enquiry.reached.at(-1);
  return (
    <tr>
      <th scope="row">
        <Link className="govuk-link" to={enquiryAddress(code, id)}>
          {reference}
        </Link>{' '}
        {enquiry.synthetic && <Tag tone="warn">synthetic</Tag>}
        {enquiry.isDuplicate && <span className="table__note">duplicate: not counted</span>}
        {enquiry.backLoaded && <span className="table__note">entered later: no clocks</span>}
      </th>
      <td data-label="Received">{writtenDay(enquiry.receivedOn)}</td>
      <td data-label="Authority">{enquiry.authority?.name ?? 'none yet'}</td>
      <td data-label="Household">{labelIn(enquiryHouseholdTypes, enquiry.householdType)}</td>
      <td data-label="From">{labelIn(enquirySources, enquiry.source)}</td>
      <td data-label="Status">
        <Tag tone={statusTone[status]}>{statusWord[status]}</Tag>
        {closedOn !== null && <span className="table__note">{writtenDay(closedOn)}</span>}
      </td>
      <td data-label="Reached last">
        {last ? stageTitle(last.stage, stages) : 'nothing yet'}
        {last && <span className="table__note">{writtenDay(last.on)}</span>}
      </td>
    </tr>
  );
}
