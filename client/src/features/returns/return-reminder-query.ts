import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** Where one’s own returns stand; those of others are not asked for. */
export const ReturnReminderQuery = graphql(`
  query ReturnReminder($consortium: String!) {
    returnCalendar(consortium: $consortium, onlyOwn: true) {
      authorities {
        authority {
          id
          code
          name
        }
        months {
          dataset
          period
          dueOn
          state
          return {
            id
            status
          }
          newer {
            id
            status
          }
        }
      }
    }
  }
`);

export type RemindedCollection = ResultOf<
  typeof ReturnReminderQuery
>['returnCalendar']['authorities'][number];
