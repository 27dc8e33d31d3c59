import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

const SeenFigureFragment = graphql(`
  fragment SeenFigure on Figure @_unmask {
    value
    text
    symbol
    status
    synthetic
    why
  }
`);

/** A figure with why it may be seen, or why there is none. */
export type SeenFigure = ResultOf<typeof SeenFigureFragment>;

const GroupLineFragment = graphql(
  `
    fragment GroupLine on GroupExposure @_unmask {
      key
      name
      synthetic
      services
      places
      placesUnknown
      placementsAtLeast
      judgements {
        judgement
        services
      }
      placements {
        ...SeenFigure
      }
      spend {
        ...SeenFigure
      }
    }
  `,
  [SeenFigureFragment],
);

/** Owners rolled up, with what members have of them, and how much is in few hands. */
export const ExposureQuery = graphql(
  `
    query Exposure($consortium: String!) {
      exposure(consortium: $consortium) {
        measures {
          of
          by
          owners
          total
          unknown
          authorities {
            id
            name
          }
          index {
            ...SeenFigure
            provenance {
              source
              vintage
            }
          }
          topFiveShare {
            ...SeenFigure
          }
        }
        groups {
          ...GroupLine
        }
      }
    }
  `,
  [SeenFigureFragment, GroupLineFragment],
);

export type Exposure = ResultOf<typeof ExposureQuery>['exposure'];
export type GroupLine = Exposure['groups'][number];
export type ConcentrationMeasure = Exposure['measures'][number];

/** What is touched if one group failed. */
export const WhatIfQuery = graphql(
  `
    query WhatIf($consortium: String!, $group: String!) {
      exposure(consortium: $consortium, group: $group) {
        whatIf {
          sentence
          placementsAtLeast
          authorities {
            id
            name
          }
          notSharing {
            id
            name
          }
          exposure {
            ...GroupLine
            authorities {
              authority {
                id
                code
                name
              }
              placesInArea
              placements {
                ...SeenFigure
              }
              spend {
                ...SeenFigure
              }
            }
          }
        }
      }
    }
  `,
  [SeenFigureFragment, GroupLineFragment],
);

export type WhatIf = NonNullable<ResultOf<typeof WhatIfQuery>['exposure']['whatIf']>;
export type AuthorityExposure = WhatIf['exposure']['authorities'][number];
