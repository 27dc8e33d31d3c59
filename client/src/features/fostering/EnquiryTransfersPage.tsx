import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { EnquiryTransfer } from './enquiry-list-queries.ts';
import { EnquiryTransfersQuery } from './enquiry-list-queries.ts';
import { enquiryAddress } from './enquiry-words.ts';
import { FosteringPages } from './FosteringPages.tsx';

const pageSize = 50;

/** How enquiries passed from authority to authority, the latest first; those that went away too. */
export function EnquiryTransfersPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const [result, ask] = useQuery({
    query: EnquiryTransfersQuery,
    variables: { consortium: code, first: pageSize, after: address.get('after') },
  });
  return (
    <Page title="Transfers" context={name} width="wide" subpages={<FosteringPages />}>
      <QueryState
        result={result}
        title="transfers"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ enquiryTransfers: { totalCount, edges, pageInfo } }) => (
          <>
            <p className="page__lead">
              {totalCount === 1 ? 'Once' : `${totalCount.toLocaleString('en-GB')} times`} an enquiry
              was attributed for the first time, or passed on: the latest first. The authority
              before reads that it went, and the enquiry no more.
            </p>
            {edges.length > 0 && <TransferTable transfers={edges.map(({ node }) => node)} />}
            {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
              <nav aria-label="Pages of the list">
                <Link to={`?after=${encodeURIComponent(pageInfo.endCursor)}`} rel="next">
                  Further transfers
                </Link>
              </nav>
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}

function TransferTable({ transfers }: { readonly transfers: readonly EnquiryTransfer[] }) {
  const { code } = useConsortium();
  return (
    <TableRegion label="Transfers">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Transfers, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Enquiry</th>
            <th scope="col">On</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {transfers.map(({ id, enquiry, on, from, to, reasonInWords }) => (
            <tr key={id}>
              <th scope="row">
                {enquiry ? (
                  <Link className="govuk-link" to={enquiryAddress(code, enquiry.id)}>
                    {enquiry.reference}
                  </Link>
                ) : (
                  'another authority’s by now'
                )}{' '}
                {enquiry?.synthetic && <Tag tone="warn">synthetic</Tag>}
              </th>
              <td data-label="On">{writtenDay(on)}</td>
              <td data-label="From">{from?.name ?? 'no authority'}</td>
              <td data-label="To">{to?.name ?? 'no authority'}</td>
              <td data-label="Why">{reasonInWords}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
