import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** How long enquiries take from stage to stage, open cases included. */
export const FosteringClocksQuery = graphql(`
  query FosteringClocks($input: FosteringInput!) {
    fosteringClocks(input: $input) {
      months
      today
      stagesChanged
      whyNoTotal
      consortium {
        id
        members {
          id
          code
          name
        }
      }
      clocks {
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
        total {
          ...ClockMeasure
        }
        rows {
          group {
            ...ClockGroup
          }
          measure {
            ...ClockMeasure
          }
        }
      }
    }
  }
  fragment ClockGroup on FosteringGroup @_unmask {
    key
    title
    isSeen
    since
    why
  }
  fragment ClockMeasure on FosteringClockMeasure @_unmask {
    started
    finished
    open
    openLate
    left
    late
    onTime
    onTimeShare
    median
    percentile90
    curveMedian
    curvePercentile90
    followedTo
    held
    backLoaded
    outOfOrder
    synthetic
    curve {
      day
      atRisk
      reached
      censored
      waiting
      arrived
    }
  }
`);

export type FosteringClocks = ResultOf<typeof FosteringClocksQuery>['fosteringClocks'];
export type FosteringClock = FosteringClocks['clocks'][number];
export type ClockMeasure = NonNullable<FosteringClock['total']>;
