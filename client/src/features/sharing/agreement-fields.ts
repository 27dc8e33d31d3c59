import type { DraftText } from './agreement-draft.ts';

/** One typed field of the form. */
export interface DraftField {
  readonly name: DraftText;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'line' | 'area' | 'day' | 'number';
  readonly isOptional?: true;
}

export const identityFields: readonly DraftField[] = [
  { name: 'title', label: 'Title', hint: 'What it is about, as people will call it', kind: 'line' },
  { name: 'reference', label: 'Reference', hint: 'For example D2N2/2026/05', kind: 'line' },
];

export const lawfulFields: readonly DraftField[] = [
  {
    name: 'whyNecessary',
    label: 'Why it is necessary',
    hint: 'What could not be done without it',
    kind: 'area',
  },
  {
    name: 'statutoryGateway',
    label: 'Power to share',
    hint: 'The law that lets the parties share, for example Children Act 1989, section 22G',
    kind: 'area',
  },
  { name: 'lawfulBasisArticle6', label: 'Lawful basis, UK GDPR Article 6', kind: 'line' },
  {
    name: 'conditionArticle9',
    label: 'Condition, UK GDPR Article 9 (optional)',
    hint: 'Needed for special category data',
    kind: 'line',
    isOptional: true,
  },
  {
    name: 'conditionSchedule1',
    label: 'Condition, Data Protection Act 2018, Schedule 1 (optional)',
    kind: 'line',
    isOptional: true,
  },
  {
    name: 'policyDocumentReference',
    label: 'Appropriate policy document (optional)',
    kind: 'line',
    isOptional: true,
  },
];

export const onwardFields: readonly DraftField[] = [
  {
    name: 'onwardSharing',
    label: 'Onward sharing',
    hint: 'Whether a recipient may pass it on, and to whom',
    kind: 'area',
  },
];

export const peopleFields: readonly DraftField[] = [
  {
    name: 'categoriesOfPeople',
    label: 'Whom the data is about',
    hint: 'One group a line, for example “Children looked after”',
    kind: 'area',
  },
  {
    name: 'rightsContact',
    label: 'Who answers people about their rights',
    hint: 'An office, never a person',
    kind: 'line',
  },
  {
    name: 'privacyNoticeUrls',
    label: 'Privacy notices (optional)',
    hint: 'One address a line',
    kind: 'area',
    isOptional: true,
  },
];

export const governanceFields: readonly DraftField[] = [
  {
    name: 'dpiaReference',
    label: 'Impact assessment (DPIA) (optional)',
    hint: 'Its reference',
    kind: 'line',
    isOptional: true,
  },
  {
    name: 'dpiaDatedOn',
    label: 'Day the impact assessment is dated (optional)',
    hint: 'The agreement cannot be proposed without it',
    kind: 'day',
    isOptional: true,
  },
  { name: 'residualRisk', label: 'Residual risk (optional)', kind: 'area', isOptional: true },
  {
    name: 'processorTerms',
    label: 'Processor’s terms (optional)',
    hint: 'Where a party processes for others, UK GDPR Article 28',
    kind: 'area',
    isOptional: true,
  },
  { name: 'auditRight', label: 'Right to audit', kind: 'area' },
];

export const securityFields: readonly DraftField[] = [
  { name: 'securityMeasures', label: 'Security measures', kind: 'area' },
  { name: 'breachContact', label: 'A breach is told to', hint: 'An office', kind: 'line' },
  { name: 'breachHours', label: 'Within how many hours', hint: 'From 1 to 72', kind: 'number' },
  { name: 'internationalTransfer', label: 'Transfer abroad', kind: 'area' },
];

export const endFields: readonly DraftField[] = [
  { name: 'startsOn', label: 'First day', kind: 'day' },
  { name: 'endsOn', label: 'Last day', kind: 'day' },
  { name: 'reviewDueOn', label: 'To be reviewed by', kind: 'day' },
  {
    name: 'accessReviewMonths',
    label: 'Months between reviews of access',
    hint: 'From 1 to 60. When a review is late, sight closes',
    kind: 'number',
  },
  { name: 'retention', label: 'How long what is shared is kept', kind: 'area' },
  { name: 'deletionAtEnd', label: 'What happens to it at the end', kind: 'area' },
  { name: 'terminationNotice', label: 'Notice', kind: 'area' },
];

/** Every typed field, in the order of the form. */
export const draftFields: readonly DraftField[] = [
  identityFields,
  lawfulFields,
  onwardFields,
  peopleFields,
  governanceFields,
  securityFields,
  endFields,
].flat();
