import {
  asked as askedForRelease,
  forgetReleases,
  readyAt,
  changed as releaseChanged,
} from '../releases/releases.ts';
import {
  accepted,
  approved,
  arrangeHubSight,
  demandFiles,
  forgetReturns,
  office,
  changed as returnChanged,
  seen as seenReturn,
  submitted,
} from '../returns/returns.ts';
import { changed, draft, inForce, proposed, seen } from '../sharing/agreement-requests.ts';
import type { TestApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { post, refusalOf, send } from '../testkit/requests.ts';
import { enquiryMutations } from './enquiry-examples.ts';
import type { Example } from './example.ts';
import { homeMutations } from './home-examples.ts';
import { householdMutations } from './household-examples.ts';
import { providerMutations } from './provider-examples.ts';
import { vacancyMutations } from './vacancy-examples.ts';

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

/** One for every mutation but those of returns. */
const otherMutations: Readonly<Record<string, Example>> = {
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

/** A mutation of a return that somebody does, after what came before. */
const ofReturn = (
  account: string,
  mutation: string,
  leaves: string,
  arrange: (app: TestApp) => Promise<Readonly<Record<string, unknown>>>,
): Example => ({
  leaves,
  prepare: async (app) => {
    await forgetReturns(app);
    await arrangeHubSight(app);
    const input = await arrange(app);
    return () => returnChanged(app, account, mutation, input);
  },
});

const checkedReturn = async (app: TestApp) =>
  seenReturn(await submitted(app, demandFiles(12), { checkOnly: true }));
const submittedReturn = async (app: TestApp) => seenReturn(await submitted(app, demandFiles(12)));
const approvedReturn = async (app: TestApp) => seenReturn(await approved(app, demandFiles(12)));

/** One for every mutation of a return. */
const returnMutations: Readonly<Record<string, Example>> = {
  submitReturn: {
    leaves: 'return.received',
    prepare: async (app) => {
      await forgetReturns(app);
      return () => submitted(app, demandFiles(12), { checkOnly: true });
    },
  },
  confirmReturn: ofReturn(commissioner, 'confirmReturn', 'return.submitted', checkedReturn),
  explainReturnProblems: ofReturn(
    commissioner,
    'explainReturnProblems',
    'return.explained',
    async (app) => {
      await accepted(app, demandFiles(12, '2026-04'), { period: '2026-04' });
      const sent = await submitted(app, demandFiles(90));
      return { ...seenReturn(sent), problems: [{ nth: 1, explanation: 'A test.' }] };
    },
  ),
  approveReturn: ofReturn('approver.derby', 'approveReturn', 'return.approved', async (app) => ({
    ...(await submittedReturn(app)),
    ...office,
  })),
  acceptReturn: ofReturn('hub-analyst.d2n2', 'acceptReturn', 'return.accepted', approvedReturn),
  reopenReturn: ofReturn('approver.derby', 'reopenReturn', 'return.reopened', async (app) => ({
    ...(await approvedReturn(app)),
    reason,
  })),
  withdrawReturn: ofReturn('approver.derby', 'withdrawReturn', 'return.withdrawn', async (app) => ({
    ...(await submittedReturn(app)),
    reason,
  })),
};

const demandRelease = { dataset: 'demand', period: '2026-05' };

/** Something the hub does with a release of Derby’s requests. */
const ofRelease = (leaves: string, act: (app: TestApp) => Promise<() => Promise<unknown>>) => ({
  leaves,
  prepare: async (app: TestApp) => {
    await forgetReleases(app);
    await forgetReturns(app);
    await arrangeHubSight(app);
    await accepted(app, demandFiles(12));
    return await act(app);
  },
});

/** Publishes or withdraws a release that is ready. */
const changedRelease = (mutation: 'publishRelease' | 'withdrawRelease') => async (app: TestApp) => {
  const release = await readyAt(app, clockAt('2026-06-15T12:00:00Z'), demandRelease);
  return () => releaseChanged(app, mutation, release);
};

/** One for every mutation of a release. */
const releaseMutations: Readonly<Record<string, Example>> = {
  buildRelease: ofRelease('release.requested', (app) =>
    Promise.resolve(() => askedForRelease(app, demandRelease)),
  ),
  publishRelease: ofRelease('release.published', changedRelease('publishRelease')),
  withdrawRelease: ofRelease('release.withdrawn', changedRelease('withdrawRelease')),
};

/** One for every mutation of the schema. */
export const mutations: Readonly<Record<string, Example>> = {
  ...otherMutations,
  ...returnMutations,
  ...releaseMutations,
  ...providerMutations,
  ...enquiryMutations,
  ...householdMutations,
  ...homeMutations,
  ...vacancyMutations,
};

const download = (path: string, account: string, leaves: string): Example => ({
  leaves,
  prepare: (app) => Promise.resolve(() => send(app, path, { headers: app.credentialsOf(account) })),
});

/** A file that a return was read from. */
const sentFile = (address: 'url' | 'markedUrl'): Example => ({
  leaves: 'return.downloaded',
  prepare: async (app) => {
    await forgetReturns(app);
    const { files } = await submitted(app, demandFiles(12), { fields: `files { ${address} }` });
    const path = (files as Record<string, string>[])[0]?.[address] ?? '';
    return () => send(app, path, { headers: app.credentialsOf(commissioner) });
  },
});

/** The file of a release that its hub still has to publish. */
const releaseFile = (kind: 'csv' | 'xlsx'): Example =>
  ofRelease('figures.exported', async (app) => {
    const { key } = await readyAt(app, clockAt('2026-06-15T12:00:00Z'), demandRelease);
    const headers = app.credentialsOf('hub-analyst.d2n2');
    return () => send(app, `/exports/releases/${key}.${kind}`, { headers });
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
  '/releases/:consortium/:dataset/:period/:audience/:version{[0-9]+\\.csv}': releaseFile('csv'),
  '/releases/:consortium/:dataset/:period/:audience/:version{[0-9]+\\.xlsx}': releaseFile('xlsx'),
  '/audit.csv': download('/exports/audit.csv', hub, 'audit.exported'),
  '/returns/:id/files/:nth': sentFile('url'),
  '/returns/:id/files/:nth/marked': sentFile('markedUrl'),
  '/return-template.xlsx': download(
    '/exports/return-template.xlsx?dataset=demand',
    commissioner,
    'return.templateDownloaded',
  ),
  '/return-template.csv': download(
    '/exports/return-template.csv?dataset=demand',
    commissioner,
    'return.templateDownloaded',
  ),
  '/datapackage.json': download(
    '/exports/datapackage.json',
    commissioner,
    'return.templateDownloaded',
  ),
  '/return-calendar.ics': download(
    '/exports/return-calendar.ics?consortium=d2n2',
    hub,
    'return.calendarDownloaded',
  ),
  '/enquiries-template.csv': download(
    '/exports/enquiries-template.csv',
    commissioner,
    'enquiry.templateDownloaded',
  ),
  '/fostering-households-template.csv': download(
    '/exports/fostering-households-template.csv',
    commissioner,
    'household.templateDownloaded',
  ),
  '/fostering-places-template.csv': download(
    '/exports/fostering-places-template.csv',
    commissioner,
    'household.templateDownloaded',
  ),
  '/recommissioning/:consortium{[a-z0-9-]+\\.ics}': download(
    '/exports/recommissioning/west-midlands.ics',
    commissioner,
    'recommissioning.downloaded',
  ),
};
