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
  /** Read the sharing agreements of one's consortia, and who sees what by them. */
  'agreement:read',
  /** Draft, change, propose and renew agreements for one's organisation. */
  'agreement:draft',
  /** Sign for one's organisation. */
  'agreement:sign',
  /** Suspend an agreement, and resume it again. */
  'agreement:suspend',
  /** End an agreement for good. */
  'agreement:end',
  /** Record that access under an agreement was reviewed. */
  'agreement:review',
  /** See which levels another organisation of one's consortia has, and why; never a figure. */
  'sharing:preview',
  /** Read one's own organisation's log. */
  'audit:read',
  /** Download it. */
  'audit:export',
  /** Read returns: one's own, and approved ones of authorities whose figures one sees exactly. */
  'return:read',
  /** Send a return, explain what checking asked, and submit it for approval. */
  'return:submit',
  /** Approve a return as the second person, reopen it, or withdraw it. */
  'return:approve',
  /** Accept an approved return for the hub, or send it back. */
  'return:accept',
  /** Read releases that are for oneself: what each shows still depends on agreements. */
  'release:read',
  /** Have a release built for the consortium one's hub serves. */
  'release:build',
  /** Publish a release, or withdraw it. */
  'release:publish',
  /** Read contracts with providers and what is bought from them, as agreements show it. */
  'provider:read',
  /** Add frameworks that one's organisation holds, change them, and say who is on them. */
  'framework:write',
  /** Record placements called off a framework. */
  'calloff:record',
  /** Add and change block contracts and what is paid, for one's own organisation. */
  'contract:write',
  /** Ask for higher prices on a framework. */
  'uplift:ask',
  /** Answer such a request, and handle it where one's authority is the link. */
  'uplift:answer',
  /** Read enquiries to foster and households: one's own, and others' as agreements show records. */
  'enquiry:read',
  /** Record enquiries and what happens to them, attribute and transfer them, answer what was asked. */
  'enquiry:write',
  /** Say what the stages of an enquiry are, what is aimed at, and what is expected. */
  'fostering:plan',
  /** Read homes, their places and what became of them: one's own, and others' as agreements show records. */
  'beds:read',
  /** Look for a home with a vacancy, and keep notes of what was looked for. */
  'beds:find',
  /** Say how the places of homes are used, and confirm that nothing changed. */
  'beds:write',
  /** Take homes on the list, say what they are and whose places are block, and plan places. */
  'beds:plan',
] as const;

export type Permission = (typeof permissions)[number];

/** What everybody who works for an authority, a hub or a provider may do. */
const everybody: readonly Permission[] = [
  'reference:read',
  'comparison:read',
  'comparison:export',
  'comparison:save',
  'release:read',
];

/** Everybody of an authority or a hub, but its reviewers. */
const staff: readonly Permission[] = [
  ...everybody,
  'agreement:read',
  'return:read',
  'provider:read',
  'enquiry:read',
];

/** Those who send an authority's returns. */
const senders: readonly Permission[] = [...staff, 'return:submit'];

/** Those who also answer for what their organisation does. */
const accountable: readonly Permission[] = [...staff, 'audit:read', 'audit:export'];

/** Information governance: who sees what, why, and who looked. */
const governance: readonly Permission[] = [
  ...accountable,
  'agreement:draft',
  'agreement:sign',
  'agreement:suspend',
  'agreement:end',
  'agreement:review',
  'sharing:preview',
];

/** Reviewers (elected members) read releases only, never reference figures as they come. */
const releasesOnly: readonly Permission[] = [
  'comparison:read',
  'comparison:export',
  'comparison:save',
  'agreement:read',
  'release:read',
];

/** Those who work out a consortium's figures for it. */
const hubWork: readonly Permission[] = [
  'return:accept',
  'release:build',
  'release:publish',
  'framework:write',
];

/** Those who buy for an authority. */
const buying: readonly Permission[] = [
  'framework:write',
  'calloff:record',
  'contract:write',
  'uplift:ask',
  'uplift:answer',
];

/** Those who find homes for children, and keep the states of homes. */
const placing: readonly Permission[] = ['beds:read', 'beds:find', 'beds:write'];

/** What each role may do. An account has one role in one organisation. */
export const permissionsOf = {
  commissioner: [...senders, ...buying, ...placing, 'enquiry:write', 'fostering:plan', 'beds:plan'],
  approver: [...accountable, 'return:approve', 'beds:read'],
  'placement-officer': [...senders, ...placing, 'calloff:record'],
  'ig-lead': governance,
  'hub-analyst': [...staff, ...hubWork, 'enquiry:write'],
  'hub-manager': [...accountable, ...hubWork, 'enquiry:write', 'fostering:plan'],
  reviewer: releasesOnly,
  provider: [...everybody, 'uplift:ask', 'beds:read', 'beds:write'],
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
