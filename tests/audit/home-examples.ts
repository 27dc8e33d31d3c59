import { arrangeHomes, derby, done, seenHome } from '../beds/homes.ts';
import { areas } from '../beds/vacancy-homes.ts';
import type { TestApp } from '../testkit/app.ts';
import type { Example } from './example.ts';

const urn = '9991001';

/** Something that is done where Derby holds a home for short breaks, on the version that it has. */
const ofHome = (
  leaves: string,
  mutation: string,
  said: (seen: Awaited<ReturnType<typeof seenHome>>) => object,
  asked = 'id',
): Example => ({
  leaves,
  prepare: async (app) => {
    await arrangeHomes(app, [{ urn, area: 'derby', shortBreaks: true }]);
    const input = said(await seenHome(app, urn));
    return () => done(app, derby, { mutation, input, asked });
  },
});

async function unlisted(app: TestApp): Promise<void> {
  await arrangeHomes(app, [{ urn, area: 'derby' }]);
  await app.db.query(`truncate home, home_place, home_event cascade`);
}

/** One for every mutation of homes and of plans of places. */
export const homeMutations: Readonly<Record<string, Example>> = {
  updateBeds: ofHome('home.placesSaid', 'updateBeds', (seen) => ({
    ...seen,
    places: [{ number: 1, state: 'OCCUPIED' }],
  })),
  confirmBeds: ofHome('home.confirmed', 'confirmBeds', (seen) => ({ homes: [seen] })),
  changeHome: ofHome('home.changed', 'changeHome', (seen) => ({ ...seen, name: 'Numbers' })),
  recordHomeNights: ofHome('home.nightsRecorded', 'recordHomeNights', (seen) => ({
    ...seen,
    nights: [{ night: '2026-06-01', capacity: 2, used: 1 }],
  })),
  importBeds: ofHome(
    'home.imported',
    'importBeds',
    () => ({
      csv: `urn,state,places,reason,reserved_until\n${urn},OCCUPIED,2,,`,
      apply: true,
    }),
    'applied',
  ),
  addHome: {
    leaves: 'home.added',
    prepare: async (app) => {
      await unlisted(app);
      return () => done(app, derby, { mutation: 'addHome', input: { urn }, asked: 'id' });
    },
  },
  savePlacesPlan: ofHome('placesPlan.saved', 'savePlacesPlan', () => ({
    ...{ authority: areas.derby, reference: 'P-1', kind: 'OPENING', places: 3 },
    ...{ effectiveOn: '2027-04-01', stage: 'SURVEY' },
  })),
};
