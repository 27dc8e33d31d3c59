import { beforeEach, expect, test } from 'vitest';
import { done } from '../providers/buying.ts';
import type { TestApp } from '../testkit/app.ts';
import { globalId } from '../testkit/requests.ts';
import { arrangeFosteringRecords, codes } from './arranged.ts';
import { derby, forgetCapacity, givenHouseholds, hub, nottingham } from './households.ts';

/** Who sees households, their places, constellations, targets and forecasts, by every way to them. */
export function describeWhoSeesHouseholds(app: TestApp): void {
  beforeEach(async () => {
    await forgetCapacity(app.db);
    await givenHouseholds(app.db, [
      { ref: 'D-1', of: 'derby', states: [['2024-05-01', 2, 0, 0]] },
      { ref: 'D-2', of: 'derby', holder: 'd2n2', approved: '2024-04-01' },
      { ref: 'D-3', of: 'derby', approved: '2020-01-01', deregistered: '2021-01-01' },
      { ref: 'N-1', of: 'nottingham' },
    ]);
    await app.db.query(
      `insert into fostering_constellation (tenant_id, id, authority_code, reference, satellite_households,
         satellite_places, started_on, synthetic, recorded_at)
       select tenant_id, gen_random_uuid(), authority_code, 'M-' || reference, 6, 9, '2025-01-01', true, now()
       from fostering_household where reference in ('D-1', 'N-1')`,
    );
  });

  const listed = async (account: string, args = 'consortium: "d2n2"') => {
    const { data } = await app.as<{
      fosteringHouseholds: {
        totalCount: number;
        edges: { node: { reference: string; why: string } }[];
      };
    }>(account, `{ fosteringHouseholds(${args}) { totalCount edges { node { reference why } } } }`);
    const { totalCount = 0, edges = [] } = data?.fosteringHouseholds ?? {};
    expect(totalCount).toBe(edges.length);
    return edges.map(({ node }) => node);
  };

  const idOf = async (reference: string) => {
    const { rows } = await app.db.query<{ id: string }>(
      'select id from fostering_household where reference = $1',
      [reference],
    );
    return globalId('FosteringHousehold', rows[0]?.id ?? '');
  };

  const read = async (account: string, reference: string) => {
    const { data } = await app.as<{ node: unknown }>(
      account,
      `query ($id: ID!) { node(id: $id) { ... on FosteringHousehold {
         reference version viewerCanChange changes { changedOn } placeStates { fromOn filled } } } }`,
      { id: await idOf(reference) },
    );
    return data?.node ?? null;
  };

  const capacityOf = async (account: string, code: string) => {
    const { data } = await app.as<{
      fosteringCapacity: {
        authorities: { details: unknown; constellations: { reference: string }[] }[];
      };
    }>(
      account,
      `{ fosteringCapacity(input: { consortium: "d2n2", from: "2026-05", to: "2026-05", authorities: ["${code}"] }) {
         authorities { details { types { households } } constellations { reference } } } }`,
    );
    return data?.fosteringCapacity.authorities[0];
  };

  test('its authority’s organisation does, whoever holds them; a hub what it holds; others nothing', async () => {
    expect(await listed(derby)).toEqual([
      { reference: 'D-1', why: 'own' },
      { reference: 'D-2', why: 'own' },
      { reference: 'D-3', why: 'own' },
    ]);
    expect(await listed(hub)).toEqual([{ reference: 'D-2', why: 'held' }]);
    expect(await listed('commissioner.derbyshire')).toEqual([]);
    expect(await listed(nottingham, `authority: "${codes.derby}"`)).toEqual([]);
    expect(await read(nottingham, 'D-1')).toBeNull();
    expect(await read(hub, 'D-1')).toBeNull();
  });

  test('a hub does where an agreement shows records, as far back as it says', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'HUB', level: 'RECORDS', historyMonths: 12 }],
    });

    const seen = await listed(hub);

    expect(seen.map(({ reference }) => reference)).toEqual(['D-1', 'N-1', 'D-2']);
    expect(seen[0]).toMatchObject({ why: expect.stringContaining('T/15') });
    expect(await read(hub, 'D-1')).toEqual({
      ...{ reference: 'D-1', version: 1, viewerCanChange: false, changes: [] },
      placeStates: [{ fromOn: '2024-05-01', filled: 2 }],
    });
    expect(await read(hub, 'D-3')).toBeNull();
    expect(await listed(nottingham)).toEqual([{ reference: 'N-1', why: 'own' }]);
  });

  test('nobody does who may not read enquiries', async () => {
    for (const account of ['reviewer.d2n2', 'provider.brook-lane-care']) {
      for (const query of [
        '{ fosteringHouseholds { totalCount } }',
        '{ fosteringCapacity(input: { consortium: "d2n2" }) { months } }',
        '{ fosteringTargets(consortium: "d2n2") { year } }',
        '{ fosteringForecasts(consortium: "d2n2") { year } }',
      ]) {
        const { errors } = await app.as(account, query);
        expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      }
      expect(await read(account, 'D-1')).toBeNull();
    }
  });

  test('what they are like together, and their constellations, as they are seen', async () => {
    const references = async (account: string, code: string) =>
      (await capacityOf(account, code))?.constellations.map(({ reference }) => reference);

    expect(await capacityOf(derby, codes.derby)).toEqual({
      details: { types: [{ households: 2 }] },
      constellations: [{ reference: 'M-D-1' }],
    });
    expect(await capacityOf(hub, codes.derby)).toEqual({
      details: { types: [{ households: 1 }] },
      constellations: [],
    });
    expect(await capacityOf(nottingham, codes.derby)).toEqual({
      details: null,
      constellations: [],
    });
    expect(await references(nottingham, codes.nottingham)).toEqual(['M-N-1']);
  });

  test('an authority changes those its hub holds for it', async () => {
    await done(app, derby, {
      mutation: 'recordFosterPlaces',
      input: {
        ...{ id: await idOf('D-2'), version: 1, fromOn: '2026-01-01' },
        ...{ filled: 2, vacant: 0, unavailable: 0 },
      },
    });

    expect(await read(hub, 'D-2')).toMatchObject({
      version: 2,
      placeStates: [{ filled: 2 }],
      viewerCanChange: true,
    });
  });

  test('targets and forecasts: their maker, of whom they are, and members once published', async () => {
    await app.db.query(
      `insert into fostering_target (tenant_id, id, consortium_code, authority_code, year, approvals, shared, changed_at)
       select id, gen_random_uuid(), 'd2n2', t.code, '2026-27', t.approvals, t.shared, now() from organisation
       cross join (values (null, 1, true), ($1, 3, false)) as t(code, approvals, shared)
       where slug = 'd2n2'`,
      [codes.derby],
    );
    await app.db.query(
      `insert into fostering_forecast (tenant_id, id, consortium_code, authority_code, year, made_on, approved_so_far,
         expected, low, high, interval_level, method, inputs, recorded_at)
       select id, gen_random_uuid(), 'd2n2', f.code, '2026-27', '2026-06-01', 1, f.expected, 1, 9, 80, 'm',
         '{"parts": [], "fromNew": 0, "enquiriesADay": 0}', now()
       from organisation cross join (values (null, 2), ($1, 3)) as f(code, expected) where slug = 'd2n2'`,
      [codes.derby],
    );
    const seen = async (account: string) => {
      const { data } = await app.as<{
        fosteringTargets: { approvals: number }[];
        fosteringForecasts: { expected: number }[];
      }>(
        account,
        '{ fosteringTargets(consortium: "d2n2") { approvals } fosteringForecasts(consortium: "d2n2") { expected } }',
      );
      return [
        data?.fosteringTargets.map(({ approvals }) => approvals).toSorted(),
        data?.fosteringForecasts.map(({ expected }) => expected).toSorted(),
      ];
    };

    expect(await seen(hub)).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(await seen(derby)).toEqual([[1, 3], [3]]);
    expect(await seen(nottingham)).toEqual([[1], []]);
    expect(await seen('commissioner.dudley')).toEqual([[], []]);
  });
}
