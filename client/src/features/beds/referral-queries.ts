import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** That somebody of one’s own organisation looked for a home. */
const ReferralFragment = graphql(`
  fragment Referral on ReferralNote @_unmask {
    id
    version
    madeAt
    madeBy
    keptUntil
    offered
    offeredBy {
      basis
      homes
    }
    outcome
    outcomeOn
    placedBy
    placedIn {
      id
      code
      name
    }
    synthetic
    criteria {
      placementTypes
      ageBand
      gender
      notice
      needs
      siblings
      children
      solo
      emergency
      education
      near {
        id
        name
      }
    }
  }
`);

/** What one’s own organisation looked for, the latest first, and of how much nothing is recorded yet. */
export const ReferralNotesQuery = graphql(
  `
    query ReferralNotes(
      $consortium: String!
      $outcomes: [ReferralOutcome!]
      $first: Int!
      $after: String
    ) {
      referralNotes(outcomes: $outcomes, first: $first, after: $after) {
        totalCount
        edges {
          node {
            ...Referral
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      all: referralNotes(first: 1) {
        totalCount
      }
      open: referralNotes(outcomes: [OPEN], first: 1) {
        totalCount
      }
      consortium(code: $consortium) {
        id
        members {
          id
          code
          name
        }
      }
    }
  `,
  [ReferralFragment],
);

/** What the searches of a year came to. */
export const ReferralCountsQuery = graphql(`
  query ReferralCounts($by: ReferralGrouping!) {
    referralCounts(by: $by) {
      key
      searches
      foundNone
      placed
      open
      synthetic
    }
  }
`);

/** Says what became of a search. */
export const RecordOutcomeMutation = graphql(
  `
    mutation RecordReferralOutcome($input: RecordReferralOutcomeInput!) {
      recordReferralOutcome(input: $input) {
        ...Referral
      }
    }
  `,
  [ReferralFragment],
);

export type Referral = ResultOf<typeof ReferralFragment>;
export type ReferralOutcome = Referral['outcome'];
export type ReferralArea = NonNullable<
  ResultOf<typeof ReferralNotesQuery>['consortium']
>['members'][number];
