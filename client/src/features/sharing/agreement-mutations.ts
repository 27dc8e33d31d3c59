import type { VariablesOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { AgreementFragment } from './sharing-queries.ts';

export const DraftAgreementMutation = graphql(
  `
    mutation DraftAgreement($input: DraftAgreementInput!) {
      draftAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const UpdateDraftAgreementMutation = graphql(
  `
    mutation UpdateDraftAgreement($input: UpdateDraftAgreementInput!) {
      updateDraftAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const DeleteDraftAgreementMutation = graphql(`
  mutation DeleteDraftAgreement($input: AgreementInput!) {
    deleteDraftAgreement(input: $input)
  }
`);

export const ProposeAgreementMutation = graphql(
  `
    mutation ProposeAgreement($input: AgreementInput!) {
      proposeAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const SignAgreementMutation = graphql(
  `
    mutation SignAgreement($input: AgreementInput!) {
      signAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const SuspendAgreementMutation = graphql(
  `
    mutation SuspendAgreement($input: AgreementReasonInput!) {
      suspendAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const ResumeAgreementMutation = graphql(
  `
    mutation ResumeAgreement($input: AgreementInput!) {
      resumeAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const EndAgreementMutation = graphql(
  `
    mutation EndAgreement($input: AgreementReasonInput!) {
      endAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const RenewAgreementMutation = graphql(
  `
    mutation RenewAgreement($input: RenewAgreementInput!) {
      renewAgreement(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export const RecordAccessReviewMutation = graphql(
  `
    mutation RecordAccessReview($input: AgreementInput!) {
      recordAccessReview(input: $input) {
        ...Agreement
      }
    }
  `,
  [AgreementFragment],
);

export type DraftInput = VariablesOf<typeof DraftAgreementMutation>['input'];
