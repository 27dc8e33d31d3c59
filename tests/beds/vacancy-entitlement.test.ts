import { vacanciesWanted } from '@sufficiency/server/modules/beds/vacancies.queries.ts';
import type {
  VacanciesFound,
  VacanciesWanted,
} from '@sufficiency/server/modules/beds/vacancies.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { arrangeSight, forgetBuying } from '../providers/buying.ts';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { answerOf, answersOf, findVacancies, refusedSearch } from './vacancy-asking.ts';
import { givenBlock, givenFramework, givenPrice } from './vacancy-buying.ts';
import { areas, arrangeBeds, at, forgetHomes, givenHomes } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });
const neighbour = 'placement-officer.nottingham';

beforeEach(async () => {
  await forgetHomes(app.db);
  await forgetBuying(app.db);
  await arrangeBeds(app.db);
});

const usual = {
  reference: 'F-1',
  lead: 'derbyshire',
  buyers: ['derby'],
  urns: ['9992003'],
} as const;

/** In Nottingham: what Derby's officer can have there. */
const home = (urn: string, said: object = {}) =>
  ({ urn, area: 'nottingham', spot: false, places: [{}], ...said }) as const;

const anyHome: VacanciesWanted = {
  ...{
    areas: Object.values(areas),
    placementTypes: null,
    near: null,
    withinMiles: null,
    district: null,
  },
  ...{ day: '2026-06-15', noticeDays: null, ages: null, gender: null, needs: [], children: 1 },
  ...{
    solo: false,
    emergency: false,
    education: false,
    judgements: null,
    framework: null,
    lot: null,
  },
  ...{ maximumWeeklyPrice: null, exclude: [], fittingOnly: false },
};

describe('a place is offered', () => {
  test('to those who can have it, own blocks first, then in-house, frameworks and all others', async () => {
    await givenHomes(app.db, [
      home('9992001', { spot: true }),
      home('9992002', { places: [{ block: 'derby' }] }),
      home('9992003'),
      home('9992004', { area: 'derby', inHouse: true }),
    ]);
    await givenFramework(app.db, usual);

    expect(answersOf(await findVacancies(app))).toEqual([
      '9992002 BLOCK',
      '9992004 IN_HOUSE',
      '9992003 FRAMEWORK',
      '9992001 SPOT',
    ]);
    expect(answersOf(await findVacancies(app, {}, { account: neighbour }))).toEqual([
      '9992001 SPOT',
    ]);
  });

  test('only to the authority whose block it is: to others it is not even counted', async () => {
    await givenHomes(app.db, [
      home('9992001', { spot: true, places: [{ block: 'nottingham' }, {}] }),
      home('9992002', { spot: true, places: [{ block: 'nottingham' }] }),
      home('9992003', { area: 'derby', places: [{ block: 'nottingham' }] }),
    ]);

    expect(await findVacancies(app)).toMatchObject({ totalCount: 1, places: 1 });
    expect(answerOf(await findVacancies(app), '9992001')).toMatchObject({
      ...{ basis: 'SPOT', places: 1, blockPlaces: 0 },
    });
    const own = await findVacancies(app, {}, { account: neighbour });
    expect(own).toMatchObject({ totalCount: 3, places: 4 });
    expect(answerOf(own, '9992001')).toMatchObject({ basis: 'BLOCK', places: 2, blockPlaces: 1 });
  });

  test('in a home of another’s own only if it offers it', async () => {
    await givenHomes(app.db, [home('9992001', { inHouse: true })]);

    expect((await findVacancies(app)).totalCount).toBe(0);
    expect(answersOf(await findVacancies(app, {}, { account: neighbour }))).toEqual([
      '9992001 IN_HOUSE',
    ]);
  });

  test.each([
    ['does not name it a buyer', { buyers: ['nottinghamshire'] }],
    ['is over', { endsOn: '2026-06-14' }],
    ['no longer has the provider', { awardedTo: '2026-06-14' }],
    ['does not have the provider yet', { awardedFrom: '2026-06-16' }],
    ['is not published', { published: false }],
    ['has another home of the provider', { urns: [] }],
  ] as const)('to no authority by a framework that %s', async (_why, said) => {
    await givenHomes(app.db, [home('9992003')]);
    await givenFramework(app.db, { ...usual, ...said });

    expect((await findVacancies(app)).totalCount).toBe(0);
  });

  test('to no authority that only sees who is on a framework', async () => {
    const seeing = ['nottingham', 'nottinghamshire'];
    await arrangeBeds(app.db, {
      ...{ id: 'd2000000-0000-4000-8000-0000000000bf', reference: 'T/03' },
      parties: seeing.map((organisation) => ({ organisation, signed: true })),
    });
    await arrangeSight(app.db, { recipient: 'MEMBERS', level: 'EXACT' });
    await givenHomes(app.db, [home('9992003'), home('9992004', { spot: true })]);
    await givenFramework(app.db, usual);

    expect(
      answersOf(await findVacancies(app, {}, { account: 'placement-officer.nottinghamshire' })),
    ).toEqual(['9992004 SPOT']);
  });

  test('by the lot that is asked first', async () => {
    await givenHomes(app.db, [home('9992003'), home('9992004')]);
    await givenFramework(app.db, { ...usual, tier: 2, lot: '2a', maximum: 6000 });
    await givenFramework(app.db, {
      ...{ ...usual, reference: 'F-2', tier: 1, urns: ['9992003', '9992004'] },
    });

    const found = await findVacancies(app);

    expect(answerOf(found, '9992003')).toMatchObject({
      ...{ framework: { reference: 'F-2' }, lot: { number: '1' }, tier: 1, price: null },
      why: expect.arrayContaining(['On F-2, lot 1, tier 1.']),
    });
  });

  test('by a framework or lot that is named', async () => {
    await givenHomes(app.db, [home('9992003'), home('9992004', { spot: true })]);
    await givenFramework(app.db, usual);
    const { rows } = await app.db.query<{ framework: string; lot: string }>(
      `select encode(('Framework:' || md5('F-1')::uuid)::bytea, 'base64') as framework,
         encode(('FrameworkLot:' || md5('F-1lot')::uuid)::bytea, 'base64') as lot`,
    );

    const byFramework = await findVacancies(app, { framework: rows[0]?.framework });
    const byLot = await findVacancies(app, { lot: rows[0]?.lot });

    expect(answersOf(byFramework)).toEqual(['9992003 FRAMEWORK']);
    expect(answersOf(byLot)).toEqual(['9992003 FRAMEWORK']);
  });
});

describe('a price', () => {
  const both = { ...usual, buyers: ['derby', 'nottingham'], maximum: 6000 } as const;

  beforeEach(async () => {
    await givenHomes(app.db, [home('9992003')]);
    await givenFramework(app.db, both);
  });

  test('is the least that was tendered to one’s own tenant, and nobody else’s', async () => {
    await givenPrice(app.db, { of: 'derby', reference: 'F-1', need: 'A', price: 5200 });
    await givenPrice(app.db, { of: 'derby', reference: 'F-1', need: 'B', price: 4800 });
    await givenPrice(app.db, { of: 'nottingham', reference: 'F-1', price: 4100 });

    const own = answerOf(await findVacancies(app), '9992003');
    const theirs = answerOf(await findVacancies(app, {}, { account: neighbour }), '9992003');

    expect(own.price).toEqual({ weekly: 4800, kind: 'TENDERED' });
    expect(theirs.price).toEqual({ weekly: 4100, kind: 'TENDERED' });
  });

  test('is the public maximum of the lot where none was tendered to one', async () => {
    await givenPrice(app.db, { of: 'nottingham', reference: 'F-1', price: 4100 });

    const found = answerOf(await findVacancies(app, { maximumWeeklyPrice: 5000 }), '9992003');

    expect(found).toMatchObject({
      price: { weekly: 6000, kind: 'MAXIMUM' },
      notKnown: [{ text: 'Its price is not known; the maximum of its lot is £6,000 a week.' }],
    });
  });

  test.each([
    [4799, 'MISSES', 'Costs £4,800 a week, more than £4,799.'],
    [4800, 'FITS', 'Costs £4,800 a week.'],
  ])('of £4,800 against a ceiling of £%i %s', async (maximumWeeklyPrice, how, text) => {
    await givenPrice(app.db, { of: 'derby', reference: 'F-1', price: 4800 });

    const { fits, doesNotFit } = answerOf(
      await findVacancies(app, { maximumWeeklyPrice }),
      '9992003',
    );

    expect({ FITS: fits, MISSES: doesNotFit }[how]).toEqual([{ criterion: 'PRICE', text }]);
  });

  test('of a block place is that of one’s own contract', async () => {
    await givenHomes(app.db, [home('9992005', { places: [{ block: 'derby' }] })]);
    await givenBlock(app.db, { of: 'derby', urn: '9992005', price: 4300 });
    await givenBlock(app.db, { of: 'nottingham', urn: '9992005', price: 3100 });

    expect(answerOf(await findVacancies(app), '9992005').price).toEqual({
      ...{ weekly: 4300, kind: 'BLOCK' },
    });
  });
});

describe('who finds', () => {
  beforeEach(() =>
    givenHomes(app.db, [
      home('9992001', { spot: true }),
      { urn: '9992002', area: 'derby', places: [{}] },
      { urn: '9992003', area: 'derbyshire', places: [{}] },
    ]),
  );

  test('homes of others: placement officers, by an agreement for matching vacancies', async () => {
    const found = await findVacancies(app);

    expect(answersOf(found)).toEqual(['9992001 SPOT', '9992002 SPOT']);
    expect(found.notShown.map(({ name }) => name)).toEqual(['Derbyshire', 'Nottinghamshire']);
  });

  test.each([
    ['is for something else', { purposes: ['sufficiency planning'] }],
    ['is suspended', { status: 'SUSPENDED' }],
    ['is over', { endsOn: '2026-06-14' }],
    [
      'shows less',
      { items: [{ dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'EXACT' }] },
    ],
    [
      'is not signed by them',
      {
        parties: [
          { organisation: 'd2n2', signed: true },
          { organisation: 'derby', signed: true },
          { organisation: 'nottingham', signed: false },
        ],
      },
    ],
  ] as const)('nobody of others where the agreement %s', async (_why, said) => {
    await forgetHomes(app.db);
    await arrangeBeds(app.db, said);
    await givenHomes(app.db, [home('9992001', { spot: true }), { urn: '9992002', area: 'derby' }]);

    const found = await findVacancies(app);

    expect(answersOf(found)).toEqual(['9992002 SPOT']);
    expect(found).toMatchObject({ totalCount: 1, places: 1, areas: [{ homes: 1 }] });
    expect(found.notShown.map(({ name }) => name)).toContain('Nottingham');
  });

  test('a commissioner in own homes only', async () => {
    expect(answersOf(await findVacancies(app, {}, { account: 'commissioner.derby' }))).toEqual([
      '9992002 SPOT',
    ]);
  });

  test.each([
    'approver.derby',
    'ig-lead.derby',
    'hub-analyst.d2n2',
    'hub-manager.d2n2',
    'reviewer.d2n2',
    'provider.brook-lane-care',
  ])('not %s', async (account) => {
    expect(await refusedSearch(app, {}, account)).toMatch(/^FORBIDDEN: /);
  });

  test('nothing more where only row-level security is left', async () => {
    const all = await app.db.query<{ tenants: string[]; codes: string[] }>(
      'select array_agg(organisation_id) as tenants, array_agg(authority_code) as codes from organisation_authority',
    );
    const { tenants = [], codes = [] } = all.rows[0] ?? {};
    const wide = vacanciesWanted(anyHome, {
      lock: {
        tenantId: tenants[0] ?? '',
        authorities: codes,
        shownTenants: tenants,
        shownAreas: codes,
      },
      page: { offset: 0, limit: 10 },
      now: new Date(at),
    });
    const seenBy = (account: string) =>
      underPolicies(app.pool, { account, at }, async (client) => {
        await client.query(`select set_config('app.reads_reference', 'yes', true)`);
        const { rows } = await client.query<VacanciesFound>({ ...wide, values: [...wide.values] });
        return rows[0]?.page.map(({ urn }) => urn).sort();
      });

    expect(await seenBy('placement-officer.derby')).toEqual(['9992001', '9992002']);
    expect(await seenBy('placement-officer.derbyshire')).toEqual(['9992003']);
    expect(await seenBy('commissioner.derby')).toEqual(['9992002']);
    expect(await seenBy('hub-manager.d2n2')).toEqual([]);
  });

  test('nothing more where only the filter of the code is left', async () => {
    await app.db.query('alter table home disable row level security');
    await app.db.query('alter table home_block disable row level security');
    const { data } = await app.as(
      'placement-officer.derby',
      '{ vacancies(input: { consortium: "d2n2" }) { totalCount areas { authority { name } } } }',
    );
    await app.db.query('alter table home enable row level security');
    await app.db.query('alter table home_block enable row level security');

    expect(data).toEqual({
      vacancies: {
        totalCount: 2,
        areas: [{ authority: { name: 'Derby' } }, { authority: { name: 'Nottingham' } }],
      },
    });
  });

  test('and the logs of those are told whose homes and frameworks were looked through', async () => {
    await givenFramework(app.db, usual);
    await app.db.query('delete from audit_link');
    await app.db.query('delete from audit_event');
    await findVacancies(app, {}, { first: 1 });
    const { rows } = await app.db.query(
      `select o.slug, e.type, e.details ->> 'dataset' as dataset, e.details -> 'authorities' as authorities,
         e.agreement_id is not null as agreed
       from audit_event e join organisation o on o.id = e.tenant_id order by 1, 3`,
    );

    expect(rows).toEqual([
      {
        ...{ slug: 'derbyshire', type: 'figures.read', dataset: 'providers', agreed: false },
        authorities: ['E10000007'],
      },
      {
        ...{ slug: 'nottingham', type: 'figures.read', dataset: 'beds', agreed: true },
        authorities: ['E06000018'],
      },
    ]);
  });
});
