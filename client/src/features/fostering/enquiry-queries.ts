import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** A stage as pages about enquiries name it. */
const StageFragment = graphql(`
  fragment NamedStage on FosteringStage @_unmask {
    code
    title
    definition
    standard
    used
    clock {
      from
      limit
      unit
    }
  }
`);

const SummaryFragment = graphql(`
  fragment EnquirySummary on Enquiry @_unmask {
    id
    reference
    status
    receivedOn
    closedOn
    householdType
    source
    backLoaded
    isDuplicate
    synthetic
    authority {
      id
      code
      name
    }
    reached {
      stage
      on
    }
  }
`);

/** An enquiry with all that is known of it. */
export const EnquiryFragment = graphql(
  `
    fragment WholeEnquiry on Enquiry @_unmask {
      ...EnquirySummary
      version
      area
      campaign
      heldBy
      heldDays
      onHoldSince
      withdrawalReason
      withdrawnBy
      withdrawnAtStage
      why
      viewerCanWrite
      viewerCanAttribute
      duplicateOf {
        id
        reference
      }
      duplicates {
        id
        reference
      }
      reapplicationOf {
        id
        reference
      }
      reapplications {
        id
        reference
      }
      events {
        id
        kind
        title
        on
        reason
        byWhom
        recordedAt
        retractedAt
      }
      queries {
        id
        title
        on
        sentence
        answer
        answeredAt
        explanation
      }
      transfers {
        id
        on
        reasonInWords
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
    }
  `,
  [SummaryFragment],
);

/** Whose enquiries can be, and which way they go. */
const WaysFragment = graphql(
  `
    fragment EnquiryWays on Query @_unmask {
      consortium(code: $consortium) {
        id
        members {
          id
          code
          name
        }
      }
      fosteringStages(consortium: $consortium) {
        consortium
        current {
          version
          stages {
            ...NamedStage
          }
        }
      }
    }
  `,
  [StageFragment],
);

/** Enquiries, page by page, with what a filter offers. */
export const EnquiriesQuery = graphql(
  `
    query Enquiries($consortium: String!, $filter: EnquiryFilter!, $first: Int!, $after: String) {
      ...EnquiryWays
      enquiries(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...EnquirySummary
          }
        }
      }
    }
  `,
  [SummaryFragment, WaysFragment],
);

export type EnquirySummary = ResultOf<typeof SummaryFragment>;
export type NamedStage = ResultOf<typeof StageFragment>;

/** One enquiry, with the stages and members of its consortium. */
export const EnquiryQuery = graphql(
  `
    query Enquiry($id: ID!, $consortium: String!) {
      enquiry(id: $id) {
        ...WholeEnquiry
      }
      ...EnquiryWays
      fosteringStages(consortium: $consortium) {
        sets {
          version
          inForceFrom
          stages {
            ...NamedStage
          }
        }
      }
    }
  `,
  [EnquiryFragment, StageFragment, WaysFragment],
);

export type Enquiry = ResultOf<typeof EnquiryFragment>;
export type EnquiryQueryAsked = Enquiry['queries'][number];

/** A member of a consortium. */
export interface Member {
  readonly code: string;
  readonly name: string;
}

/** What the form of a new enquiry offers. */
export const EnquiryMembersQuery = graphql(`
  query EnquiryMembers($consortium: String!) {
    consortium(code: $consortium) {
      id
      members {
        id
        code
        name
      }
    }
  }
`);

/** Enquiries of a reference, to link another to. */
export const EnquiryByReferenceQuery = graphql(`
  query EnquiryByReference($filter: EnquiryFilter!) {
    enquiries(filter: $filter, first: 20) {
      edges {
        node {
          id
          reference
        }
      }
    }
  }
`);

/** Stages in force and all sets there were. */
export const FosteringStagesQuery = graphql(
  `
    query FosteringStages($consortium: String!) {
      fosteringStages(consortium: $consortium) {
        consortium
        viewerCanChange
        current {
          version
          inForceFrom
          stages {
            ...NamedStage
          }
        }
        sets {
          version
          inForceFrom
          stages {
            ...NamedStage
          }
        }
      }
    }
  `,
  [StageFragment],
);

export type FosteringStages = ResultOf<typeof FosteringStagesQuery>['fosteringStages'];
export type StageSet = FosteringStages['current'];
