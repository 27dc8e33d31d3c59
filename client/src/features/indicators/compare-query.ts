import type { ResultOf, VariablesOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import type { CompareState } from './compare-state.ts';
import { endOfDayInLondon, isDay } from './london-day.ts';

/** What can be chosen on the Compare page, and whose eyes are looking. */
export const CompareChoicesQuery = graphql(`
  query CompareChoices($consortium: String!) {
    viewer {
      account
      authorities {
        id
        code
      }
    }
    consortium(code: $consortium) {
      id
      code
      name
      members {
        id
        code
        name
      }
    }
    authorities {
      id
      code
      name
      region
    }
    indicators {
      id
      key
      title
      dataset
      unit
      collected
      periods {
        label
        endsOn
      }
    }
  }
`);

/**
 * The figures of one view: cells of the latest period asked for, and, when there are several
 * periods, all of them as columns. Cells of every period would say little more and weigh ten times
 * as much.
 */
export const ComparisonQuery = graphql(`
  query Comparison($latest: ComparisonInput!, $series: ComparisonInput!, $withSeries: Boolean!) {
    latest: comparison(input: $latest) {
      rows {
        indicator {
          id
          key
          title
          dataset
          unit
          decimals
          polarity
          periodBasis
          source
        }
        comparable {
          comparable
          warnings
        }
        cells {
          subject
          code
          of
          period
          rank
          direction
          figure {
            value
            symbol
            text
            unit
            numerator
            denominator
            status
            synthetic
            why
          }
        }
      }
    }
    series: comparison(input: $series) @include(if: $withSeries) {
      rows {
        columns {
          periods
          values
          symbols
          synthetic
        }
      }
    }
  }
`);

export type CompareChoices = ResultOf<typeof CompareChoicesQuery>;
export type ComparisonData = ResultOf<typeof ComparisonQuery>;
type ComparisonInput = VariablesOf<typeof ComparisonQuery>['latest'];

/** The state in the words of the API: what decides the figures, without how they are shown. */
export function comparisonInput(consortium: string, state: CompareState): ComparisonInput {
  return {
    consortium,
    indicators: [...state.indicators],
    authorities: state.authorities && [...state.authorities],
    period: state.period,
    periods: state.periods,
    comparators: [...state.comparators],
    asAt: asAtInstant(state.asAt),
  };
}

/** Variables of `ComparisonQuery` for a state. */
export function comparisonVariables(consortium: string, state: CompareState) {
  const series = comparisonInput(consortium, state);
  return { latest: { ...series, periods: 1 }, series, withSeries: state.periods > 1 };
}

/** The instant that `asAt` stands for: a day means its end in England. */
export function asAtInstant(asAt: string | null): string | null {
  return asAt !== null && isDay(asAt) ? endOfDayInLondon(asAt) : asAt;
}
