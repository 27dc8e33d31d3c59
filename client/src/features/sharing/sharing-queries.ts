import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';

/** What lists, calendars and the page of an agreement tell alike. */
const AgreementHeadFragment = graphql(`
  fragment AgreementHead on SharingAgreement @_unmask {
    id
    reference
    version
    title
    status
    synthetic
    inForce
    notInForceBecause
    dpiaDatedOn
    startsOn
    endsOn
    reviewDueOn
    accessReviewDueOn
    reason
    draftedBy {
      id
      name
    }
  }
`);

/** An agreement as lists and calendars need it. */
export const AgreementSummaryFragment = graphql(
  `
  fragment AgreementSummary on SharingAgreement @_unmask {
    ...AgreementHead
    parties {
      signedAt
      organisation {
        id
        name
      }
    }
  }
`,
  [AgreementHeadFragment],
);

export type AgreementSummary = ResultOf<typeof AgreementSummaryFragment>;

/** The agreements of a consortium that the viewer may read. */
export const AgreementsQuery = graphql(
  `
    query Agreements($consortium: String!, $after: String) {
      sharingAgreements(consortium: $consortium, first: 100, after: $after) {
        totalCount
        edges {
          cursor
          node {
            ...AgreementSummary
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [AgreementSummaryFragment],
);

/** Everything one version of an agreement says, and what the viewer may do with it. */
export const AgreementFragment = graphql(
  `
  fragment Agreement on SharingAgreement @_unmask {
    ...AgreementHead
    revision
    consortium {
      id
      code
      name
    }
    purposes
    whyNecessary
    statutoryGateway
    lawfulBasisArticle6
    conditionArticle9
    conditionSchedule1
    policyDocumentReference
    categoriesOfPeople
    containsSpecialCategory
    containsCriminal
    rightsContact
    processorTerms
    dpiaReference
    residualRisk
    privacyNoticeUrls
    securityMeasures
    breachContact
    breachHours
    retention
    deletionAtEnd
    internationalTransfer
    onwardSharing
    auditRight
    terminationNotice
    accessReviewMonths
    accessReviewedOn
    parties {
      role
      icoNumber
      dpoContact
      signatory
      signedAt
      signedBy
      organisation {
        id
        slug
        name
      }
    }
    items {
      dataset
      recipient
      level
      granularity
      minimumCount
      rounding
      historyMonths
    }
    versions {
      id
      version
      status
      startsOn
      endsOn
      reason
    }
    viewerCanEdit
    viewerCanDelete
    viewerCanPropose
    viewerCanSign
    viewerCanSuspend
    viewerCanResume
    viewerCanEnd
    viewerCanRenew
    viewerCanRecordAccessReview
  }
`,
  [AgreementHeadFragment],
);

export type Agreement = ResultOf<typeof AgreementFragment>;
export type AgreementStatus = Agreement['status'];
export type SharingItem = Agreement['items'][number];
export type SharingLevel = SharingItem['level'];
export type SharingRecipient = SharingItem['recipient'];

export const AgreementQuery = graphql(
  `
    query Agreement($id: ID!) {
      sharingAgreement(id: $id) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

/** Who lets whom see what: every authority, dataset and recipient of a consortium. */
export const SharingMatrixQuery = graphql(`
  query SharingMatrix($consortium: String!) {
    sharingMatrix(consortium: $consortium) {
      datasets
      recipients
      cells {
        authority {
          id
          code
          name
        }
        dataset
        recipient
        level
        receivers
        receiversInAll
        reason
        agreement {
          id
          reference
          version
          title
          endsOn
        }
      }
    }
  }
`);

export type MatrixCell = ResultOf<typeof SharingMatrixQuery>['sharingMatrix']['cells'][number];

/** Organisations that can be party to an agreement of a consortium. */
export const OrganisationsQuery = graphql(`
  query SharingOrganisations($consortium: String!) {
    consortium(code: $consortium) {
      id
      organisations {
        id
        slug
        name
        kind
      }
    }
  }
`);

/** What an organisation may see of others, cell by cell; never a figure. */
export const PreviewQuery = graphql(`
  query SharingPreview($organisation: String!, $role: String) {
    previewAs(organisation: $organisation, role: $role) {
      role
      organisation {
        id
        slug
        name
      }
      cells {
        authority {
          id
          code
          name
        }
        dataset
        level
        why
        agreement {
          id
          reference
        }
      }
    }
  }
`);

export type PreviewCell = ResultOf<typeof PreviewQuery>['previewAs']['cells'][number];
