import { beforeEach } from 'vitest';
import type { Answer, TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import { codes, forgetEnquiries } from './arranged.ts';

/** When these tests take place. */
export const at = '2026-06-15T12:00:00Z';

export const hub = 'hub-manager.d2n2';
export const analyst = 'hub-analyst.d2n2';
export const owner = 'commissioner.derby';
export const neighbour = 'commissioner.nottingham';

/** Before each test: nobody has enquired, and nobody shows anything. */
export function freshEnquiries(app: TestApp): void {
  beforeEach(() => forgetEnquiries(app.db));
}

const enquiryFields = `id version status receivedOn closedOn heldDays onHoldSince withdrawalReason withdrawnBy
  withdrawnAtStage isDuplicate authority { code } reached { stage on } queries { id question on sentence answer }`;

const inputOf: Readonly<Record<string, string>> = {
  linkDuplicateEnquiry: 'LinkEnquiryInput',
  linkReapplication: 'LinkEnquiryInput',
};

/** Changes something as an account. */
export const tried = (
  app: TestApp,
  account: string,
  change: { readonly mutation: string; readonly input: object; readonly asked?: string },
): Promise<Answer<Record<string, unknown>>> => {
  const { mutation, asked = enquiryFields } = change;
  const type = inputOf[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return app.as(
    account,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${asked} } }`,
    { input: change.input },
  );
};

/** An enquiry as these tests read it. */
export interface Enquired {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly reached: readonly { readonly stage: string; readonly on: string }[];
  readonly queries: readonly { readonly id: string; readonly question: string }[];
}

/** The same; what it gives. @throws Error it was refused. */
export async function done<Result = Enquired>(
  app: TestApp,
  account: string,
  change: Parameters<typeof tried>[2],
): Promise<Result> {
  const answer = await tried(app, account, change);
  if (answer.errors) throw new Error(refusalOf(answer));
  return answer.data?.[change.mutation] as Result;
}

/** What became of it: the refusal, or nothing. */
export const refused = async (...change: Parameters<typeof tried>): Promise<string> =>
  refusalOf(await tried(...change));

/** An enquiry as a test records it: of Derby, held by the hub. */
export const usualEnquiry = {
  reference: 'F-0001',
  authority: codes.derby,
  source: 'WEB',
  householdType: 'MAINSTREAM',
  receivedOn: '2026-01-05',
};

/** Records one as the hub. */
export const enquired = (
  app: TestApp,
  said: Partial<Record<keyof typeof usualEnquiry | 'events', unknown>> = {},
): Promise<Enquired> =>
  done(app, hub, { mutation: 'recordEnquiry', input: { ...usualEnquiry, ...said } });

const resultFields = `outcome question enquiry { ${enquiryFields} }`;

/** Events of one enquiry, `kind: day`, as a test sends them. */
export const eventsOf = (
  enquiry: string,
  days: Readonly<Record<string, string>>,
): { readonly events: readonly object[] } => ({
  events: Object.entries(days).map(([kind, on]) => ({ enquiry, kind, on })),
});

/** What became of events that an account sends. */
export const sent = (
  app: TestApp,
  account: string,
  input: object,
): Promise<
  readonly {
    readonly outcome: string;
    readonly question: string | null;
    readonly enquiry: Enquired;
  }[]
> => done(app, account, { mutation: 'recordEnquiryEvents', input, asked: resultFields });

/** The refusal of events that an account sends. */
export const sentInVain = (app: TestApp, account: string, input: object): Promise<string> =>
  refused(app, account, { mutation: 'recordEnquiryEvents', input, asked: 'outcome' });

/** The id of a row that a global id stands for. */
export const fromGlobalId = (id: string): string => globalThis.atob(id).split(':')[1] ?? '';
