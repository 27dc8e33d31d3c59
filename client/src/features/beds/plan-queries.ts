import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** Places to come or to go. */
const PlanFragment = graphql(`
  fragment Plan on PlacesPlan @_unmask {
    id
    version
    reference
    kind
    places
    change
    effectiveOn
    stage
    cost
    risk
    riskReason
    synthetic
    viewerCanChange
    authority {
      id
      code
      name
    }
    home {
      id
      urn
      name
    }
    stages {
      stage
      plannedOn
      doneOn
    }
  }
`);

/** Plans of places in a consortium’s areas that one’s own organisation holds, the next one first. */
export const PlacesPlannedQuery = graphql(
  `
    query PlacesPlanned($consortium: String!) {
      placesPlanned(consortium: $consortium) {
        ...Plan
      }
    }
  `,
  [PlanFragment],
);

/** Homes of an area, to choose one of them. */
export const HomeChoicesQuery = graphql(`
  query HomeChoices($consortium: String!, $authority: GssCode!) {
    homes(consortium: $consortium, authorities: [$authority], first: 200) {
      edges {
        node {
          id
          urn
          name
          viewerCanDescribe
        }
      }
    }
  }
`);

/** Keeps a plan, or changes one. */
export const SavePlanMutation = graphql(
  `
    mutation SavePlacesPlan($input: SavePlacesPlanInput!) {
      savePlacesPlan(input: $input) {
        ...Plan
      }
    }
  `,
  [PlanFragment],
);

export type Plan = ResultOf<typeof PlanFragment>;
