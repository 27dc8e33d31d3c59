import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

const PriceBandFragment = graphql(`
  fragment PriceBand on PriceRange @_unmask {
    count
    lowest
    median
    mean
    highest
  }
`);

/** Own prices by lot and need, what members pay together, and published unit costs. */
export const FeesQuery = graphql(
  `
    query Fees($consortium: String!) {
      fees(consortium: $consortium) {
        bands {
          need
          synthetic
          framework {
            id
            reference
            title
          }
          lot {
            id
            number
            title
            maximumWeeklyPrice
          }
          tendered {
            ...PriceBand
          }
          paid {
            ...PriceBand
          }
          members {
            text
            symbol
            status
            synthetic
            why
          }
        }
        members {
          period
          indicator {
            id
            title
          }
          figure {
            text
            symbol
            status
            synthetic
            why
          }
        }
        published {
          rows {
            indicator {
              id
              title
              source
              cautions
            }
            cells {
              subject
              code
              period
              figure {
                value
                text
                symbol
                status
                synthetic
              }
            }
          }
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
  `,
  [PriceBandFragment],
);

export type FeesAnswer = ResultOf<typeof FeesQuery>;
export type Fees = FeesAnswer['fees'];
export type FeeBand = Fees['bands'][number];
export type PriceBand = NonNullable<FeeBand['paid']>;
export type PublishedCost = Fees['published']['rows'][number];

/** Requests for higher prices on frameworks that the viewer holds, buys by, or is on. */
export const FeeUpliftsQuery = graphql(`
  query FeeUplifts {
    uplifts(first: 100) {
      totalCount
      edges {
        node {
          id
          status
          percent
          grantedPercent
          askedOn
          decidedOn
          reason
          synthetic
          viewerCanHandle
          framework {
            id
            reference
            title
          }
          link {
            id
            name
          }
          provider {
            id
            name
            group {
              id
              key
            }
          }
          answers {
            grantedPercent
            fromOn
            authority {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export type FeeUplift = ResultOf<typeof FeeUpliftsQuery>['uplifts']['edges'][number]['node'];
