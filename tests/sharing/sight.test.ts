import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import { arrangeAgreement, forgetAgreements, underPolicies, usual } from './agreements.ts';
import type { Agreement, Region } from './sight-oracle.ts';
import { expectedSight } from './sight-oracle.ts';

const database = await cloneDatabase();
const app = new pg.Pool({ connectionString: database.appUrl, max: 2 });
app.on('error', () => undefined);

afterAll(async () => {
  await app.end();
  await database.drop();
});

const region: Region = {
  authorities: {
    derby: ['E06000015'],
    derbyshire: ['E10000007'],
    nottingham: ['E06000018'],
    nottinghamshire: ['E10000024'],
    coventry: ['E08000026'],
    solihull: ['E08000029'],
    norfolk: ['E10000020'],
  },
  hubs: { d2n2: 'd2n2', 'west-midlands': 'west-midlands' },
  consortia: {
    d2n2: ['E06000015', 'E10000007', 'E06000018', 'E10000024'],
    'west-midlands': ['E08000026', 'E08000029'],
  },
  // Nottingham leaves at the end of the day on which the clocks go back.
  left: { E06000018: '2026-10-26' },
};

/** A second before and a second after midnight in England, on both days of a clock change and on others. */
const instants = [
  '2026-01-15T12:00:00Z',
  '2026-02-28T23:59:59Z',
  '2026-03-01T00:00:00Z',
  '2026-03-28T23:59:59Z',
  '2026-03-29T00:00:00Z',
  '2026-03-29T22:59:59Z',
  '2026-03-29T23:00:00Z',
  '2026-03-30T22:59:59Z',
  '2026-07-01T22:59:59Z',
  '2026-07-01T23:00:00Z',
  '2026-10-24T22:59:59Z',
  '2026-10-24T23:00:00Z',
  '2026-10-25T23:59:59Z',
  '2026-10-26T00:00:00Z',
  '2026-12-31T23:59:59Z',
  '2027-01-01T00:00:00Z',
];

const accounts = [
  'commissioner.derby',
  'placement-officer.derby',
  'approver.derbyshire',
  'commissioner.nottingham',
  'placement-officer.nottinghamshire',
  'ig-lead.nottinghamshire',
  'hub-analyst.d2n2',
  'reviewer.d2n2',
  'hub-manager.west-midlands',
  'commissioner.coventry',
  'placement-officer.solihull',
  'commissioner.norfolk',
  'provider.alder-and-ash-homes',
];

const days = [
  '2025-08-31',
  '2026-01-01',
  '2026-02-28',
  '2026-03-28',
  '2026-03-29',
  '2026-03-30',
  '2026-07-01',
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
  '2026-12-31',
];
const day = fc.constantFrom(...days);

const anyItem = fc
  .record({
    dataset: fc.constantFrom('placements', 'costs', 'providers', 'fostering', 'beds', 'demand'),
    recipient: fc.constantFrom(
      'HUB',
      'MEMBERS',
      'PLACEMENT_OFFICERS',
      'PROVIDERS',
      'REVIEWERS',
      'PUBLIC',
    ),
    level: fc.constantFrom('NONE', 'RELEASED', 'EXACT', 'RECORDS'),
  })
  .filter(
    ({ dataset, recipient, level }) =>
      (level !== 'RECORDS' || ['providers', 'fostering', 'beds'].includes(dataset)) &&
      (['NONE', 'RELEASED'].includes(level) ||
        ['HUB', 'MEMBERS', 'PLACEMENT_OFFICERS'].includes(recipient)),
  );

const partiesOf = (slugs: readonly string[]) =>
  fc
    .subarray([...slugs], { minLength: 2 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((organisation) =>
          fc.record({ organisation: fc.constant(organisation), signed: mostly(true, false) }),
        ),
      ),
    );

const mostly = <Value>(usually: Value, otherwise: Value) =>
  fc.oneof(
    { arbitrary: fc.constant(usually), weight: 4 },
    { arbitrary: fc.constant(otherwise), weight: 1 },
  );

const anyAgreement = fc
  .record({
    place: fc.constantFrom(
      {
        consortium: 'd2n2',
        slugs: ['d2n2', 'derby', 'derbyshire', 'nottingham', 'nottinghamshire'],
      },
      { consortium: 'west-midlands', slugs: ['west-midlands', 'coventry', 'solihull'] },
    ),
    status: fc.oneof(
      { arbitrary: fc.constant('ACTIVE'), weight: 6 },
      {
        arbitrary: fc.constantFrom('DRAFT', 'PROPOSED', 'SUSPENDED', 'ENDED', 'SUPERSEDED'),
        weight: 2,
      },
    ),
    between: fc.tuple(day, day),
    dpiaDatedOn: fc.oneof(
      { arbitrary: fc.constant('2025-08-31'), weight: 3 },
      { arbitrary: day, weight: 1 },
    ),
    withoutDpia: mostly(false, true),
    accessReviewMonths: fc.constantFrom(1, 2, 6, 60),
    accessReviewedOn: fc.option(day, { nil: null }),
    items: fc.uniqueArray(anyItem, {
      minLength: 1,
      maxLength: 8,
      selector: ({ dataset, recipient }) => `${dataset} ${recipient}`,
    }),
  })
  .chain(({ place, between, withoutDpia, ...rest }) =>
    partiesOf(place.slugs).map((parties): Agreement => {
      const [startsOn = '', endsOn = ''] = [...between].sort();
      // What is in force without a DPIA the database does not even hold.
      const dpiaDatedOn = withoutDpia && rest.status !== 'ACTIVE' ? null : rest.dpiaDatedOn;
      return {
        ...rest,
        id: '',
        version: 1,
        consortium: place.consortium,
        draftedBy: place.slugs[0] ?? '',
        startsOn,
        endsOn,
        dpiaDatedOn: dpiaDatedOn as string,
        parties,
      };
    }),
  );

/** Sixty agreements, the same in every run. */
const agreements: readonly Agreement[] = fc
  .sample(anyAgreement, { numRuns: 60, seed: 20_261_122 })
  .map((agreement) => ({ ...agreement, id: randomUUID() }));

const sightOf = (account: string, at: string) =>
  underPolicies(app, { account, at }, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select concat_ws(' ', authority_code, dataset, level, agreement_id) as line from sight()`,
    );
    return rows.map(({ line }) => line).sort();
  });

describe('what a signed agreement lets an account see', () => {
  beforeAll(async () => {
    await forgetAgreements(database.db);
    await database.db.query(
      `update consortium_member set left_on = '2026-10-26' where authority_code = 'E06000018'`,
    );
    for (const agreement of agreements) await arrangeAgreement(database.db, agreement);
  });

  test('is what its words say: for every principal, dataset, level and second around midnight', async () => {
    const table = accounts.flatMap((account) => instants.map((at) => ({ account, at })));
    const seen: unknown[] = [];
    for (const { account, at } of table) {
      seen.push({ account, at, sees: await sightOf(account, at) });
    }

    const expected = table.map(({ account, at }) => ({
      account,
      at,
      sees: expectedSight(account, at, agreements, region),
    }));

    expect(seen).toEqual(expected);
    // Rows of the table: each grant, and each principal and second with no more than that.
    expect(expected.flatMap(({ sees }) => [...sees, 'nothing else']).length).toBeGreaterThan(800);
    expect(expected.filter(({ sees }) => sees.length > 0).length).toBeGreaterThan(60);
  });
});

describe('without a viewer', () => {
  test('nothing is seen', async () => {
    const { rows } = await app.query(
      'select (select count(*)::int from sight()) as sight, (select count(*)::int from sharing_agreement) as agreements, (select count(*)::int from agreement_party) as parties, (select count(*)::int from agreement_item) as items',
    );

    expect(rows).toEqual([{ sight: 0, agreements: 0, parties: 0, items: 0 }]);
  });
});

describe('an agreement of this second', () => {
  const edge = { ...usual, id: randomUUID(), startsOn: '2026-03-29', endsOn: '2026-10-25' };

  beforeAll(async () => {
    await forgetAgreements(database.db);
    await arrangeAgreement(database.db, edge);
  });

  test.each([
    ['the last second before the day it begins', '2026-03-28T23:59:59.999Z', 0],
    ['the first second of the day the clocks go forward', '2026-03-29T00:00:00Z', 2],
    ['the last second of the day the clocks go back', '2026-10-25T23:59:59.999Z', 2],
    ['the first second of the day after', '2026-10-26T00:00:00Z', 0],
  ])('%s', async (_when, at, sights) => {
    expect(await sightOf('hub-analyst.d2n2', at)).toHaveLength(sights);
  });
});
