import { graphql } from '../../graphql/graphql.ts';
import { ReturnFragment } from './return-queries.ts';

export const SubmitReturnMutation = graphql(
  `
    mutation SubmitReturn($input: SubmitReturnInput!) {
      submitReturn(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);

/** How far something that was sent has come, from the server’s side. */
export const ReturnProgressSubscription = graphql(`
  subscription ReturnProgress($key: ID!) {
    returnProgress(key: $key) {
      stage
      done
      total
      returnId
    }
  }
`);

export const ConfirmReturnMutation = graphql(
  `
    mutation ConfirmReturn($input: ReturnInput!) {
      confirmReturn(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);

export const ExplainReturnProblemsMutation = graphql(
  `
    mutation ExplainReturnProblems($input: ExplainReturnProblemsInput!) {
      explainReturnProblems(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);

export const ApproveReturnMutation = graphql(
  `
    mutation ApproveReturn($input: ApproveReturnInput!) {
      approveReturn(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);

export const AcceptReturnMutation = graphql(
  `
    mutation AcceptReturn($input: ReturnInput!) {
      acceptReturn(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);

export const ReopenReturnMutation = graphql(
  `
    mutation ReopenReturn($input: ReturnReasonInput!) {
      reopenReturn(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);

export const WithdrawReturnMutation = graphql(
  `
    mutation WithdrawReturn($input: ReturnReasonInput!) {
      withdrawReturn(input: $input) {
        ...Return
      }
    }
  `,
  [ReturnFragment],
);
