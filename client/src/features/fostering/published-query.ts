import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** What is public of recruiting foster carers, beside a consortium’s own. */
export const PublishedRecruitmentQuery = graphql(`
  query PublishedRecruitment($consortium: String!) {
    publishedRecruitment(consortium: $consortium) {
      series {
        title
        publisher
        licence
        attribution
        authority {
          id
          name
        }
        years {
          year
          stopsAfter
          months {
            month
            enquiries
            starters
            symbol
          }
          enquiries {
            ...PublishedTotal
          }
          starters {
            ...PublishedTotal
          }
        }
      }
      ofstedYear
      ofsted {
        authority {
          id
          name
        }
        enquiries {
          ...PublishedFigure
        }
        applications {
          ...PublishedFigure
        }
        approvals {
          ...PublishedFigure
        }
        deregistrations {
          ...PublishedFigure
        }
      }
      national {
        key
        title
        value
        unit
        period
        note
        source
      }
    }
  }
  fragment PublishedTotal on PublishedRecruitmentTotal @_unmask {
    printed
    recomputed
    agrees
    likeForLike {
      months
      value
      before
      wholeYearBefore
    }
  }
  fragment PublishedFigure on Figure @_unmask {
    value
    symbol
    text
    why
  }
`);

type Published = ResultOf<typeof PublishedRecruitmentQuery>['publishedRecruitment'];
export type PublishedSeries = Published['series'][number];
export type PublishedYear = PublishedSeries['years'][number];
export type OfstedRow = Published['ofsted'][number];
export type NationalFigure = Published['national'][number];
