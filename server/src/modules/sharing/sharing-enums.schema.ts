import { builder } from '../../graphql/builder.ts';

export const SharingLevelEnum = builder.enumType('SharingLevel', {
  description: 'How much of a dataset may be seen; each level includes those before it.',
  values: {
    NONE: { description: 'Nothing.' },
    RELEASED: { description: 'Figures of checked releases, small numbers protected.' },
    EXACT: { description: 'An authority’s figures as they are.' },
    RECORDS: { description: 'Row by row; not of placements, costs or demand.' },
  },
});

export const SharingRecipientEnum = builder.enumType('SharingRecipient', {
  description: 'Who receives what an agreement shares.',
  values: {
    HUB: { description: 'The consortium’s hub, but its reviewers.' },
    MEMBERS: { description: 'Other members.' },
    PLACEMENT_OFFICERS: { description: 'Placement officers of other members.' },
    PROVIDERS: { description: 'Providers.' },
    REVIEWERS: { description: 'Reviewers: elected members on a joint review.' },
    PUBLIC: { description: 'Everybody, through releases.' },
  },
});

export const AgreementStatusEnum = builder.enumType('AgreementStatus', {
  description: 'Where a version of an agreement stands.',
  values: {
    DRAFT: { description: 'Being written; only the organisation that drafts it sees it.' },
    PROPOSED: { description: 'Awaiting signatures; what it says no longer changes.' },
    ACTIVE: { description: 'Signed by two parties or more; in force on its days.' },
    SUSPENDED: {
      description: 'Gives no sight until the organisation that suspended it resumes it.',
    },
    ENDED: { description: 'Over for good.' },
    SUPERSEDED: { description: 'Replaced by a later version.' },
  },
});

export const PartyRoleEnum = builder.enumType('PartyRole', {
  description: 'A party’s part in the processing (UK GDPR Art. 4, 26, 28).',
  values: {
    CONTROLLER: { description: 'Decides why and how.' },
    JOINT_CONTROLLER: { description: 'Decides why and how, together with others.' },
    PROCESSOR: { description: 'Processes on another’s instructions.' },
  },
});
