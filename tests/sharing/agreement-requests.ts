import type { Answer, TestApp } from '../testkit/app.ts';

const FIELDS = `id revision version status reference endsOn reason inForce notInForceBecause synthetic
  accessReviewedOn draftedBy { slug } parties { organisation { slug } signedAt signedBy } items { dataset recipient level }
  viewerCanEdit viewerCanDelete viewerCanPropose viewerCanSign viewerCanSuspend viewerCanResume viewerCanEnd viewerCanRenew
  viewerCanRecordAccessReview`;

/** An agreement as the tests ask for it. */
export interface Asked {
  readonly id: string;
  readonly revision: number;
  readonly version: number;
  readonly status: string;
  readonly reference: string;
  readonly endsOn: string;
  readonly reason: string | null;
  readonly inForce: boolean;
  readonly notInForceBecause: readonly string[];
  readonly synthetic: boolean;
  readonly accessReviewedOn: string | null;
  readonly parties: readonly {
    readonly organisation: { readonly slug: string };
    readonly signedAt: string | null;
    readonly signedBy: string | null;
  }[];
  readonly viewerCanSign: boolean;
  readonly viewerCanRenew: boolean;
}

const inputs: Readonly<Record<string, string>> = {
  draftAgreement: 'DraftAgreementInput',
  updateDraftAgreement: 'UpdateDraftAgreementInput',
  suspendAgreement: 'AgreementReasonInput',
  endAgreement: 'AgreementReasonInput',
  renewAgreement: 'RenewAgreementInput',
};

/** What a mutation answered: the agreement, or why not. */
export async function change(
  app: TestApp,
  account: string,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer<Record<string, Asked>>> {
  const type = inputs[mutation] ?? 'AgreementInput';
  return await app.as<Record<string, Asked>>(
    account,
    `mutation Change($input: ${type}!) { ${mutation}(input: $input) { ${FIELDS} } }`,
    { input },
  );
}

/** The agreement that a mutation answers. @throws Error it was refused. */
export async function changed(
  app: TestApp,
  account: string,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Asked> {
  const { data, errors } = await change(app, account, mutation, input);
  const agreement = data?.[mutation];
  if (!agreement) throw new Error(`${mutation} was refused: ${JSON.stringify(errors)}`);
  return agreement;
}

/** A draft that can be proposed: the hub, Derby and Nottingham, who share fostering. */
export const draft = {
  consortium: 'd2n2',
  reference: 'D2N2/T/1',
  title: 'A test',
  purposes: ['comparison'],
  whyNecessary: 'To compare.',
  statutoryGateway: 'Children Act 1989 s. 22G',
  lawfulBasisArticle6: 'Art. 6(1)(e)',
  categoriesOfPeople: ['children in care'],
  containsSpecialCategory: false,
  containsCriminal: false,
  rightsContact: 'The data protection office.',
  dpiaReference: 'DPIA 1',
  dpiaDatedOn: '2026-01-01',
  privacyNoticeUrls: ['https://example.org/privacy'],
  securityMeasures: 'Row-level security.',
  breachContact: 'The data protection office.',
  breachHours: 24,
  retention: 'Six years.',
  deletionAtEnd: 'All of it.',
  internationalTransfer: 'None.',
  onwardSharing: 'None.',
  auditRight: 'Every party.',
  terminationNotice: 'At once.',
  startsOn: '2026-06-01',
  endsOn: '2026-12-31',
  reviewDueOn: '2026-09-30',
  accessReviewMonths: 6,
  parties: ['d2n2', 'derby', 'nottingham'].map((organisation) => ({
    organisation,
    role: 'CONTROLLER',
    dpoContact: 'Data protection office',
    signatory: 'Senior Information Risk Owner',
  })),
  items: [
    {
      dataset: 'fostering',
      recipient: 'HUB',
      level: 'EXACT',
      granularity: 'authority',
      minimumCount: 0,
      rounding: 1,
      historyMonths: 60,
    },
  ],
} as const;

/** Drafts and proposes as the hub. */
export async function proposed(app: TestApp, reference: string): Promise<Asked> {
  const drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', { ...draft, reference });
  return await changed(app, 'ig-lead.d2n2', 'proposeAgreement', seen(drafted));
}

/** Has the hub and Derby sign what the hub proposes, so that it is in force for the two. */
export async function inForce(app: TestApp, reference: string): Promise<Asked> {
  const first = await changed(
    app,
    'ig-lead.d2n2',
    'signAgreement',
    seen(await proposed(app, reference)),
  );
  return await changed(app, 'ig-lead.derby', 'signAgreement', seen(first));
}

/** An agreement as a mutation names it. */
export const seen = ({ id, revision }: Asked) => ({ id, revision });
