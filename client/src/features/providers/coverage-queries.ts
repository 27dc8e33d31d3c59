import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** How the members of a consortium buy, on framework and off, month by month. */
export const CoverageQuery = graphql(`
  query Coverage($consortium: String!, $period: String, $periods: Int!) {
    coverage(consortium: $consortium, period: $period, periods: $periods) {
      period
      periods
      rows {
        service
        title
        authority {
          id
          code
          name
        }
        figures {
          period
          direction
          share {
            value
            symbol
            text
            numerator
            denominator
            status
            synthetic
            why
          }
          spot {
            value
            symbol
            text
            status
            synthetic
            why
          }
        }
      }
      spotReasons {
        reason
        title
        authority {
          id
          code
          name
        }
        figures {
          period
          figure {
            value
            symbol
            text
            status
            synthetic
            why
          }
        }
      }
      leftForSpot {
        lastOn
        spotPlacements
        synthetic
        why
        authority {
          id
          code
          name
        }
        provider {
          id
          key
          name
          group {
            id
            key
          }
        }
        framework {
          id
          reference
          title
        }
      }
    }
  }
`);

export type Coverage = ResultOf<typeof CoverageQuery>['coverage'];
export type CoverageRow = Coverage['rows'][number];
export type CoverageMonth = CoverageRow['figures'][number];
export type SpotReasonRow = Coverage['spotReasons'][number];
export type SpotFigure = SpotReasonRow['figures'][number]['figure'];
export type LeftForSpot = Coverage['leftForSpot'][number];
