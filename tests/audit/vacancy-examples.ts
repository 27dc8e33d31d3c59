import { arrangeBeds, forgetHomes } from '../beds/vacancy-homes.ts';
import { done, forgetBuying } from '../providers/buying.ts';
import type { TestApp } from '../testkit/app.ts';
import type { Example } from './example.ts';

const officer = 'placement-officer.derby';
// In its own area alone: of others' it would be told to their logs, too.
const search = { consortium: 'd2n2', authorities: ['E06000015'], ageBand: 'FROM_13_TO_15' };

/** Something that somebody does about a search for a home. */
const ofSearch = (
  leaves: string,
  act: (app: TestApp) => Promise<() => Promise<unknown>>,
): Example => ({
  leaves,
  prepare: async (app) => {
    await forgetHomes(app.db);
    await forgetBuying(app.db);
    await arrangeBeds(app.db);
    return await act(app);
  },
});

const note = (app: TestApp) =>
  done(app, officer, { mutation: 'recordReferral', input: { search } });

const save = (app: TestApp) =>
  done(app, officer, { mutation: 'saveVacancySearch', input: { search }, asked: 'id' });

/** One for every mutation of searches for a home. */
export const vacancyMutations: Readonly<Record<string, Example>> = {
  recordReferral: ofSearch('referral.noted', (app) => Promise.resolve(() => note(app))),
  recordReferralOutcome: ofSearch('referral.outcomeRecorded', async (app) => {
    const input = { ...(await note(app)), outcome: 'NO_LONGER_NEEDED' };
    return () => done(app, officer, { mutation: 'recordReferralOutcome', input });
  }),
  saveVacancySearch: ofSearch('vacancySearch.saved', (app) => Promise.resolve(() => save(app))),
  deleteVacancySearch: ofSearch('vacancySearch.deleted', async (app) => {
    const { id } = await save(app);
    return () =>
      app.as(officer, 'mutation ($id: ID!) { deleteVacancySearch(input: { id: $id }) }', { id });
  }),
};
