import type { ResultOf, VariablesOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** One saved comparison, as the list and its dialogs need it. */
export const SavedComparisonFragment = graphql(`
  fragment SavedComparison on SavedComparison @_unmask {
    id
    name
    visibility
    owner
    version
    updatedAt
    viewerCanEdit
    query {
      consortium
      indicators
      authorities
      period
      periods
      comparators
      asAt
    }
  }
`);

export type SavedComparison = ResultOf<typeof SavedComparisonFragment>;

/** A page of what the viewer may open, newest change first. */
export const SavedComparisonsQuery = graphql(
  `
    query SavedComparisons($first: Int, $after: String, $last: Int, $before: String) {
      savedComparisons(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges {
          cursor
          node {
            ...SavedComparison
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [SavedComparisonFragment],
);

export const SaveComparisonMutation = graphql(
  `
    mutation SaveComparison($input: SaveComparisonInput!) {
      saveComparison(input: $input) {
        ...SavedComparison
      }
    }
  `,
  [SavedComparisonFragment],
);

export const UpdateSavedComparisonMutation = graphql(
  `
    mutation UpdateSavedComparison($input: UpdateSavedComparisonInput!) {
      updateSavedComparison(input: $input) {
        ...SavedComparison
      }
    }
  `,
  [SavedComparisonFragment],
);

export const DeleteSavedComparisonMutation = graphql(`
  mutation DeleteSavedComparison($input: DeleteSavedComparisonInput!) {
    deleteSavedComparison(input: $input)
  }
`);

/** What is compared: the API's `ComparisonInput`. */
export type ComparisonInput = VariablesOf<typeof SaveComparisonMutation>['input']['query'];

export type Visibility = SavedComparison['visibility'];
