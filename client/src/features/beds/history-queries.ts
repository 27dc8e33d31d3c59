import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** How full homes were and what was free, step by step. */
export const BedsTrendQuery = graphql(`
  query BedsTrend($input: BedsTrendInput!, $consortium: String!) {
    bedsTrend(input: $input) {
      from
      to
      step
      sentence
      synthetic
      starts
      series {
        key
        title
        homes
        registered
        ofRegistered
        ofOperational
        ofUsable
        accepting
        closedLost
        fresh
      }
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
`);

/** A consortium’s homes as they were when a day ended. */
export const BedsDayQuery = graphql(`
  query BedsDay($consortium: String!, $day: LocalDate!, $after: String) {
    bedsDay(consortium: $consortium, day: $day) {
      day
      sentence
      synthetic
      total {
        ...CountsThen
      }
      areas {
        authority {
          id
          code
          name
        }
        homes
        fresh
        counts {
          ...CountsThen
        }
      }
      homes(first: 50, after: $after) {
        totalCount
        edges {
          node {
            confirmedOn
            fresh
            shortBreaks
            night {
              capacity
              used
            }
            authority {
              id
              name
            }
            provider {
              id
              name
            }
            home {
              id
              name
              urn
            }
            counts {
              ...CountsThen
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  fragment CountsThen on PlaceCounts @_unmask {
    registered
    operational
    usable
    occupied
    reserved
    accepting
    closed
    occupancies {
      base
      title
      percent
    }
  }
`);

/** Beds of the viewer’s own block contracts that were paid for and empty. */
export const BlockVoidsQuery = graphql(`
  query BlockVoids($input: BlockVoidsInput!) {
    blockVoids(input: $input) {
      from
      to
      synthetic
      total {
        ...Voids
      }
      contracts {
        why
        contract {
          id
          reference
          provider {
            id
            name
          }
        }
        total {
          ...Voids
        }
        months {
          month
          days
          bedDays
          voidDays
          acceptingDays
          cost
        }
      }
    }
  }
  fragment Voids on BlockVoidDays @_unmask {
    days
    bedDays
    voidDays
    acceptingDays
    cost
  }
`);

export type Trend = ResultOf<typeof BedsTrendQuery>['bedsTrend'];
export type TrendSeries = Trend['series'][number];
export type DayThen = ResultOf<typeof BedsDayQuery>['bedsDay'];
export type Voids = ResultOf<typeof BlockVoidsQuery>['blockVoids'];
export type ContractVoids = Voids['contracts'][number];
