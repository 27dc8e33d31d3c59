import { graphql } from '../../graphql/graphql.ts';
import { ReleaseSummaryFragment } from './release-queries.ts';

export const BuildReleaseMutation = graphql(
  `
    mutation BuildRelease($input: BuildReleaseInput!) {
      buildRelease(input: $input) {
        ...ReleaseSummary
      }
    }
  `,
  [ReleaseSummaryFragment],
);

export const PublishReleaseMutation = graphql(
  `
    mutation PublishRelease($input: PublishReleaseInput!) {
      publishRelease(input: $input) {
        ...ReleaseSummary
      }
    }
  `,
  [ReleaseSummaryFragment],
);

export const WithdrawReleaseMutation = graphql(
  `
    mutation WithdrawRelease($input: WithdrawReleaseInput!) {
      withdrawRelease(input: $input) {
        ...ReleaseSummary
      }
    }
  `,
  [ReleaseSummaryFragment],
);

/** How far a release that is being built has come. */
export const ReleaseProgressSubscription = graphql(`
  subscription ReleaseProgress($id: ID!) {
    releaseProgress(id: $id) {
      id
      status
      progress {
        stage
        done
        total
      }
    }
  }
`);
