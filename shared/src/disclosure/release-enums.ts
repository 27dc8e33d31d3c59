/** Who can read a release. */
export const releaseAudiences = ['MEMBERS', 'REVIEWERS', 'PUBLIC'] as const;

export type ReleaseAudience = (typeof releaseAudiences)[number];

/** Audiences as a sentence names them: “a release for …”. */
export const audienceInWords: Readonly<Record<ReleaseAudience, string>> = {
  MEMBERS: 'members',
  REVIEWERS: 'reviewers',
  PUBLIC: 'the public',
};

/** Where a release stands. READY: audited and frozen, and nobody but its hub has it yet. */
export const releaseStatuses = [
  'BUILDING',
  'FAILED',
  'READY',
  'PUBLISHED',
  'SUPERSEDED',
  'WITHDRAWN',
] as const;

export type ReleaseStatus = (typeof releaseStatuses)[number];

/** Where a release stands, as a person reads it. */
export const releaseStatusInWords: Readonly<Record<ReleaseStatus, string>> = {
  BUILDING: 'being built',
  FAILED: 'not built',
  READY: 'ready to publish',
  PUBLISHED: 'published',
  SUPERSEDED: 'replaced by a later version',
  WITHDRAWN: 'withdrawn',
};
