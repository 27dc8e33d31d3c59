import type { ResultOf, VariablesOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** One indicator with everything that explains its figures, over all its periods. */
export const FigureDetailsQuery = graphql(`
  query FigureDetails($input: ComparisonInput!) {
    comparison(input: $input) {
      rows {
        indicator {
          id
          key
          title
          collected
          definition
          cohort
          numeratorText
          denominatorText
          unit
          decimals
          polarity
          version
          source
          licence
          periodBasis
        }
        cells {
          subject
          code
          of
          period
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
            agreement {
              id
              reference
            }
            provenance {
              source
              vintage
              formula
              recordedAt
              table
              rows
              release {
                id
                key
              }
              return {
                id
                version
                submittedBy
                approvedBy
                authority {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

export type DetailedRow = ResultOf<typeof FigureDetailsQuery>['comparison']['rows'][number];
export type DetailedCell = DetailedRow['cells'][number];
export type FigureDetailsInput = VariablesOf<typeof FigureDetailsQuery>['input'];
