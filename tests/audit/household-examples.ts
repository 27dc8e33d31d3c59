import { codes, givenEnquiries } from '../fostering/arranged.ts';
import { derby, forgetCapacity, givenHouseholds } from '../fostering/households.ts';
import { done } from '../providers/buying.ts';
import { sendFiles } from '../providers/importing.ts';
import type { TestApp } from '../testkit/app.ts';
import { globalId } from '../testkit/requests.ts';
import type { Example } from './example.ts';

const household = {
  authority: codes.derby,
  reference: 'H-1',
  householdType: 'MAINSTREAM',
  approvedOn: '2025-03-01',
  places: 2,
  carers: 2,
  youngestCarer: 'NK',
  ethnicity: 'NK',
  area: 'NK',
};

const constellation = {
  authority: codes.derby,
  reference: 'M-1',
  satelliteHouseholds: 6,
  satellitePlaces: 9,
  startedOn: '2025-01-01',
};

const plan = { consortium: 'd2n2', authority: codes.derby, year: '2026-27' };

/** Something that is done where nothing of fostering is there. */
const fresh = (leaves: string, act: (app: TestApp) => Promise<unknown>): Example => ({
  leaves,
  prepare: async (app) => {
    await forgetCapacity(app.db);
    return () => act(app);
  },
});

/** The same with a household of Derby's there. */
const ofHousehold = (leaves: string, mutation: string, input: object): Example => ({
  leaves,
  prepare: async (app) => {
    await forgetCapacity(app.db);
    await givenHouseholds(app.db, [{ ref: 'H-1', of: 'derby' }]);
    const { rows } = await app.db.query<{ id: string }>('select id from fostering_household');
    const id = globalId('FosteringHousehold', rows[0]?.id ?? '');
    return () => done(app, derby, { mutation, input: { id, version: 1, ...input } });
  },
});

/** One for every mutation of households, targets and forecasts. */
export const householdMutations: Readonly<Record<string, Example>> = {
  addFosteringHousehold: fresh('household.added', (app) =>
    done(app, derby, { mutation: 'addFosteringHousehold', input: household }),
  ),
  changeFosteringHousehold: ofHousehold('household.changed', 'changeFosteringHousehold', {
    carers: 1,
  }),
  deregisterFosteringHousehold: ofHousehold(
    'household.deregistered',
    'deregisterFosteringHousehold',
    { on: '2026-02-01', reason: 'NK' },
  ),
  recordFosterPlaces: ofHousehold('household.placesRecorded', 'recordFosterPlaces', {
    ...{ fromOn: '2026-01-01', filled: 1, vacant: 1, unavailable: 0 },
  }),
  importFosteringHouseholds: fresh('household.imported', (app) =>
    sendFiles(app, derby, {
      query: `mutation ($input: ImportFosteringHouseholdsInput!) {
        importFosteringHouseholds(input: $input) { applied } }`,
      variables: { input: { authority: codes.derby, files: [null], apply: true } },
      files: {
        'variables.input.files.0': {
          name: 'households.csv',
          text: [
            'reference,household_type,approved_on,places,carers,youngest_carer,ethnicity,area,deregistered_on,deregistration_reason',
            'H-2,MAINSTREAM,2025-01-01,2,2,NK,NK,NK,,',
          ].join('\n'),
        },
      },
    }),
  ),
  addFosteringConstellation: fresh('constellation.saved', (app) =>
    done(app, derby, { mutation: 'addFosteringConstellation', input: constellation }),
  ),
  changeFosteringConstellation: {
    leaves: 'constellation.saved',
    prepare: async (app) => {
      await forgetCapacity(app.db);
      const { id, version } = await done(app, derby, {
        mutation: 'addFosteringConstellation',
        input: constellation,
      });
      const input = { id, version, satelliteHouseholds: 7, satellitePlaces: 9 };
      return () => done(app, derby, { mutation: 'changeFosteringConstellation', input });
    },
  },
  setFosteringTarget: fresh('target.set', (app) =>
    done(app, derby, { mutation: 'setFosteringTarget', input: { ...plan, approvals: 10 } }),
  ),
  makeFosteringForecast: {
    leaves: 'forecast.made',
    prepare: async (app) => {
      await forgetCapacity(app.db);
      await givenEnquiries(app.db, [
        { ref: 'E-1', of: 'derby', received: '2025-12-01', approved: '2026-04-20' },
      ]);
      return () =>
        app.as(
          derby,
          'mutation ($input: FosteringForecastInput!) { makeFosteringForecast(input: $input) { id } }',
          { input: plan },
        );
    },
  },
  scoreFosteringForecasts: fresh('forecast.scored', (app) =>
    done(app, derby, {
      mutation: 'scoreFosteringForecasts',
      input: { consortium: 'd2n2' },
      asked: 'id',
    }),
  ),
};
