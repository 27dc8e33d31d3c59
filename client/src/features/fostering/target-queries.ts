import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** What is aimed at, what was forecast, and what is published of England beside it. */
export const FosteringTargetsQuery = graphql(`
  query FosteringTargets($consortium: String!) {
    consortium(code: $consortium) {
      id
      members {
        id
        code
        name
      }
    }
    fosteringTargets(consortium: $consortium) {
      id
      year
      householdType
      baselineApprovals
      upliftPercent
      enquiries
      conversionPercent
      approvals
      source
      shared
      synthetic
      version
      authority {
        id
        code
        name
      }
      check {
        agrees
        approvalsThatAgree
        explanation
        links {
          kind
          agrees
          sentence
        }
      }
      progress {
        until
        enquiries
        approvals
        synthetic
      }
    }
    fosteringForecasts(consortium: $consortium) {
      ...Forecast
    }
    publishedRecruitment(consortium: $consortium) {
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
  fragment Forecast on FosteringForecast @_unmask {
    id
    year
    householdType
    madeOn
    approvedSoFar
    expected
    low
    high
    intervalLevel
    fromNew
    enquiriesADay
    quarters
    actual
    synthetic
    authority {
      id
      name
    }
    parts {
      stage
      open
      expected
    }
    score {
      isWithin
      error
    }
  }
`);

/** What would be forecast of a target’s year today, and what the stages of its cases are called. */
export const FosteringForecastQuery = graphql(`
  query FosteringForecast($input: FosteringForecastInput!, $consortium: String!) {
    fosteringForecast(input: $input) {
      id
      madeOn
      approvedSoFar
      expected
      low
      high
      intervalLevel
      fromNew
      enquiriesADay
      quarters
      synthetic
      parts {
        stage
        open
        expected
      }
    }
    fosteringStages(consortium: $consortium) {
      current {
        stages {
          code
          title
        }
      }
    }
  }
`);

/** The months of a year that have ended, and the same months of the year before. */
export const TargetMonthsQuery = graphql(`
  query TargetMonths($now: FosteringInput!, $before: FosteringInput!) {
    now: fosteringFunnel(input: $now) {
      ...TargetMonths
    }
    before: fosteringFunnel(input: $before) {
      ...TargetMonths
    }
  }
  fragment TargetMonths on FosteringFunnel @_unmask {
    months
    period {
      whyNoTotal
      total {
        ...TargetStage
      }
      rows {
        group {
          key
          why
        }
        stages {
          ...TargetStage
        }
      }
    }
  }
  fragment TargetStage on FosteringPeriodStage @_unmask {
    stage {
      code
      title
    }
    figure {
      value
      text
      why
      synthetic
    }
  }
`);

/** States a target, or states it anew. */
export const SetTargetMutation = graphql(`
  mutation SetFosteringTarget($input: SetFosteringTargetInput!) {
    setFosteringTarget(input: $input) {
      id
      year
      approvals
      check {
        explanation
      }
    }
  }
`);

/** Keeps today’s forecast in the register. */
export const MakeForecastMutation = graphql(`
  mutation MakeFosteringForecast($input: FosteringForecastInput!) {
    makeFosteringForecast(input: $input) {
      id
      madeOn
    }
  }
`);

/** Holds forecasts of years that are over against what came. */
export const ScoreForecastsMutation = graphql(`
  mutation ScoreFosteringForecasts($input: ScoreFosteringForecastsInput!) {
    scoreFosteringForecasts(input: $input) {
      id
    }
  }
`);

type Targets = ResultOf<typeof FosteringTargetsQuery>;
export type FosteringTarget = Targets['fosteringTargets'][number];
export type KeptForecast = Targets['fosteringForecasts'][number];
export type ForecastNow = ResultOf<typeof FosteringForecastQuery>['fosteringForecast'];
export type TargetMonths = ResultOf<typeof TargetMonthsQuery>['now'];
