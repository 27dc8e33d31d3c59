import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** Held events that wait for an answer, the oldest first. */
export const EnquiryQueriesQuery = graphql(`
  query EnquiryQueries($consortium: String!, $first: Int!, $after: String) {
    enquiryQueries(consortium: $consortium, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          on
          sentence
          answer
          answeredAt
          explanation
          askedAt
          enquiry {
            id
            reference
            synthetic
            authority {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** How enquiries passed from authority to authority, the latest first. */
export const EnquiryTransfersQuery = graphql(`
  query EnquiryTransfers($consortium: String!, $first: Int!, $after: String) {
    enquiryTransfers(consortium: $consortium, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          on
          reasonInWords
          from {
            id
            name
          }
          to {
            id
            name
          }
          enquiry {
            id
            reference
            synthetic
          }
        }
      }
    }
  }
`);

export type EnquiryTransfer = ResultOf<
  typeof EnquiryTransfersQuery
>['enquiryTransfers']['edges'][number]['node'];
