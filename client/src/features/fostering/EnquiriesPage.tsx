import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { EnquiryFilters } from './EnquiryFilters.tsx';
import { EnquiryTable } from './EnquiryTable.tsx';
import { enquiryFilter, enquiryFilterInput, enquirySearch } from './enquiry-filter.ts';
import { EnquiriesQuery } from './enquiry-queries.ts';
import { enquiriesAddress, enquiriesSentence } from './enquiry-words.ts';
import { FosteringPages } from './FosteringPages.tsx';

const pageSize = 50;

/** Enquiries that the viewer may see, one by one, as the address narrows them. */
export function EnquiriesPage() {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const [address] = useSearchParams();
  const filter = enquiryFilter(address);
  const after = address.get('after');
  const [result, ask] = useQuery({
    query: EnquiriesQuery,
    variables: {
      consortium: code,
      filter: enquiryFilterInput(filter, code),
      first: pageSize,
      after,
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page
      title="Enquiries"
      context={name}
      width="wide"
      subpages={<FosteringPages />}
      actions={permissions.includes('enquiry:write') && <EnquiryActions />}
    >
      <QueryState
        result={result}
        title="enquiries"
        lines={14}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ enquiries, consortium, fosteringStages }) => (
          <>
            <p className="page__lead">{enquiriesSentence(enquiries.totalCount, filter)}</p>
            <EnquiryFilters filter={filter} members={consortium?.members ?? []} />
            {enquiries.edges.length === 0 ? (
              <p className="empty">
                None is like this. Your own are here, those your hub holds for your authority, and
                others’ where an agreement shows you the records of fostering.
              </p>
            ) : (
              <EnquiryTable
                enquiries={enquiries.edges.map(({ node }) => node)}
                stages={fosteringStages.current.stages}
              />
            )}
            <p>
              <Link className="govuk-link" to={`${enquiriesAddress(code)}/transfers`}>
                How enquiries passed from authority to authority
              </Link>
            </p>
            <nav aria-label="Pages of the list" className="actions">
              {after !== null && <Link to={enquirySearch(filter)}>From the beginning</Link>}
              {enquiries.pageInfo.hasNextPage && (
                <Link to={enquirySearch(filter, enquiries.pageInfo.endCursor)} rel="next">
                  Further enquiries
                </Link>
              )}
            </nav>
          </>
        )}
      </QueryState>
    </Page>
  );
}

function EnquiryActions() {
  const { code } = useConsortium();
  const list = enquiriesAddress(code);
  return (
    <>
      <Link className="govuk-button" to={`${list}/new`}>
        Record an enquiry
      </Link>
      <Link className="govuk-button govuk-button--secondary" to={`${list}/import`}>
        Import
      </Link>
      <Link className="govuk-button govuk-button--secondary" to={`${list}/queries`}>
        Queries to answer
      </Link>
    </>
  );
}
