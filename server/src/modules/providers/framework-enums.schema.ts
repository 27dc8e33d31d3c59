import { builder } from '../../graphql/builder.ts';

export const FrameworkStatusEnum = builder.enumType('FrameworkStatus', {
  description: 'Where a framework stands today.',
  values: {
    PLANNED: { description: 'Its first day is still to come.' },
    OPEN: { description: 'In force, and open to new providers.' },
    CLOSED_TO_NEW: { description: 'In force, and closed to new providers.' },
    ENDED: { description: 'Its last day is over.' },
  },
});

export const FrameworkDateKindEnum = builder.enumType('FrameworkDateKind', {
  description: 'What happened to a framework on a day.',
  values: {
    OPENED: { description: 'It opened to providers for the first time.' },
    REOPENED: { description: 'It opened again, to further providers and homes.' },
    AWARDED: { description: 'Providers were added.' },
    EXTENDED: { description: 'A right to extend it was taken up.' },
  },
});

export const CallOffMethodEnum = builder.enumType('CallOffMethod', {
  description: 'How a framework was called off.',
  values: {
    DIRECT: { description: 'Direct award under the framework.' },
    COMPETITION: { description: 'Further competition.' },
  },
});

export const RadarDateKindEnum = builder.enumType('RadarDateKind', {
  description: 'What falls on a day of the radar.',
  values: {
    RECOMMISSION_START: { description: 'What follows is to be begun.' },
    EXTENSION_DECISION: { description: 'Whether to extend is to be decided.' },
    NOTICE_BY: { description: 'Last day to give notice for the end.' },
    REOPENING: { description: 'It opens to further providers.' },
    END: { description: 'Its last day as it stands.' },
    LAST_POSSIBLE_END: { description: 'Its last day, if every extension is taken up.' },
  },
});

export const RadarKindEnum = builder.enumType('RecommissioningKind', {
  description: 'What stands on the radar.',
  values: {
    FRAMEWORK: { description: 'A framework.' },
    BLOCK: { description: 'A block contract.' },
  },
});

export const UpliftStatusEnum = builder.enumType('UpliftStatus', {
  description: 'Where a request for higher prices stands.',
  values: {
    ASKED: { description: 'Nobody has taken it up yet.' },
    IN_HAND: { description: 'Its link authority is at it.' },
    AGREED: { description: 'Agreed to as asked.' },
    PARTLY_AGREED: { description: 'Agreed to less than was asked.' },
    REFUSED: { description: 'Refused.' },
    WITHDRAWN: { description: 'The provider took it back.' },
  },
});
