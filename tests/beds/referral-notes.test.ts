import { endReferralNotes } from '@sufficiency/server/modules/beds/referral-retention.service.ts';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { findVacancies, officer } from './vacancy-asking.ts';
import { arrangeBeds, at, forgetHomes, givenHomes } from './vacancy-homes.ts';

const clock = clockAt(at);
const app = await testApp({ clock });
const loader = new pg.Pool({ connectionString: app.loaderUrl, max: 1 });
loader.on('error', () => undefined);
afterAll(() => loader.end());

beforeEach(async () => {
  await forgetHomes(app.db);
  await arrangeBeds(app.db);
  await givenHomes(app.db, [
    { urn: '9993001', area: 'derby' },
    { urn: '9993002', area: 'nottingham', places: [{ block: 'derby' }], spot: false },
  ]);
});

interface Note {
  readonly id: string;
  readonly version: number;
  readonly criteria: object;
}

const search = {
  ...{ consortium: 'd2n2', age: 13, neededFrom: '2026-06-17', needs: ['SENSORY'], children: 2 },
  ...{ gender: 'FEMALE', education: true, near: 'E06000015', withinMiles: 40 },
  ...{ placementTypes: ['CHILDRENS_HOME'], maximumWeeklyPrice: 7350, judgementAtLeast: ['GOOD'] },
};

const asked = `id version madeAt madeBy keptUntil offered offeredBy { basis homes } outcome outcomeOn placedBy
  placedIn { name } criteria { placementTypes ageBand gender notice needs siblings solo emergency education near { name } }`;

const tryToNote = (account: string, said: object = {}) =>
  app.as<{ recordReferral: Note }>(
    account,
    `mutation ($input: RecordReferralInput!) { recordReferral(input: $input) { ${asked} } }`,
    { input: { search: { ...search, ...said } } },
  );

async function note(account = officer, said: object = {}): Promise<Note> {
  const { data, errors } = await tryToNote(account, said);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.recordReferral;
}

const tryToEnd = (account: string, input: object) =>
  app.as<{ recordReferralOutcome: Note }>(
    account,
    `mutation ($input: RecordReferralOutcomeInput!) { recordReferralOutcome(input: $input) { ${asked} } }`,
    { input },
  );

const notesOf = async (account: string, outcomes: readonly string[] | null = null) =>
  (
    await app.as<{ referralNotes: { totalCount: number; edges: { node: Note }[] } }>(
      account,
      `query ($outcomes: [ReferralOutcome!]) {
        referralNotes(outcomes: $outcomes) { totalCount edges { node { ${asked} } } } }`,
      { outcomes },
    )
  ).data?.referralNotes;

describe('a note of a search', () => {
  test('keeps bands, and how many homes there were', async () => {
    expect(await note()).toEqual({
      ...{ id: expect.any(String), version: 1, madeBy: officer, keptUntil: '2027-06-15' },
      madeAt: '2026-06-15T11:00:00.000Z',
      criteria: {
        ...{ placementTypes: ['CHILDRENS_HOME'], ageBand: 'FROM_13_TO_15', notice: 'EMERGENCY' },
        ...{ needs: ['SENSORY'], siblings: true, solo: false, emergency: false },
        ...{ gender: null, education: false, near: { name: 'Derby' } },
      },
      offered: 2,
      offeredBy: [
        { basis: 'BLOCK', homes: 1 },
        { basis: 'IN_HOUSE', homes: 0 },
        { basis: 'FRAMEWORK', homes: 0 },
        { basis: 'SPOT', homes: 1 },
      ],
      ...{ outcome: 'OPEN', outcomeOn: null, placedBy: null, placedIn: null },
    });
  });

  test('holds no age, day, number, price, place below an authority, or home, wherever one looks', async () => {
    await note();
    const { rows } = await app.db.query<{ kept: string }>(
      `select (to_jsonb(n) - '{tenant_id,id,made_by,made_at}'::text[])::text as kept from referral_note n`,
    );
    const { rows: homes } = await app.db.query<{ id: string }>('select id from home');

    expect(rows).toHaveLength(1);
    expect(rows[0]?.kept).not.toMatch(/\b13\b[^-]|2026-06-17|7350|GOOD|FEMALE|999300/);
    expect(homes.filter(({ id }) => rows[0]?.kept.includes(id))).toEqual([]);
  });

  test.each([
    ['an age', '{"age": 13}'],
    ['another band', '{"ageBand": "13"}'],
    ['a day', '{"neededFrom": "2026-06-17"}'],
    ['a district', '{"near": "NG7"}'],
    ['free text', '{"needs": ["likes horses"]}'],
    ['a name', '{"siblings": "Ann"}'],
    ['how many siblings', '{"siblings": true, "children": 3}'],
    ['for whom', '{"gender": "FEMALE"}'],
  ])('cannot keep %s: the database refuses it', async (_what, criteria) => {
    const written = app.db.query(
      `insert into referral_note (tenant_id, id, made_at, criteria, offered)
       select organisation_id, gen_random_uuid(), now(), $1, 0 from organisation_authority
       where authority_code = 'E06000015'`,
      [criteria],
    );

    await expect(written).rejects.toThrow('referral_note_criteria');
  });

  test('is read by its own tenant alone', async () => {
    const { id } = await note();

    expect((await notesOf('commissioner.derby'))?.totalCount).toBe(1);
    expect(await notesOf('placement-officer.nottingham')).toEqual({ totalCount: 0, edges: [] });
    expect(refusalOf(await tryToNote('hub-manager.d2n2'))).toMatch(/^FORBIDDEN/);
    for (const account of [
      'placement-officer.nottingham',
      'hub-manager.d2n2',
      'provider.brook-lane-care',
    ]) {
      const { data } = await app.as(account, 'query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data).toEqual({ node: null });
    }
  });

  test('is its tenant’s by either lock alone', async () => {
    await note();
    const seen = (account: string) =>
      underPolicies(app.pool, { account, at }, async (client) => {
        const { rows } = await client.query('select count(*)::int as notes from referral_note');
        return rows;
      });

    expect(await seen('placement-officer.nottingham')).toEqual([{ notes: 0 }]);
    expect(await seen('approver.derby')).toEqual([{ notes: 0 }]);
    expect(await seen('commissioner.derby')).toEqual([{ notes: 1 }]);

    await app.db.query('alter table referral_note disable row level security');
    const others = await notesOf('placement-officer.nottingham');
    await app.db.query('alter table referral_note enable row level security');
    expect(others?.totalCount).toBe(0);
  });

  test('goes after twelve months', async () => {
    await note();
    const endAt = (now: string) => endReferralNotes({ pool: loader, clock: clockAt(now) });

    expect(await endAt('2027-06-15T11:00:00Z')).toBe(0);
    expect(await endAt('2027-06-15T11:00:01Z')).toBe(1);
    expect((await notesOf(officer))?.totalCount).toBe(0);
  });

  test('is seen by the role that deletes it only when its time has come', async () => {
    await note();
    await app.db.query(`delete from platform_stamp where kind = 'demonstration'`);
    const seenAt = async (now: string) => {
      await loader.query(`select set_config('app.now', $1, false)`, [now]);
      return (await loader.query('select 1 from referral_note')).rowCount;
    };
    const before = await seenAt('2027-06-15T11:00:00Z');
    const after = await seenAt('2027-06-15T11:00:01Z');
    await app.db.query(
      `insert into platform_stamp (kind, stamped_at) values ('demonstration', '2026-01-01')`,
    );

    expect([before, after]).toEqual([0, 1]);
  });
});

describe('what became of it', () => {
  test('is said by anybody of the tenant who looks for homes, once or again', async () => {
    const { id } = await note();
    const placed = { id, version: 1, outcome: 'PLACED', placedBy: 'BLOCK', placedIn: 'E06000018' };

    expect((await tryToEnd('commissioner.derby', placed)).data).toMatchObject({
      recordReferralOutcome: {
        ...{ version: 2, outcome: 'PLACED', outcomeOn: '2026-06-15', placedBy: 'BLOCK' },
        placedIn: { name: 'Nottingham' },
      },
    });
    expect(
      (await tryToEnd(officer, { id, version: 2, outcome: 'OFFERED_REFUSED' })).data,
    ).toMatchObject({ recordReferralOutcome: { version: 3, placedBy: null, placedIn: null } });
    expect((await notesOf(officer, ['OFFERED_REFUSED']))?.totalCount).toBe(1);
    expect((await notesOf(officer, ['PLACED']))?.totalCount).toBe(0);
  });

  test.each([
    [
      { outcome: 'PLACED' },
      'placedBy must be given with PLACED. placedIn must be given with PLACED.',
    ],
    [{ outcome: 'NOT_SUITABLE', placedBy: 'SPOT' }, 'placedBy is for PLACED alone.'],
    [{ outcome: 'NOT_SUITABLE', on: '2026-06-16' }, 'on must not be in the future.'],
    [
      { outcome: 'NOT_SUITABLE', on: '2026-06-14' },
      'on must not be before the search on 2026-06-15.',
    ],
  ])('is refused for %o', async (said, sentence) => {
    const { id } = await note();

    expect(refusalOf(await tryToEnd(officer, { id, version: 1, ...said }))).toBe(
      `BAD_USER_INPUT: ${sentence}`,
    );
    expect((await notesOf(officer))?.edges[0]?.node.version).toBe(1);
  });

  test('is refused of another tenant’s note, and of one that changed meanwhile', async () => {
    const { id } = await note();
    const lost = { id, version: 1, outcome: 'NO_LONGER_NEEDED' };

    expect(refusalOf(await tryToEnd('placement-officer.nottingham', lost))).toMatch(/^NOT_FOUND/);
    await tryToEnd(officer, lost);
    expect(refusalOf(await tryToEnd(officer, lost))).toBe(
      'CONFLICT: This referral note was changed meanwhile. Look at it again, then repeat your change.',
    );
  });
});

describe('a saved search', () => {
  const save = (account: string, said: object = {}) =>
    app.as<{ saveVacancySearch: { id: string } }>(
      account,
      `mutation ($input: SaveVacancySearchInput!) {
        saveVacancySearch(input: $input) { id label criteria { ageBand gender education children notice near { code } } } }`,
      { input: { search: { ...search, ...said } } },
    );
  const savedBy = async (account: string) =>
    (
      await app.as<{ vacancySearches: { id: string; label: string }[] }>(
        account,
        '{ vacancySearches { id label } }',
      )
    ).data?.vacancySearches;

  test('is kept in bands, under its own words, once', async () => {
    const label =
      'Children’s home, 13 to 15, girl, 1 to 3 days, sensory impairment, 2 siblings together, education on site, near Derby';
    await save(officer);

    expect((await save(officer, { age: 14 })).data).toMatchObject({
      saveVacancySearch: {
        label,
        criteria: {
          ...{ ageBand: 'FROM_13_TO_15', gender: 'FEMALE', education: true, notice: 'EMERGENCY' },
          ...{ children: 2, near: { code: 'E06000015' } },
        },
      },
    });
    expect(await savedBy(officer)).toEqual([{ id: expect.any(String), label }]);
  });

  test.each([
    [3, 3, '3 siblings together'],
    [6, 4, '4 or more siblings together'],
  ])('for %d siblings is kept for %d', async (children, kept, words) => {
    const { data } = await save(officer, { children });

    expect(data).toMatchObject({ saveVacancySearch: { criteria: { children: kept } } });
    expect((await savedBy(officer))?.[0]?.label).toContain(words);
  });

  test('finds again what it asks for', async () => {
    const { saveVacancySearch: kept } = (await save(officer)).data ?? { saveVacancySearch: null };
    const again = await findVacancies(app, {
      ...{ ageBand: 'FROM_13_TO_15', gender: 'FEMALE', notice: 'EMERGENCY', near: 'E06000015' },
      ...{ needs: ['SENSORY'], children: 2, education: true, placementTypes: ['CHILDRENS_HOME'] },
    });

    expect(kept).not.toBeNull();
    expect(again.totalCount).toBe(2);
  });

  test('is its owner’s alone, who deletes it', async () => {
    const id = (await save(officer)).data?.saveVacancySearch.id;
    const remove = (account: string) =>
      app.as(account, 'mutation ($id: ID!) { deleteVacancySearch(input: { id: $id }) }', { id });
    const node = (account: string) =>
      app.as(account, 'query ($id: ID!) { node(id: $id) { id } }', { id });

    expect(await savedBy('commissioner.derby')).toEqual([]);
    expect((await node('commissioner.derby')).data).toEqual({ node: null });
    expect((await node(officer)).data).toEqual({ node: { id } });
    expect(refusalOf(await remove('commissioner.derby'))).toMatch(/^NOT_FOUND/);
    expect((await remove(officer)).data).toEqual({ deleteVacancySearch: id });
    expect(await savedBy(officer)).toEqual([]);
  });

  test('is its owner’s by either lock alone', async () => {
    await save(officer);
    const seen = (account: string) =>
      underPolicies(app.pool, { account, at }, async (client) => {
        const { rowCount } = await client.query('select 1 from vacancy_search');
        return rowCount;
      });

    expect([await seen(officer), await seen('commissioner.derby')]).toEqual([1, 0]);
    await app.db.query('alter table vacancy_search disable row level security');
    const others = await savedBy('commissioner.derby');
    await app.db.query('alter table vacancy_search enable row level security');
    expect(others).toEqual([]);
  });
});
