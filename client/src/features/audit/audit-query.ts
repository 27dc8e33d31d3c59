import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** A page of the log of the viewer’s organisation, latest first. */
export const AuditLogQuery = graphql(`
  query AuditLog(
    $type: String
    $organisation: String
    $from: LocalDate
    $to: LocalDate
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    auditEvents(
      type: $type
      organisation: $organisation
      from: $from
      to: $to
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      edges {
        cursor
        node {
          id
          type
          role
          organisation {
            id
            slug
            name
          }
          sentence
          agreement {
            id
            reference
            version
          }
          occurredAt
          sequence
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export type AuditEvents = ResultOf<typeof AuditLogQuery>['auditEvents'];
export type AuditEvent = AuditEvents['edges'][number]['node'];
