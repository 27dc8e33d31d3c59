import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** One version of a return: where it stands, and what the viewer may do with it. */
export const ReturnFragment = graphql(`
  fragment Return on Return @_unmask {
    id
    authority {
      id
      code
      name
    }
    dataset
    period
    version
    kind
    status
    revision
    format
    source
    synthetic
    locked
    approvalBringsIntoUse
    dueOn
    onTime
    receivedAt
    receivedBy
    submittedBy
    approvedAt
    approvedBy
    attestation
    acceptedAt
    acceptedBy
    reopenedAt
    endedAt
    problemCounts {
      errors
      queries
      notes
      unexplained
    }
    viewerCanExplain
    viewerCanConfirm
    viewerCanApprove
    viewerCanAccept
    viewerCanSendBack
    viewerCanReopen
    viewerCanWithdraw
  }
`);

export type Return = ResultOf<typeof ReturnFragment>;

/** A version of a return with everything its page shows but problems and rows, which may be many. */
export const ReturnQuery = graphql(
  `
    query Return($id: ID!, $against: ID) {
      return(id: $id) {
        ...Return
        steps {
          action
          account
          organisation
          note
          at
        }
        versions {
          id
          version
          status
          kind
          receivedAt
          receivedBy
          problemCounts {
            errors
          }
        }
        files {
          nth
          name
          size
          contentHash
          keptUntil
          url
          markedUrl
        }
        tables {
          name
          title
          columns
          count
        }
        figures {
          indicator {
            id
            key
            title
            unit
          }
          now {
            symbol
            text
          }
          before {
            symbol
            text
          }
          change
          numerator
          denominator
          formula
          table
          rows
        }
        changes(against: $against) {
          indicator {
            id
            key
            title
            unit
          }
          now {
            symbol
            text
          }
          before {
            symbol
            text
          }
          change
        }
      }
    }
  `,
  [ReturnFragment],
);

export type WholeReturn = NonNullable<ResultOf<typeof ReturnQuery>['return']>;
export type ReturnTable = WholeReturn['tables'][number];

/** A page of what checking found. */
export const ReturnProblemsQuery = graphql(`
  query ReturnProblems($id: ID!, $after: String) {
    return(id: $id) {
      id
      problems(first: 200, after: $after) {
        totalCount
        edges {
          node {
            nth
            severity
            rule
            message
            mend
            sheet
            row
            column
            value
            explanation
            explainedBy
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type ReturnProblem = NonNullable<
  ResultOf<typeof ReturnProblemsQuery>['return']
>['problems']['edges'][number]['node'];

/** A page of a table’s rows. */
export const ReturnRowsQuery = graphql(`
  query ReturnRows(
    $id: ID!
    $table: String!
    $first: Int
    $last: Int
    $after: String
    $before: String
    $fromRow: Int
  ) {
    return(id: $id) {
      id
      rows(
        table: $table
        first: $first
        last: $last
        after: $after
        before: $before
        fromRow: $fromRow
      ) {
        edges {
          node {
            row
            cells
          }
        }
        pageInfo {
          hasPreviousPage
          startCursor
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type ReturnRow = NonNullable<
  ResultOf<typeof ReturnRowsQuery>['return']
>['rows']['edges'][number]['node'];

/** What columns and codes mean, to be read beside them. */
export const ReturnCodesQuery = graphql(`
  query ReturnCodes($dataset: String!) {
    returnFormats(dataset: $dataset) {
      name
      tables {
        name
        columns {
          name
          title
          codes {
            codes {
              code
              label
            }
          }
        }
      }
    }
  }
`);

export type ReturnCodes = ResultOf<typeof ReturnCodesQuery>['returnFormats'];

/** Who has sent what in a consortium, and who is late. */
export const ReturnCalendarQuery = graphql(`
  query ReturnCalendar($consortium: String!) {
    returnCalendar(consortium: $consortium) {
      periods
      authorities {
        authority {
          id
          code
          name
        }
        timeliness {
          due
          received
          inUse
          onTime
        }
        months {
          dataset
          period
          dueOn
          state
          receivedAt
          onTime
          return {
            id
            status
            locked
          }
          newer {
            id
            status
            version
          }
        }
      }
    }
  }
`);

export type ReturnCalendar = ResultOf<typeof ReturnCalendarQuery>['returnCalendar'];
export type AuthorityCollection = ReturnCalendar['authorities'][number];
export type CollectionMonth = AuthorityCollection['months'][number];

/** The latest version of one return, if there is one. */
export const LatestReturnQuery = graphql(
  `
    query LatestReturn($authority: GssCode!, $dataset: String!, $period: String!) {
      returns(filter: { authority: $authority, dataset: $dataset, period: $period }, first: 1) {
        edges {
          node {
            ...Return
          }
        }
      }
    }
  `,
  [ReturnFragment],
);

/** A table of a file: columns and codes. */
export const ReturnFormatTableFragment = graphql(`
  fragment ReturnFormatTable on ReturnFormatTable @_unmask {
    name
    title
    description
    basis
    key
    columns {
      name
      title
      description
      kind
      unit
      optional
      total
      example
      aliases
      codes {
        name
        title
        source
        codes {
          code
          label
        }
      }
    }
  }
`);

/** Everything that may be sent: datasets, tables, columns, codes. */
export const ReturnFormatsQuery = graphql(
  `
  query ReturnFormats {
    returnFormats {
      name
      dataset
      collectionYear
      title
      tables {
        ...ReturnFormatTable
      }
    }
  }
`,
  [ReturnFormatTableFragment],
);

export type ReturnFormat = ResultOf<typeof ReturnFormatsQuery>['returnFormats'][number];
export type ReturnFormatTable = ResultOf<typeof ReturnFormatTableFragment>;
export type ReturnFormatColumn = ReturnFormatTable['columns'][number];
