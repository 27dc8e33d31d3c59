import type {
  ReleaseAudience,
  ReleaseStatus,
} from '@sufficiency/shared/disclosure/release-enums.ts';
import { builder } from '../../graphql/builder.ts';

export const ReleaseAudienceEnum = builder.enumType('ReleaseAudience', {
  description: 'Whom a release is for.',
  values: {
    MEMBERS: { description: 'Staff of the consortium’s hub and members.' },
    REVIEWERS: { description: 'These, and reviewers such as elected members.' },
    PUBLIC: { description: 'Everybody who is signed in.' },
  } satisfies Record<ReleaseAudience, { description: string }>,
});

export const ReleaseStatusEnum = builder.enumType('ReleaseStatus', {
  description: 'Where a release stands. Only a hub sees those that are not published.',
  values: {
    BUILDING: { description: 'Its figures are being protected and audited.' },
    FAILED: { description: 'It could not be built; reason says why. Nothing of it was kept.' },
    READY: { description: 'Audited and frozen, not published yet.' },
    PUBLISHED: { description: 'Its audience reads it.' },
    SUPERSEDED: { description: 'A later version took its place; it can still be read.' },
    WITHDRAWN: { description: 'Taken back: nobody reads it any more.' },
  } satisfies Record<ReleaseStatus, { description: string }>,
});
