import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** What there is to do today in recruiting foster carers. */
export const FosteringDayQuery = graphql(`
  query FosteringDay($consortium: String!) {
    fosteringDay(consortium: $consortium) {
      today
      open
      onHold
      unattributed
      queries
      awaiting {
        ...DayClock
      }
      pastLimit {
        ...DayClock
      }
    }
  }
  fragment DayClock on RunningClock @_unmask {
    running
    late
    limit
    unit
    from {
      code
      title
    }
    to {
      code
      title
    }
    enquiries {
      started
      waited
      isLate
      enquiry {
        id
        reference
        householdType
        source
        synthetic
        heldBy
        authority {
          id
          name
        }
      }
    }
  }
`);

export type FosteringDay = ResultOf<typeof FosteringDayQuery>['fosteringDay'];
export type DayClock = FosteringDay['pastLimit'][number];
