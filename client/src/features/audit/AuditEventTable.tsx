import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { roleTitle } from '../access/role-title.ts';
import { agreementAddress } from '../sharing/agreement-address.ts';
import type { AuditFilter } from './audit-address.ts';
import { auditSearch } from './audit-address.ts';
import type { AuditEvent, AuditEvents } from './audit-query.ts';

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/London',
});

/** A page of the log: when, who, what, by which agreement, taken away or not, and where in the chain. */
export function AuditEventTable(props: {
  readonly consortium: string;
  readonly events: AuditEvents;
  readonly filter: AuditFilter;
}) {
  return (
    <>
      <TableRegion label="Events of the log">
        <table className="table audit">
          <caption className="govuk-visually-hidden">Events of the log, latest first</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">Agreement</th>
              <th scope="col" className="table__number">
                No.
              </th>
            </tr>
          </thead>
          <tbody>
            {props.events.edges.map(({ node }) => (
              <EventRow key={node.id} consortium={props.consortium} event={node} />
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="section__note audit__note">
        Nothing in the log can be changed or removed: each event is sealed with the one before it,
        and its number is its place in that chain. An event without a number is about to be sealed.
      </p>
      <Paging pageInfo={props.events.pageInfo} filter={props.filter} />
    </>
  );
}

function EventRow(props: { readonly consortium: string; readonly event: AuditEvent }) {
  const { consortium, event } = props;
  const { agreement } = event;
  return (
    <tr>
      <th scope="row" className="audit__when">
        <time dateTime={event.occurredAt}>{moment.format(new Date(event.occurredAt))}</time>
      </th>
      <td className="audit__what">
        {event.sentence} {isExport(event) && <Tag tone="accent">exported</Tag>}
      </td>
      <td>
        {event.organisation.name}
        <span className="table__note">{roleTitle(event.role)}</span>
      </td>
      <td>
        {agreement ? (
          <Link to={agreementAddress(consortium, agreement.id)}>
            {agreement.reference} version {agreement.version}
          </Link>
        ) : (
          '–'
        )}
      </td>
      <td className="table__number">{event.sequence ?? '…'}</td>
    </tr>
  );
}

const isExport = ({ type }: AuditEvent) => type.endsWith('.exported');

function Paging(props: {
  readonly pageInfo: AuditEvents['pageInfo'];
  readonly filter: AuditFilter;
}) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = props.pageInfo;
  const to = (name: 'after' | 'before', cursor: string) => {
    const search = auditSearch(props.filter);
    search.set(name, cursor);
    return `?${search}`;
  };
  if (!(hasNextPage || hasPreviousPage)) return null;
  return (
    <nav className="audit-paging" aria-label="Pages of the log">
      {hasPreviousPage && startCursor !== null && (
        <Link to={to('before', startCursor)} rel="prev">
          Later
        </Link>
      )}
      {hasNextPage && endCursor !== null && (
        <Link to={to('after', endCursor)} rel="next">
          Earlier
        </Link>
      )}
    </nav>
  );
}
