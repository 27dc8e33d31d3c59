import type { Agreement, MatrixCell } from './sharing-queries.ts';

const party = (
  slug: string,
  name: string,
  signedAt: string | null,
): Agreement['parties'][number] => ({
  organisation: { id: slug, slug, name },
  role: 'JOINT_CONTROLLER',
  icoNumber: null,
  dpoContact: `Data protection officer, ${name}`,
  signatory: 'Senior Information Risk Owner',
  signedAt,
  signedBy: signedAt === null ? null : `ig-lead.${slug}`,
});

/** A party that has signed. */
export const signed = (slug: string, name: string) => party(slug, name, '2026-03-10T10:00:00Z');
/** A party that has not. */
export const unsignedParty = (slug: string, name: string) => party(slug, name, null);

/** An agreement in force between Derby and the hub; a test says what is different about its own. */
export const agreementWith = (difference: Partial<Agreement> = {}): Agreement => ({
  id: 'one',
  reference: 'D2N2/2026/01',
  version: 1,
  title: 'Comparison of the four',
  status: 'ACTIVE',
  revision: 1,
  synthetic: true,
  inForce: true,
  notInForceBecause: [],
  consortium: { id: 'd2n2', code: 'd2n2', name: 'D2N2' },
  draftedBy: { id: 'd2n2', name: 'D2N2 hub' },
  purposes: ['comparison'],
  whyNecessary: 'None can plan on its own figures alone.',
  statutoryGateway: 'Children Act 1989, section 22G',
  lawfulBasisArticle6: '6(1)(e)',
  conditionArticle9: null,
  conditionSchedule1: null,
  policyDocumentReference: null,
  categoriesOfPeople: ['Children looked after', 'Foster carers'],
  containsSpecialCategory: true,
  containsCriminal: false,
  rightsContact: 'Information Governance',
  processorTerms: null,
  dpiaReference: 'DPIA-14',
  dpiaDatedOn: '2026-02-10',
  residualRisk: null,
  privacyNoticeUrls: [],
  securityMeasures: 'Row-level security',
  breachContact: 'Data protection officers',
  breachHours: 24,
  retention: 'Three years',
  deletionAtEnd: 'Deleted within 30 days',
  internationalTransfer: 'None.',
  onwardSharing: 'None.',
  auditRight: 'Once a year',
  terminationNotice: 'One month',
  startsOn: '2026-04-01',
  endsOn: '2028-03-31',
  reviewDueOn: '2027-03-01',
  accessReviewMonths: 12,
  accessReviewedOn: '2026-10-01',
  accessReviewDueOn: '2027-10-01',
  reason: null,
  parties: [signed('derby', 'Derby'), signed('d2n2', 'D2N2 hub')],
  items: [
    {
      dataset: 'costs',
      recipient: 'HUB',
      level: 'EXACT',
      granularity: 'authority',
      minimumCount: 0,
      rounding: 1,
      historyMonths: 24,
    },
  ],
  versions: [],
  viewerCanEdit: false,
  viewerCanDelete: false,
  viewerCanPropose: false,
  viewerCanSign: false,
  viewerCanSuspend: false,
  viewerCanResume: false,
  viewerCanEnd: false,
  viewerCanRenew: false,
  viewerCanRecordAccessReview: false,
  ...difference,
});

/** A cell of the matrix that the hub asks about. */
export const matrixCell = (
  authority: string,
  dataset: string,
  level: MatrixCell['level'],
  reason: string | null = null,
): MatrixCell => ({
  authority: { id: authority, code: authority, name: authority },
  dataset,
  recipient: 'HUB',
  level,
  receivers: null,
  receiversInAll: null,
  reason,
  agreement: null,
});
