import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { HomeLineFragment, PlaceFiguresFragment } from './homes-queries.ts';

/** What is free today in a consortium, by area and kind, and who has not confirmed. */
export const BedsRegionQuery = graphql(
  `
    query BedsRegion($consortium: String!, $wall: Boolean!) {
      bedsRegion(consortium: $consortium, wallScreen: $wall) {
        total {
          ...Standing
        }
        parts {
          authority {
            id
            code
            name
          }
          provisionType
          standing {
            ...Standing
          }
        }
        notShown {
          id
          name
        }
        leftOut
        synthetic
        stale {
          ...HomeLine
        }
        unconfirmed {
          provider {
            id
            name
          }
          homes
          stale
          oldest
        }
      }
    }
    fragment Standing on BedsStanding @_unmask {
      homes
      free
      freeToday
      freeUnsure
      stale
      counts {
        registered
        operational
        usable
        occupied
        reserved
        accepting
        closed
        ...PlaceFigures
      }
    }
  `,
  [HomeLineFragment, PlaceFiguresFragment],
);

/** Providers by how well they confirm. */
export const BedConfirmationsQuery = graphql(`
  query BedConfirmations($consortium: String!) {
    bedConfirmations(consortium: $consortium) {
      from
      providers {
        rank
        provider {
          id
          name
          synthetic
        }
        homes
        fresh
        never
        byProvider
        days
        daysInTime
        percentInTime
      }
    }
  }
`);

export type Region = ResultOf<typeof BedsRegionQuery>['bedsRegion'];
export type Standing = Region['total'];
export type Confirmations = ResultOf<typeof BedConfirmationsQuery>['bedConfirmations'];
