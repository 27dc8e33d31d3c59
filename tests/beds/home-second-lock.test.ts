import type { PoolClient } from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeHomes, derby, neighbour, officer, otherProvider, runs } from './homes.ts';
import { areas, arrangeBeds, at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const parts = ['home', 'home_place', 'home_block', 'home_event', 'home_day', 'home_night'];
const ofHolder = ['home_location', 'home_plan', 'home_plan_stage', 'referral_note'];

const seed = `
  insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
    reserved, accepting, closed, closed_lost)
  select tenant_id, id, d.day, authority_code, provider_id, 2, 2, 2, 1, 0, 1, 0, 0
  from home, (values (date '2026-06-01'), (date '2025-01-01')) d(day);
  insert into home_night (tenant_id, home_id, night, authority_code, provider_id, capacity, used)
  select tenant_id, id, '2026-06-01', authority_code, provider_id, 2, 1 from home;
  insert into home_plan (tenant_id, id, authority_code, reference, kind, places, effective_on, stage, changed_at)
  select tenant_id, md5('P' || urn)::uuid, authority_code, 'P-' || urn, 'OPENING', 2, '2027-01-01', 'SURVEY', now() from home;
  insert into home_plan_stage (tenant_id, plan_id, stage, planned_on)
  select tenant_id, id, 'OPEN', '2027-01-01' from home_plan;
  insert into referral_note (tenant_id, id, made_at, criteria, offered)
  select tenant_id, gen_random_uuid(), now(), '{"ageBand": "13-15"}', 0 from home`;

beforeEach(async () => {
  await arrangeHomes(app, [
    { urn: '9991001', area: 'derby', located: [52.9, -1.5], places: [{ block: 'nottingham' }, {}] },
    { urn: '9991002', area: 'nottingham', located: [52.9, -1.1], places: [{}, {}] },
  ]);
  await app.db.query(seed);
});

/** As for every account but reviewers, who runs what is seen by the register. */
const reads = (client: PoolClient, then = '') =>
  client.query(`select set_config('app.reads_reference', 'yes', true); ${then}`);

const asked = (account: string, sql: string) =>
  underPolicies(app.pool, { account, at }, async (client) => {
    await reads(client);
    return (await client.query(sql)).rowCount;
  });

const seenBy = (account: string, tables: readonly string[] = parts) =>
  Promise.all(tables.map((table) => asked(account, `select from ${table}`)));

describe('the database, past all of our code, shows', () => {
  test('a home with all its parts to its holder, and to its provider', async () => {
    for (const account of [derby, officer, 'approver.derby']) {
      expect(await seenBy(account)).toEqual([1, 2, 1, 1, 2, 1]);
    }
    expect(await seenBy(runs)).toEqual([2, 4, 1, 2, 4, 2]);
  });

  test('where it is and what is planned to its holder alone', async () => {
    expect(await seenBy(derby, ofHolder)).toEqual([1, 1, 1, 1]);
    expect(await seenBy('approver.derby', ofHolder)).toEqual([1, 1, 1, 0]);
    expect(await seenBy(runs, ofHolder)).toEqual([0, 0, 0, 0]);
  });

  test('nothing to anybody else', async () => {
    for (const account of [
      otherProvider,
      'commissioner.derbyshire',
      'placement-officer.derbyshire',
      'hub-manager.d2n2',
      'hub-analyst.d2n2',
      'ig-lead.derby',
      'reviewer.d2n2',
      'placement-officer.dudley',
    ]) {
      expect(await seenBy(account, [...parts, ...ofHolder])).toEqual(Array(10).fill(0));
    }
  });

  test('counts, not places, to a placement officer by an agreement for matching vacancies', async () => {
    await arrangeBeds(app.db, {
      items: [
        { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS', historyMonths: 12 },
      ],
    });

    expect(await seenBy(neighbour, [...parts, ...ofHolder])).toEqual([
      ...[2, 2, 1, 2, 3, 2],
      ...[1, 1, 1, 1],
    ]);
    expect(await seenBy('commissioner.nottingham')).toEqual([1, 2, 0, 1, 2, 1]);
    // Nottingham’s block is not Derby’s business elsewhere, and Derby has none in Nottingham.
    expect(
      await asked(officer, `select from home_block where authority_code = '${areas.nottingham}'`),
    ).toBe(0);
  });

  test('nothing by an agreement for another purpose', async () => {
    await arrangeBeds(app.db, { purposes: ['comparison'] });

    expect(await seenBy(neighbour)).toEqual([1, 2, 0, 1, 2, 1]);
  });
});

const occupy = `update home_place set state = 'OCCUPIED'`;

describe('and lets', () => {
  test('a home’s holder and its provider say how its places are', async () => {
    expect(await asked(derby, occupy)).toBe(2);
    expect(await asked(officer, occupy)).toBe(2);
    expect(await asked(runs, occupy)).toBe(4);
    for (const account of ['approver.derby', 'ig-lead.derby', otherProvider]) {
      expect(await asked(account, occupy)).toBe(0);
    }
    await arrangeBeds(app.db);
    expect(await asked(neighbour, occupy)).toBe(2);
    expect(await asked(neighbour, 'update home set version = version + 1')).toBe(1);
  });

  test('its holder alone say what it is, how many places it has and whose block they are', async () => {
    const named = `update home set name = 'x', version = version + 1`;
    const block = `update home_place set block_authority_code = '${areas.derby}'`;
    const added = `insert into home_place (tenant_id, home_id, number, state)
      select tenant_id, id, 9, 'ACCEPTING' from home`;

    expect(await asked(derby, named)).toBe(1);
    expect(await asked(derby, block)).toBe(2);
    expect(await asked(derby, added)).toBe(1);
    for (const account of [officer, runs]) {
      await expect(asked(account, named)).rejects.toThrow('a home is described by its holder');
      await expect(asked(account, block)).rejects.toThrow('whose block a place is says');
      await expect(asked(account, added)).rejects.toThrow('row-level security');
    }
    expect(await asked(runs, 'delete from home_place')).toBe(0);
  });

  test('nobody write counts, history or what others hold', async () => {
    for (const sql of [
      'update home set occupied = 2, version = version + 1',
      'update home_event set occupied = 2',
      'delete from home_event',
      'delete from home',
      'update home set tenant_id = tenant_id, version = version + 1',
      `insert into home_day (tenant_id, home_id, day, authority_code, registered, operational, usable, occupied, reserved,
         accepting, closed, closed_lost) select tenant_id, id, '2026-06-02', authority_code, 2, 2, 2, 1, 0, 1, 0, 0 from home`,
    ]) {
      await expect(asked(derby, sql)).rejects.toThrow('permission denied');
    }
    for (const version of ['version', 'version + 1', 'version - 1']) {
      await expect(
        asked(
          derby,
          `insert into home_event (tenant_id, home_id, version, authority_code, provider_id, at, by_kind, kind, registered,
             operational, usable, occupied, reserved, accepting, closed, closed_lost, closed_by_reason)
           select tenant_id, id, ${version}, authority_code, provider_id, now(), 'PROVIDER', 'CHANGED', 2, 2, 2, 2, 0, 0, 0, 0, '{}'
           from home`,
        ),
      ).rejects.toThrow('row-level security');
    }
  });

  test('nobody say of a block anything but what its places say', async () => {
    for (const sql of [
      'update home_block set occupied = 1',
      'update home_block set accepting = 0, places = 2',
      'update home_block set to_at = app_now()',
      `insert into home_block (tenant_id, home_id, block_authority_code, from_at, authority_code, places, occupied, accepting)
       select tenant_id, id, '${areas.derbyshire}', app_now(), authority_code, 1, 0, 1 from home`,
      `insert into home_block (tenant_id, home_id, block_authority_code, from_at, to_at, authority_code, places, occupied,
         accepting)
       select tenant_id, home_id, block_authority_code, '2025-01-01', '2026-01-01', authority_code, places, occupied, accepting
       from home_block`,
    ]) {
      for (const account of [derby, runs]) {
        await expect(asked(account, sql)).rejects.toThrow('a block is what its places say');
      }
    }
    // By its places it is said, in one moment and the next.
    const twice = `update home_place set state = 'OCCUPIED' where block_authority_code is not null;
      update home_place set state = 'NOT_USABLE' where block_authority_code is not null`;
    for (const account of [derby, officer, runs]) {
      await asked(account, twice);
      await asked(
        account,
        `${twice}; select set_config('app.now', '2026-06-15T12:00:00Z', true); ${occupy}`,
      );
    }
  });

  test('nobody write an event without its change, or over nights of another’s time', async () => {
    await app.db.query('delete from home_event');
    await app.db.query(
      'update home_night set provider_id = null; update home set short_breaks = true, version = version + 1',
    );
    const event = `insert into home_event (tenant_id, home_id, version, authority_code, provider_id, at, by_kind, kind, registered,
        operational, usable, occupied, reserved, accepting, accepting_open, closed, closed_lost, closed_by_reason, confirmed_at)
      select tenant_id, id, version, authority_code, provider_id, changed_at, bed_source(), 'CHANGED', registered, operational,
        usable, occupied, reserved, accepting, accepting_open, closed, closed_lost, closed_by_reason, confirmed_at from home`;
    const night = (
      day: string,
    ) => `insert into home_night (tenant_id, home_id, night, authority_code, provider_id, capacity, used)
      select tenant_id, id, '${day}', authority_code, provider_id, 2, 1 from home`;
    await app.db.query('delete from home_event');

    await expect(asked(derby, event)).rejects.toThrow('row-level security');
    expect(await asked(runs, 'update home_night set used = 0')).toBe(0);
    expect(await asked(derby, 'update home_night set used = 0')).toBe(1);
    expect(await asked(runs, night('2026-06-15'))).toBe(2);
    await expect(asked(runs, night('2026-06-16'))).rejects.toThrow('row-level security');
  });

  test('a provider see blocks as they are, not as they were', async () => {
    await app.db.query(`update home_place set state = 'OCCUPIED'`);
    const later = `select set_config('app.now', '2099-01-01', true)`;
    const blocks = (account: string) =>
      underPolicies(app.pool, { account, at }, async (client) => {
        await reads(client, later);
        return (await client.query('select from home_block')).rowCount;
      });

    expect(await blocks(runs)).toBe(1);
    expect(await blocks(derby)).toBe(2);
  });

  test('a home be added by whom its area is, with no counts but its own', async () => {
    const add = (slug: string, urn: string) => `
      insert into home (tenant_id, id, urn, synthetic, authority_code, provision_type, in_house, age_from, age_to,
        registered, operational, usable, occupied, changed_at)
      select o.id, gen_random_uuid(), s.urn, true, '${areas.derby}', 'CHILDRENS_HOME', true, 0, 17, 3, 3, 3, 3, now()
      from organisation o, service s where o.slug = '${slug}' and s.urn = '${urn}' returning registered`;
    const adding = (account: string, slug: string, urn: string) =>
      underPolicies(app.pool, { account, at }, async (client) => {
        await reads(client);
        return (await client.query(add(slug, urn))).rows;
      });
    await app.db.query(
      `insert into service (urn, provider_id, provision_type, status, authority_code, area_text, synthetic, source_id)
       select u.urn, s.provider_id, s.provision_type, s.status, u.code, 'x', true, s.source_id
       from service s, (values ('9991020', '${areas.derby}'), ('9991021', '${areas.nottingham}')) u(urn, code)
       where s.urn = '9991001' on conflict do nothing`,
    );

    expect(await adding(derby, 'derby', '9991020')).toEqual([{ registered: 0 }]);
    await expect(adding(derby, 'nottingham', '9991020')).rejects.toThrow('row-level security');
    // Where it stands, the register says.
    await expect(adding(derby, 'derby', '9991021')).rejects.toThrow('row-level security');
    await expect(adding(officer, 'derby', '9991020')).rejects.toThrow('row-level security');
  });
});

describe('whatever is written,', () => {
  test('every change of places is a version, counts are what places say, and its event says the same', async () => {
    const { rows } = await underPolicies(app.pool, { account: runs, at }, async (client) => {
      await client.query(`select set_config('app.reads_reference', 'yes', true)`);
      await reads(client);
      await client.query(`${occupy} where number = 1`);
      return await client.query(
        `select h.version, h.occupied, h.accepting, h.accepting_open, e.kind, e.by_kind, e.occupied as said
         from home h join home_event e on e.home_id = h.id and e.version = h.version order by h.urn`,
      );
    });

    const changed = { version: 3, occupied: 1, kind: 'CHANGED', by_kind: 'PROVIDER', said: 1 };
    expect(rows).toEqual([
      { ...changed, accepting: 1, accepting_open: 1 },
      { ...changed, accepting: 1, accepting_open: 1 },
    ]);
  });

  test.each([
    [`update home_place set state = 'CLOSED'`, 'home_place_reason'],
    [`update home_place set state = 'CLOSED', reason = 'JO'`, 'home_place_reason'],
    [`update home_place set state = 'RESERVED'`, 'home_place_reserved'],
    [
      `update home_place set state = 'RESERVED', reserved_until = '2026-06-14'`,
      'a reservation is for today or later',
    ],
    [`update home_place set state = 'AWAY'`, 'home_place_state'],
    ['update home set confirmed_at = now()', 'every change counts one version'],
    ['update home_night set used = 3', 'home_night_counts'],
  ])('%s is refused', async (sql, message) => {
    await expect(asked(derby, sql)).rejects.toThrow(message);
  });

  test.each([
    '{"ageBand": "14"}',
    '{"age": 14}',
    '{"near": "NG7"}',
    '{"needs": ["JO"]}',
    '{"note": "a girl of 14"}',
    '{"siblings": "two"}',
    '[]',
  ])('a search that is kept is in bands: not %s', async (criteria) => {
    const note = (said: string) => `
      insert into referral_note (tenant_id, id, made_at, made_by, criteria, offered)
      select app_tenant(), gen_random_uuid(), app_now(), app_account(), '${said}', 0`;

    expect(
      await asked(
        officer,
        note('{"ageBand": "13-15", "near": "E06000015", "needs": ["LEARNING"]}'),
      ),
    ).toBe(1);
    await expect(asked(officer, note(criteria))).rejects.toThrow('referral_note_criteria');
  });

  test.each(['{"a girl of 14": 1}', '{"BLOCK": "Jo"}', '[]'])(
    'what was offered is counts: not %s',
    async (offered) => {
      const note = `insert into referral_note (tenant_id, id, made_at, made_by, criteria, offered, offered_by)
      select app_tenant(), gen_random_uuid(), app_now(), app_account(), '{}', 0, '${offered}'`;

      await expect(asked(officer, note)).rejects.toThrow('referral_note_offered_by');
    },
  );

  test('no search is from a time to come, from which on it would be kept', async () => {
    const note = `insert into referral_note (tenant_id, id, made_at, made_by, criteria, offered)
      select app_tenant(), gen_random_uuid(), app_now() + interval '2 days', app_account(), '{}', 0`;

    await expect(asked(officer, note)).rejects.toThrow('row-level security');
  });
});
