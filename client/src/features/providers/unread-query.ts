import { graphql } from '../../graphql/graphql.ts';

/** How many fallen judgements the viewer has not read of. */
export const UnreadQuery = graphql(`
  query Unread {
    notifications(unread: true, first: 1) {
      unreadCount
    }
  }
`);
