import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** A release as lists need it, and what every change to one answers. */
export const ReleaseSummaryFragment = graphql(`
  fragment ReleaseSummary on Release @_unmask {
    id
    key
    dataset
    period
    audience
    version
    status
    revision
    synthetic
    requestedAt
    publishedAt
    endedAt
    reason
    canPublish
    canWithdraw
    certificate {
      auditedAt
      cells
      published
      suppressed
      informationKept
    }
  }
`);

export type ReleaseSummary = ResultOf<typeof ReleaseSummaryFragment>;
export type ReleaseAudience = ReleaseSummary['audience'];
export type ReleaseStatus = ReleaseSummary['status'];

/** A page of a consortium’s releases that the viewer may know of, newest first. */
export const ReleasesQuery = graphql(
  `
    query Releases($filter: ReleaseFilter, $first: Int, $after: String) {
      releases(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...ReleaseSummary
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReleaseSummaryFragment],
);

/** A release with everything its page shows. */
export const ReleaseQuery = graphql(
  `
    query Release($key: String!) {
      release(key: $key) {
        ...ReleaseSummary
        consortium {
          id
          code
          name
        }
        minimumCount
        rounding
        requestedBy
        builtAt
        authorities {
          id
          code
          name
        }
        missing {
          reason
          authority {
            id
            code
            name
          }
        }
        certificate {
          narrowestInterval
          seconds
          method
          attackers {
            name
            knows
            cells
            narrowestInterval
          }
          earlierReleases {
            id
            key
            dataset
            period
            version
            audience
          }
        }
        progress {
          stage
          done
          total
        }
        tables {
          name
          title
          description
          unit
          columns
          rows {
            codes
            labels
            unit
            cells {
              subject
              code
              value
              symbol
              text
              why
            }
          }
        }
        versions {
          id
          key
          version
          status
          publishedAt
          endedAt
        }
      }
    }
  `,
  [ReleaseSummaryFragment],
);

export type Release = NonNullable<ResultOf<typeof ReleaseQuery>['release']>;
export type ReleaseTable = Release['tables'][number];
export type ReleaseRow = ReleaseTable['rows'][number];
export type ReleaseCell = ReleaseRow['cells'][number];
export type ReleaseCertificate = NonNullable<Release['certificate']>;

/** What every version of a release says, to set one figure beside itself. */
export const ReleaseHistoryQuery = graphql(`
  query ReleaseHistory($key: String!, $tables: [String!]) {
    release(key: $key) {
      id
      versions {
        id
        key
        version
        status
        publishedAt
        endedAt
        tables(names: $tables) {
          name
          rows {
            codes
            cells {
              subject
              code
              symbol
              text
            }
          }
        }
      }
    }
  }
`);

export type ReleaseVersion = NonNullable<
  ResultOf<typeof ReleaseHistoryQuery>['release']
>['versions'][number];
