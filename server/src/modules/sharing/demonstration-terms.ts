import type { AgreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';

/** What all invented agreements say alike. */
export type DemonstrationTerms = Omit<
  AgreementFields,
  | 'reference'
  | 'title'
  | 'purposes'
  | 'whyNecessary'
  | 'dpiaReference'
  | 'dpiaDatedOn'
  | 'startsOn'
  | 'endsOn'
  | 'reviewDueOn'
  | 'accessReviewMonths'
  | 'parties'
  | 'items'
>;

/** Invented, in the words a real agreement would use; contacts are offices and lead nowhere. */
export const demonstrationTerms: DemonstrationTerms = {
  statutoryGateway:
    'Children Act 1989 s. 22G (sufficiency) and s. 27 (co-operation); Children Act 2004 s. 10 and s. 11; Local Government Act 1972 s. 111.',
  lawfulBasisArticle6:
    'Art. 6(1)(e): a task in the public interest, laid down by Children Act 1989 s. 22G.',
  conditionArticle9: 'Art. 9(2)(g): substantial public interest.',
  conditionSchedule1:
    'Paragraph 6 (statutory and government purposes) and paragraph 18 (safeguarding of children).',
  policyDocumentReference: 'Appropriate policy document: synthetic, for the demonstration.',
  categoriesOfPeople: ['children in care', 'foster-carer households', 'providers and their homes'],
  containsSpecialCategory: true,
  containsCriminal: false,
  rightsContact: 'The data protection office of the authority whose figure it is.',
  processorTerms: null,
  residualRisk: 'Low: small numbers are protected before release; exact figures stay with the hub.',
  privacyNoticeUrls: ['https://example.org/privacy/sufficiency'],
  securityMeasures:
    'Role-based sign-in, row-level security by this agreement, an append-only log that each party reads, encryption in transit.',
  breachContact: 'The data protection office of the hub.',
  breachHours: 24,
  retention: 'Six years after the year a figure speaks of; records of vacancies, 30 days.',
  deletionAtEnd:
    'Sight ends with the agreement. Exports are deleted within 30 days, confirmed in writing.',
  internationalTransfer: 'None: data stays in the United Kingdom.',
  onwardSharing: 'None, but for released figures in papers that a party publishes.',
  auditRight: 'Each party reads its own log at any time and may ask another for its access list.',
  terminationNotice: 'Any party may suspend or end it at once, giving its reason.',
};
