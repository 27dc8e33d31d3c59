import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { ofstedYearFragment } from './published-query.ts';

/** What happened in some months, and what became of those who enquired in them. */
export const FosteringFunnelQuery = graphql(
  `
  query FosteringFunnel($input: FosteringInput!) {
    fosteringFunnel(input: $input) {
      by
      months
      consortium {
        id
        members {
          id
          code
          name
        }
      }
      stagesChanged
      stages {
        code
        title
        definition
        standard
      }
      counting {
        enquiries
        duplicates
        reapplications
        backLoaded
        onHold
        queries
        enquiriesWithQueries
      }
      published {
        ...OfstedYear
      }
      transfers {
        enquiries
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
      period {
        whyNoTotal
        total {
          ...FunnelPeriodStage
        }
        rows {
          group {
            ...FunnelGroup
          }
          basis {
            month
            basis
          }
          stages {
            ...FunnelPeriodStage
          }
        }
      }
      cohort {
        whyNoTotal
        total {
          ...FunnelCohort
        }
        rows {
          group {
            ...FunnelGroup
          }
          cohort {
            ...FunnelCohort
          }
        }
      }
    }
  }
  fragment FunnelGroup on FosteringGroup @_unmask {
    key
    title
    isSeen
    since
    why
    authority {
      id
      code
    }
  }
  fragment FunnelPeriodStage on FosteringPeriodStage @_unmask {
    stage {
      code
      title
    }
    figure {
      value
      symbol
      text
      synthetic
      why
    }
    months {
      value
      symbol
      text
      synthetic
      why
    }
  }
  fragment FunnelCohort on FosteringCohort @_unmask {
    households
    enquiries
    backLoaded
    synthetic
    stages {
      households
      share
      stage {
        code
        title
      }
    }
    states {
      state
      households
    }
    conversions {
      of
      reached
      open
      share
      shareAtMost
      from {
        code
        title
      }
      to {
        code
        title
      }
    }
  }
`,
  [ofstedYearFragment],
);

export type FosteringFunnel = ResultOf<typeof FosteringFunnelQuery>['fosteringFunnel'];
export type FunnelCohort = NonNullable<FosteringFunnel['cohort']['total']>;
export type FunnelPeriodStage = FosteringFunnel['period']['rows'][number]['stages'][number];
export type FunnelGroup = FosteringFunnel['period']['rows'][number]['group'];
