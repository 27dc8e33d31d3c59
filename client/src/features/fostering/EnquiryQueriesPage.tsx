import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { EnquiryQueryForm } from './EnquiryQueryForm.tsx';
import { EnquiryQueriesQuery } from './enquiry-list-queries.ts';
import { enquiryAddress } from './enquiry-words.ts';
import { FosteringPages } from './FosteringPages.tsx';

const pageSize = 50;

/** Events that are held until somebody answers what is odd about them, the oldest first. */
export function EnquiryQueriesPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const mayWrite = permissions.includes('enquiry:write');
  const [address] = useSearchParams();
  const { place, say, sentence } = useSaid();
  const [result, ask] = useQuery({
    query: EnquiryQueriesQuery,
    variables: { consortium: code, first: pageSize, after: address.get('after') },
    requestPolicy: 'cache-and-network',
    pause: !mayWrite,
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page title="Queries to answer" context={name} subpages={<FosteringPages />}>
      {mayWrite ? (
        <QueryState result={result} title="queries" lines={10} retry={again}>
          {({ enquiryQueries: { totalCount, edges, pageInfo } }) => (
            <>
              <p className="page__lead">
                {totalCount === 0
                  ? 'No event waits for an answer.'
                  : `${totalCount === 1 ? '1 event waits' : `${totalCount} events wait`} for an answer: held, and counted nowhere until then. The oldest first.`}
              </p>
              <WhatWasSaid place={place} sentence={sentence} />
              <ul className="lines">
                {edges.map(({ node }) => (
                  <li key={node.id}>
                    {node.enquiry && (
                      <p>
                        <Link className="govuk-link" to={enquiryAddress(code, node.enquiry.id)}>
                          {node.enquiry.reference}
                        </Link>
                        , {node.enquiry.authority?.name ?? 'no authority yet'}{' '}
                        {node.enquiry.synthetic && <Tag tone="warn">synthetic</Tag>}
                      </p>
                    )}
                    <EnquiryQueryForm query={node} mayAnswer onStale={again} onDone={say} />
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
                <nav aria-label="Pages of the list">
                  <Link to={`?after=${encodeURIComponent(pageInfo.endCursor)}`} rel="next">
                    Further queries
                  </Link>
                </nav>
              )}
            </>
          )}
        </QueryState>
      ) : (
        <p className="page__lead">
          Queries are answered by who sends events: the hub, and the authorities that assess
          households.
        </p>
      )}
    </Page>
  );
}
