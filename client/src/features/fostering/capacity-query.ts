import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** Foster carers of a consortium’s members, month by month, and what is known of them one by one. */
export const FosteringCapacityQuery = graphql(`
  query FosteringCapacity($input: FosteringInput!) {
    fosteringCapacity(input: $input) {
      months
      authorities {
        why
        authority {
          id
          code
          name
        }
        months {
          month
          basis
          utilisation
          caution
          households {
            ...CapacityFigure
          }
          approved {
            ...CapacityFigure
          }
          deregistered {
            ...CapacityFigure
          }
          net {
            ...CapacityFigure
          }
          placesApproved {
            ...CapacityFigure
          }
          filled {
            ...CapacityFigure
          }
          vacant {
            ...CapacityFigure
          }
          unavailable {
            ...CapacityFigure
          }
          ofApproved {
            ...CapacityFigure
          }
          ofAvailable {
            ...CapacityFigure
          }
        }
        details {
          types {
            ...CapacityGroup
          }
          unavailable {
            ...CapacityGroup
          }
          mayRetire {
            sentence
          }
          deregistered {
            reason
            reasonTitle
            householdType
            householdTypeTitle
            households
          }
          besideChildren {
            by
            note
            households {
              ...CapacityGroup
            }
            children {
              ...ChildrenGroup
            }
            published {
              ...ChildrenGroup
            }
          }
        }
        constellations {
          id
          reference
          satelliteHouseholds
          satellitePlaces
          startedOn
          endedOn
          synthetic
        }
      }
    }
  }
  fragment CapacityFigure on Figure @_unmask {
    value
    text
    symbol
    synthetic
  }
  fragment ChildrenGroup on FosteringChildrenGroup @_unmask {
    code
    title
    children {
      ...CapacityFigure
    }
  }
  fragment CapacityGroup on FosteringHouseholdGroup @_unmask {
    code
    title
    households
    places
  }
`);

type Capacity = ResultOf<typeof FosteringCapacityQuery>['fosteringCapacity'];
export type AuthorityCapacity = Capacity['authorities'][number];
export type CapacityMonth = AuthorityCapacity['months'][number];
export type CapacityDetails = NonNullable<AuthorityCapacity['details']>;
