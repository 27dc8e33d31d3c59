import type { AgreementStatus, SharingLevel, SharingRecipient } from './sharing-queries.ts';

/** Levels from least to most. */
export const levels: readonly SharingLevel[] = ['NONE', 'RELEASED', 'EXACT', 'RECORDS'];

export const levelWord: Readonly<Record<SharingLevel, string>> = {
  NONE: 'Nothing',
  RELEASED: 'Released',
  EXACT: 'Exact',
  RECORDS: 'Records',
};

/** What each level lets its recipient see. */
export const levelMeaning: Readonly<Record<SharingLevel, string>> = {
  NONE: 'not shared',
  RELEASED: 'figures of checked releases, small numbers protected',
  EXACT: 'the authority’s figures as they are, small numbers too',
  RECORDS: 'row by row',
};

/** What is seen at each level, as the object of “let somebody see …”. */
export const levelSight: Readonly<Record<SharingLevel, string>> = {
  NONE: 'nothing of',
  RELEASED: 'released figures of',
  EXACT: 'exact figures of',
  RECORDS: 'records of',
};

/** Recipients whom the matrix can be asked about, in the order of its switch. */
export const recipients: readonly SharingRecipient[] = [
  'HUB',
  'MEMBERS',
  'PLACEMENT_OFFICERS',
  'PROVIDERS',
  'REVIEWERS',
];

export const recipientTitle: Readonly<Record<SharingRecipient, string>> = {
  HUB: 'The hub',
  MEMBERS: 'Other members',
  PLACEMENT_OFFICERS: 'Placement officers',
  PROVIDERS: 'Providers',
  REVIEWERS: 'Reviewers',
  PUBLIC: 'The public',
};

/** Recipients within a sentence. */
export const recipientWords: Readonly<Record<SharingRecipient, string>> = {
  HUB: 'the hub',
  MEMBERS: 'other members',
  PLACEMENT_OFFICERS: 'placement officers',
  PROVIDERS: 'providers',
  REVIEWERS: 'reviewers',
  PUBLIC: 'the public',
};

const datasetTitles: Readonly<Record<string, string>> = {
  placements: 'Placements',
  costs: 'Costs',
  providers: 'Providers',
  fostering: 'Fostering',
  beds: 'Beds',
  demand: 'Demand',
};

/** A dataset as the heading of a column; one that is new to this page keeps its own name. */
export const datasetHeading = (dataset: string): string => datasetTitles[dataset] ?? dataset;

export const statusWord: Readonly<Record<AgreementStatus, string>> = {
  DRAFT: 'Draft',
  PROPOSED: 'Awaiting signatures',
  ACTIVE: 'Active',
  SUSPENDED: 'Suspended',
  ENDED: 'Ended',
  SUPERSEDED: 'Replaced',
};

export const statusTone = {
  DRAFT: 'neutral',
  PROPOSED: 'accent',
  ACTIVE: 'good',
  SUSPENDED: 'bad',
  ENDED: 'neutral',
  SUPERSEDED: 'neutral',
} as const satisfies Readonly<Record<AgreementStatus, string>>;

export const partyRoleWord = {
  CONTROLLER: 'Controller',
  JOINT_CONTROLLER: 'Joint controller',
  PROCESSOR: 'Processor',
} as const;
