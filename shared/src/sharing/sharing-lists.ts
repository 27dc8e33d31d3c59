import type { Dataset } from '../indicators/indicator.ts';

/** How much of a dataset may be seen; each includes those before it. */
export const sharingLevels = ['NONE', 'RELEASED', 'EXACT', 'RECORDS'] as const;

export type SharingLevel = (typeof sharingLevels)[number];

/** True where one level shows at least as much as another. */
export const includesLevel = (level: SharingLevel, other: SharingLevel): boolean =>
  sharingLevels.indexOf(level) >= sharingLevels.indexOf(other);

/** The most that can be shared of each dataset: placements, costs and demand have no records to share, only counts. */
export const highestLevelOf: Readonly<Record<Dataset, SharingLevel>> = {
  placements: 'EXACT',
  costs: 'EXACT',
  providers: 'RECORDS',
  fostering: 'RECORDS',
  beds: 'RECORDS',
  demand: 'EXACT',
};

/** Counts from 1 to 7 are never released, others at best to the nearest 5: an agreement may ask for more, not for less. */
export const weakestRelease = { minimumCount: 8, rounding: 5 } as const;

/** Who can receive what is shared. */
export const sharingRecipients = [
  'HUB',
  'MEMBERS',
  'PLACEMENT_OFFICERS',
  'PROVIDERS',
  'REVIEWERS',
  'PUBLIC',
] as const;

export type SharingRecipient = (typeof sharingRecipients)[number];

/** Recipients as a sentence names them. */
export const recipientInWords: Readonly<Record<SharingRecipient, string>> = {
  HUB: 'the hub',
  MEMBERS: 'members',
  PLACEMENT_OFFICERS: 'placement officers',
  PROVIDERS: 'providers',
  REVIEWERS: 'reviewers',
  PUBLIC: 'the public',
};

/** The most that each recipient can be given: providers, reviewers and the public read releases only. */
export const highestLevelFor: Readonly<Record<SharingRecipient, SharingLevel>> = {
  HUB: 'RECORDS',
  MEMBERS: 'RECORDS',
  PLACEMENT_OFFICERS: 'RECORDS',
  PROVIDERS: 'RELEASED',
  REVIEWERS: 'RELEASED',
  PUBLIC: 'RELEASED',
};

/** What data may be shared for. */
export const sharingPurposes = [
  'comparison',
  'sufficiency planning',
  'vacancy matching',
  'member review',
] as const;

/** What one row of shared data is about. */
export const sharingGranularities = ['region', 'authority', 'provider', 'home'] as const;

/** A party's part in the processing (UK GDPR Art. 4, 26, 28). */
export const partyRoles = ['CONTROLLER', 'JOINT_CONTROLLER', 'PROCESSOR'] as const;

/** Where a version of an agreement stands. */
export const agreementStatuses = [
  'DRAFT',
  'PROPOSED',
  'ACTIVE',
  'SUSPENDED',
  'ENDED',
  'SUPERSEDED',
] as const;

export type AgreementStatus = (typeof agreementStatuses)[number];
