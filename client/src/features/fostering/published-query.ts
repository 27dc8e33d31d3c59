import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** What Ofsted published of authorities in the last year of which it is public. */
export const ofstedYearFragment = graphql(`
  fragment OfstedYear on OfstedRecruitmentYear @_unmask {
    year
    why
    source
    attribution
    vintage
    rows {
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
  }
  fragment PublishedFigure on Figure @_unmask {
    value
    symbol
    text
    why
  }
`);

/** What is public of recruiting foster carers, beside a consortium’s own. */
export const PublishedRecruitmentQuery = graphql(
  `
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
      ofsted {
        ...OfstedYear
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
`,
  [ofstedYearFragment],
);

type Published = ResultOf<typeof PublishedRecruitmentQuery>['publishedRecruitment'];
export type PublishedSeries = Published['series'][number];
export type PublishedYear = PublishedSeries['years'][number];
export type OfstedYear = Published['ofsted'];
export type NationalFigure = Published['national'][number];
