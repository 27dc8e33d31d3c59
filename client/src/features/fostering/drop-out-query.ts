import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** Where, why and after how long households are lost that enquired in some months. */
export const FosteringDropOutQuery = graphql(`
  query FosteringDropOut($input: FosteringInput!) {
    fosteringDropOut(input: $input) {
      months
      stagesChanged
      whyNoTotal
      consortium {
        id
        members {
          id
          code
          name
        }
      }
      total {
        ...DropOutPart
      }
      rows {
        group {
          key
          title
          isSeen
          since
          why
        }
        lost {
          ...DropOutPart
        }
      }
    }
  }
  fragment DropOutPart on DropOut @_unmask {
    enquiries
    withdrawn
    notApproved
    medianDays
    synthetic
    stages {
      reached
      withdrawn
      share
      medianDays
      stage {
        code
        title
      }
    }
    reasons {
      code
      title
      withdrawn
      byHousehold
      byService
    }
    responses {
      response
      enquiries
      visited
      applied
      approved
      open
      lost
    }
  }
`);

export type FosteringDropOut = ResultOf<typeof FosteringDropOutQuery>['fosteringDropOut'];
export type DropOut = NonNullable<FosteringDropOut['total']>;
