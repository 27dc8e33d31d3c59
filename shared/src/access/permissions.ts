/** Everything an account can be allowed to do, once for the whole product. */
export const permissions = [
  /** See public reference figures: national statistics and registers. */
  'reference:read',
  /** Compare authorities; what each cell shows still depends on what the viewer may see. */
  'comparison:read',
  /** Download a comparison as a file. */
  'comparison:export',
  /** Keep a comparison, privately or shared within one's own organisation. */
  'comparison:save',
] as const;

export type Permission = (typeof permissions)[number];

const everybody: readonly Permission[] = [
  'reference:read',
  'comparison:read',
  'comparison:export',
  'comparison:save',
];

/** Reviewers (elected members) read releases only, never reference figures as they come. */
const releasesOnly: readonly Permission[] = [
  'comparison:read',
  'comparison:export',
  'comparison:save',
];

/** What each role may do. An account has one role in one organisation. */
export const permissionsOf = {
  commissioner: everybody,
  approver: everybody,
  'placement-officer': everybody,
  'ig-lead': everybody,
  'hub-analyst': everybody,
  'hub-manager': everybody,
  reviewer: releasesOnly,
  provider: everybody,
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof permissionsOf;

/** True for a role of the catalogue; a role that was removed grants nothing. */
export const isRole = (role: string): role is Role => Object.hasOwn(permissionsOf, role);

/** What a person in each role comes for, in a sentence. */
export const purposeOf: Readonly<Record<Role, string>> = {
  commissioner: 'Own figures in full, peers as agreed, providers and contracts.',
  approver: 'Checks the authority’s returns and signs them off.',
  'placement-officer': 'Finds a suitable home today, near home.',
  'ig-lead': 'Agreements: who sees what and why, and who looked.',
  'hub-analyst': 'The month’s returns from every authority, comparisons, gaps and packs.',
  'hub-manager': 'Recruitment against target, and what needs attention this month.',
  reviewer: 'A frozen, plain pack of figures for a committee: releases only.',
  provider: 'Confirms own vacancies in ten seconds.',
};
