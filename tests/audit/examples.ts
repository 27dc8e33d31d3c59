import { changed, draft, inForce, proposed, seen } from '../sharing/agreement-requests.ts';
import type { TestApp } from '../testkit/app.ts';
import { post, refusalOf, send } from '../testkit/requests.ts';

/** Something that must leave an event. */
export interface Example {
  /** The event it leaves, and no other. */
  readonly leaves: string;
  /** Arranges what it needs, and gives the doing itself. */
  readonly prepare: (app: TestApp) => Promise<() => Promise<unknown>>;
}

const commissioner = 'commissioner.derby';
const hub = 'ig-lead.d2n2';

let references = 0;
/** One that no other example uses. */
const reference = () => {
  references += 1;
  return `D2N2/A/${references}`;
};

/** Asks as an account. @throws Error it was refused. */
async function asked(app: TestApp, account: string, document: string, input?: object) {
  const answer = await app.as(account, document, { input });
  if (answer.errors) throw new Error(refusalOf(answer));
  return answer.data as Record<string, { id: string; version: number }>;
}

const SAVE = `mutation ($input: SaveComparisonInput!) { saveComparison(input: $input) { id version } }`;
const UPDATE = `mutation ($input: UpdateSavedComparisonInput!) { updateSavedComparison(input: $input) { id version } }`;
const DELETE = `mutation ($input: DeleteSavedComparisonInput!) { deleteSavedComparison(input: $input) }`;

const DELETE_DRAFT = `mutation ($input: AgreementInput!) { deleteDraftAgreement(input: $input) }`;

const numbers = { consortium: 'd2n2', indicators: ['cla-number'] };
const saving = { name: 'Numbers', visibility: 'PRIVATE', query: numbers };

const saved = async (app: TestApp) => {
  const { saveComparison } = await asked(app, commissioner, SAVE, saving);
  return { id: saveComparison?.id ?? '', version: saveComparison?.version ?? 0 };
};

const signIn = (app: TestApp) =>
  post(app, { query: `mutation { signIn(input: { account: "${commissioner}" }) { account } }` });

/** A mutation of an agreement that somebody does as the hub. */
const ofAgreement = (
  mutation: string,
  leaves: string,
  arrange: (app: TestApp) => Promise<Readonly<Record<string, unknown>>>,
): Example => ({
  leaves,
  prepare: async (app) => {
    const input = await arrange(app);
    return () => changed(app, hub, mutation, input);
  },
});

const drafted = async (app: TestApp) =>
  seen(await changed(app, hub, 'draftAgreement', { ...draft, reference: reference() }));

const reason = 'A test.';

/** One for every mutation of the schema. */
export const mutations: Readonly<Record<string, Example>> = {
  signIn: { leaves: 'session.started', prepare: (app) => Promise.resolve(() => signIn(app)) },
  signOut: {
    leaves: 'session.ended',
    prepare: async (app) => {
      const cookie = (await signIn(app)).headers.get('set-cookie')?.split(';')[0] ?? '';
      return () => post(app, { query: 'mutation { signOut }' }, { cookie });
    },
  },
  saveComparison: {
    leaves: 'comparison.saved',
    prepare: (app) => Promise.resolve(() => asked(app, commissioner, SAVE, saving)),
  },
  updateSavedComparison: {
    leaves: 'comparison.changed',
    prepare: async (app) => {
      const input = { ...(await saved(app)), name: 'Other numbers' };
      return () => asked(app, commissioner, UPDATE, input);
    },
  },
  deleteSavedComparison: {
    leaves: 'comparison.deleted',
    prepare: async (app) => {
      const input = await saved(app);
      return () => asked(app, commissioner, DELETE, input);
    },
  },
  draftAgreement: ofAgreement('draftAgreement', 'agreement.drafted', () =>
    Promise.resolve({ ...draft, reference: reference() }),
  ),
  updateDraftAgreement: ofAgreement('updateDraftAgreement', 'agreement.changed', async (app) => {
    const { consortium: _, ...said } = draft;
    return { ...said, reference: reference(), ...(await drafted(app)) };
  }),
  deleteDraftAgreement: {
    leaves: 'agreement.deleted',
    prepare: async (app) => {
      const input = await drafted(app);
      return () => asked(app, hub, DELETE_DRAFT, input);
    },
  },
  proposeAgreement: ofAgreement('proposeAgreement', 'agreement.proposed', drafted),
  signAgreement: ofAgreement('signAgreement', 'agreement.signed', async (app) =>
    seen(await proposed(app, reference())),
  ),
  suspendAgreement: ofAgreement('suspendAgreement', 'agreement.suspended', async (app) => ({
    ...seen(await inForce(app, reference())),
    reason,
  })),
  resumeAgreement: ofAgreement('resumeAgreement', 'agreement.resumed', async (app) => {
    const input = { ...seen(await inForce(app, reference())), reason };
    return seen(await changed(app, hub, 'suspendAgreement', input));
  }),
  endAgreement: ofAgreement('endAgreement', 'agreement.ended', async (app) => ({
    ...seen(await inForce(app, reference())),
    reason,
  })),
  renewAgreement: ofAgreement('renewAgreement', 'agreement.renewed', async (app) => ({
    ...seen(await inForce(app, reference())),
    endsOn: '2027-12-31',
    reviewDueOn: '2027-06-30',
  })),
  recordAccessReview: ofAgreement('recordAccessReview', 'agreement.accessReviewed', async (app) =>
    seen(await inForce(app, reference())),
  ),
};

const download = (path: string, account: string, leaves: string): Example => ({
  leaves,
  prepare: (app) => Promise.resolve(() => send(app, path, { headers: app.credentialsOf(account) })),
});

const comparison = '?consortium=d2n2&indicators=cla-number';

/** One for every file that can be downloaded. */
export const exports: Readonly<Record<string, Example>> = {
  '/comparison.csv': download(
    `/exports/comparison.csv${comparison}`,
    commissioner,
    'comparison.exported',
  ),
  '/comparison.xlsx': download(
    `/exports/comparison.xlsx${comparison}`,
    commissioner,
    'comparison.exported',
  ),
  '/audit.csv': download('/exports/audit.csv', hub, 'audit.exported'),
};
