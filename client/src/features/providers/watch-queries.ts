import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

const NoticeFragment = graphql(`
  fragment Notice on Notification @_unmask {
    id
    kind
    title
    sentence
    urn
    placements
    createdAt
    readAt
    synthetic
    service {
      id
      name
      judgement
      areaText
      provider {
        id
        name
      }
    }
    framework {
      id
      reference
      title
      conditionJudgement
    }
  }
`);

/** What the product tells the viewer’s organisation, the newest first. */
export const NoticesQuery = graphql(
  `
    query Notices($first: Int!) {
      notifications(first: $first) {
        totalCount
        unreadCount
        edges {
          node {
            ...Notice
          }
        }
      }
    }
  `,
  [NoticeFragment],
);

export type Notice = ResultOf<typeof NoticesQuery>['notifications']['edges'][number]['node'];

export const MarkReadMutation = graphql(`
  mutation MarkRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      id
      readAt
    }
  }
`);
