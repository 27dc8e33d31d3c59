import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** A home as lists show it. */
export const HomeLineFragment = graphql(`
  fragment HomeLine on Home @_unmask {
    id
    urn
    name
    provisionType
    shortBreaks
    synthetic
    version
    stale
    reservationEnded
    reservationEndedOn
    confirmedAt
    confirmedBy
    viewerCanUpdate
    authority {
      id
      name
    }
    provider {
      id
      name
    }
    counts {
      registered
      operational
      usable
      occupied
      reserved
      accepting
      closed
    }
  }
`);

/** Homes that the viewer may see, the one confirmed longest ago first. */
export const HomesQuery = graphql(
  `
    query Homes(
      $consortium: String!
      $stale: Boolean
      $authorities: [GssCode!]
      $first: Int!
      $after: String
    ) {
      homes(
        consortium: $consortium
        stale: $stale
        authorities: $authorities
        order: STALEST
        first: $first
        after: $after
      ) {
        totalCount
        edges {
          node {
            ...HomeLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      stale: homes(consortium: $consortium, stale: true, authorities: $authorities, first: 1) {
        totalCount
      }
      consortium(code: $consortium) {
        id
        members {
          id
          code
          name
        }
      }
    }
  `,
  [HomeLineFragment],
);

/** How many of them are stale: read anew while the list of them stays as it stands. */
export const StaleHomesQuery = graphql(`
  query StaleHomes($consortium: String!, $authorities: [GssCode!]) {
    stale: homes(consortium: $consortium, stale: true, authorities: $authorities, first: 1) {
      totalCount
    }
  }
`);

/** What the places of homes come to: three occupancies, each with its name, and what is lost. */
export const PlaceFiguresFragment = graphql(`
  fragment PlaceFigures on PlaceCounts @_unmask {
    occupancies {
      base
      title
      explanation
      occupied
      places
      percent
    }
    lost {
      places
      percent
    }
  }
`);

/** A home with all that the viewer may know of it. */
export const HomeFragment = graphql(
  `
    fragment WholeHome on Home @_unmask {
      ...HomeLine
      ageFrom
      ageTo
      genders
      needs
      education
      siblings
      solo
      emergency
      noticeDays
      spot
      inHouse
      location {
        latitude
        longitude
      }
      opensOn
      closesOn
      why
      staleAt
      viewerCanDescribe
      counts {
        ...PlaceFigures
      }
      closedByReason {
        reason
        places
      }
      service {
        id
        judgement
      }
      places {
        number
        state
        reason
        reservedUntil
        blockAuthority {
          id
          code
          name
        }
      }
      blocks {
        authority {
          id
          name
        }
        places
        occupied
        accepting
      }
      events(first: 20) {
        edges {
          node {
            version
            at
            kind
            by
            counts {
              registered
              operational
              usable
              occupied
              reserved
              accepting
              closed
            }
          }
        }
      }
    }
  `,
  [HomeLineFragment, PlaceFiguresFragment],
);

/** One home. */
export const HomeQuery = graphql(
  `
    query Home($id: ID!) {
      home(id: $id) {
        ...WholeHome
      }
    }
  `,
  [HomeFragment],
);

/** Says how places of a home are. */
export const UpdateBedsMutation = graphql(
  `
    mutation UpdateBeds($input: UpdateBedsInput!) {
      updateBeds(input: $input) {
        ...WholeHome
      }
    }
  `,
  [HomeFragment],
);

/** Homes of a consortium as they change, as far as the viewer sees them at that moment. */
export const BedsChangedSubscription = graphql(
  `
    subscription BedsChanged($consortium: String!) {
      bedsChanged(consortium: $consortium) {
        at
        home {
          ...HomeLine
        }
      }
    }
  `,
  [HomeLineFragment],
);

/** Says that nothing changed in some homes. */
export const ConfirmBedsMutation = graphql(
  `
    mutation ConfirmBeds($input: ConfirmBedsInput!) {
      confirmBeds(input: $input) {
        ...HomeLine
      }
    }
  `,
  [HomeLineFragment],
);

export type HomeLine = ResultOf<typeof HomeLineFragment>;
export type Home = ResultOf<typeof HomeFragment>;
export type HomePlace = NonNullable<Home['places']>[number];
export type HomesPageData = ResultOf<typeof HomesQuery>;
