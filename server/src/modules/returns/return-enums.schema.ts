import { builder } from '../../graphql/builder.ts';

export const ReturnStatusEnum = builder.enumType('ReturnStatus', {
  description: 'Where a version of a return stands.',
  values: {
    PROBLEMS: { description: 'Checked: errors must be mended and a new version sent.' },
    READY: { description: 'Checked without errors; may still ask for explanations.' },
    SUBMITTED: { description: 'Sent for approval by a second person.' },
    APPROVED: { description: 'Approved, attested and locked; waits for the hub.' },
    ACCEPTED: { description: 'In use: its figures are the ones that count.' },
    WITHDRAWN: { description: 'Taken back for good.' },
    SUPERSEDED: { description: 'A later version took its place.' },
  },
});

export const ReturnKindEnum = builder.enumType('ReturnKind', {
  description: 'What a return says.',
  values: {
    FILE: { description: 'The rows of files.' },
    NIL: { description: 'That nothing happened.' },
    NO_CHANGE: { description: 'That what there was the month before is still there.' },
    GENERATED: { description: 'What a demonstration made up.' },
  },
});

export const ProblemSeverityEnum = builder.enumType('ProblemSeverity', {
  description: 'How much a problem matters.',
  values: {
    ERROR: { description: 'Must be mended.' },
    QUERY: { description: 'Can be right, and is to be explained.' },
    NOTE: { description: 'Worth knowing.' },
  },
});
