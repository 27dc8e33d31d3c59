import { graphql } from '../../graphql/graphql.ts';

export const StandoutsFragment = graphql(`
  fragment Standouts on Overview @_unmask {
    standouts {
      kind
      sentence
      indicator {
        id
        key
      }
      authority {
        id
        code
      }
      figure {
        text
        status
        synthetic
      }
    }
  }
`);

export const KeyFiguresFragment = graphql(`
  fragment KeyFigures on Comparison @_unmask {
    periods
    rows {
      indicator {
        id
        key
        title
        unit
        decimals
        polarity
        periodBasis
      }
      comparable {
        comparable
        warnings
      }
      cells {
        subject
        code
        period
        direction
        figure {
          value
          text
          symbol
          status
          synthetic
          why
        }
      }
    }
  }
`);

export const MembersFragment = graphql(`
  fragment Members on Consortium @_unmask {
    members {
      id
      code
      name
      region
      population {
        text
        symbol
        status
        synthetic
        provenance {
          source
          vintage
        }
      }
      statisticalNeighbours {
        position
        closeness
        authority {
          id
          code
          name
        }
      }
    }
  }
`);

export const OverviewPageQuery = graphql(
  `
    query OverviewPage($consortium: String!) {
      overview(consortium: $consortium) {
        headline
        ...Standouts
        keyFigures {
          ...KeyFigures
        }
        inYear {
          ...KeyFigures
        }
      }
      consortium(code: $consortium) {
        id
        ...Members
      }
    }
  `,
  [StandoutsFragment, KeyFiguresFragment, MembersFragment],
);
