import { beforeEach, describe, expect, test } from 'vitest';
import { done, refused } from '../providers/buying.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId } from '../testkit/requests.ts';
import { codes, givenEnquiries } from './arranged.ts';
import { at, derby, forgetCapacity, hub, nottingham } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(() => forgetCapacity(app.db));

const household = {
  authority: codes.derby,
  reference: 'H-1',
  householdType: 'MAINSTREAM',
  approvedOn: '2025-03-01',
  places: 3,
  carers: 2,
  youngestCarer: '55-59',
  ethnicity: 'MIXED-HOUSEHOLD',
  area: 'INSIDE',
};

const added = (account = derby, said: object = {}) =>
  done(app, account, { mutation: 'addFosteringHousehold', input: { ...household, ...said } });

const refusal = (mutation: string, input: object, account = derby) =>
  refused(app, account, { mutation, input });

const asked = `reference authority { name } householdType approvedOn deregisteredOn deregistrationReason
  placesApproved carers youngestCarer ethnicity area why synthetic version viewerCanChange
  changes { kind changedOn placesBefore placesAfter typeBefore typeAfter reason }
  placeStates { fromOn toOn placesApproved filled vacant unavailable unavailableReason }`;

const read = async (id: string, account = derby) =>
  (
    await app.as<{ node: Record<string, unknown> | null }>(
      account,
      `query ($id: ID!) { node(id: $id) { ... on FosteringHousehold { ${asked} } } }`,
      { id },
    )
  ).data?.node;

describe('a fostering household', () => {
  test('is approved, fills its places, is approved for others, and goes', async () => {
    const first = await added();
    const used = await done(app, derby, {
      mutation: 'recordFosterPlaces',
      input: { ...first, fromOn: '2025-04-01', filled: 2, vacant: 1, unavailable: 0 },
    });
    const other = await done(app, derby, {
      mutation: 'changeFosteringHousehold',
      input: {
        ...used,
        changedOn: '2025-09-01',
        places: 2,
        householdType: 'SHORT-BREAKS',
        carers: 1,
      },
    });
    const again = await done(app, derby, {
      mutation: 'recordFosterPlaces',
      input: {
        ...{ ...other, fromOn: '2025-09-01', filled: 1, vacant: 0 },
        ...{ unavailable: 1, unavailableReason: 'CARER-BREAK' },
      },
    });
    const { id } = await done(app, derby, {
      mutation: 'deregisterFosteringHousehold',
      input: { ...again, on: '2026-02-01', reason: 'VOLUNTARY' },
    });

    expect(await read(id)).toEqual({
      reference: 'H-1',
      authority: { name: 'Derby' },
      householdType: 'SHORT-BREAKS',
      approvedOn: '2025-03-01',
      deregisteredOn: '2026-02-01',
      deregistrationReason: 'VOLUNTARY',
      placesApproved: 2,
      carers: 1,
      youngestCarer: '55-59',
      ethnicity: 'MIXED-HOUSEHOLD',
      area: 'INSIDE',
      why: 'own',
      synthetic: false,
      version: 5,
      viewerCanChange: true,
      changes: [
        {
          ...{ kind: 'APPROVED', changedOn: '2025-03-01', placesBefore: null, placesAfter: 3 },
          ...{ typeBefore: null, typeAfter: 'MAINSTREAM', reason: null },
        },
        {
          ...{ kind: 'TERMS-CHANGED', changedOn: '2025-09-01', placesBefore: 3, placesAfter: 2 },
          ...{ typeBefore: 'MAINSTREAM', typeAfter: 'SHORT-BREAKS', reason: null },
        },
        {
          ...{ kind: 'DEREGISTERED', changedOn: '2026-02-01', placesBefore: 2, placesAfter: 0 },
          ...{ typeBefore: 'SHORT-BREAKS', typeAfter: 'SHORT-BREAKS', reason: 'VOLUNTARY' },
        },
      ],
      placeStates: [
        {
          ...{ fromOn: '2025-04-01', toOn: '2025-08-31', placesApproved: 3 },
          ...{ filled: 2, vacant: 1, unavailable: 0, unavailableReason: null },
        },
        {
          ...{ fromOn: '2025-09-01', toOn: '2026-01-31', placesApproved: 2 },
          ...{ filled: 1, vacant: 0, unavailable: 1, unavailableReason: 'CARER-BREAK' },
        },
      ],
    });
  });

  test('has a day of its places put right, and an earlier one recorded late', async () => {
    const first = await added();
    const record = (seen: object, fromOn: string, filled: number) =>
      done(app, derby, {
        mutation: 'recordFosterPlaces',
        input: { ...seen, fromOn, filled, vacant: 3 - filled, unavailable: 0 },
      });
    const used = await record(first, '2025-06-01', 1);
    const right = await record(used, '2025-06-01', 3);
    const { id } = await record(right, '2025-04-01', 2);

    expect(await read(id)).toMatchObject({
      placeStates: [
        { fromOn: '2025-04-01', toOn: '2025-05-31', filled: 2 },
        { fromOn: '2025-06-01', toOn: null, filled: 3 },
      ],
    });
  });

  test('can come from an approved enquiry of its authority, and from no other', async () => {
    await givenEnquiries(app.db, [
      { ref: 'E-1', of: 'derby', received: '2024-09-01', approved: '2025-03-01' },
      { ref: 'E-2', of: 'derby', received: '2024-09-01' },
      { ref: 'E-3', of: 'nottingham', received: '2024-09-01', approved: '2025-03-01' },
    ]);
    const { rows } = await app.db.query<{ reference: string; id: string }>(
      'select reference, id from fostering_enquiry',
    );
    const enquiry = (ref: string) =>
      globalId('Enquiry', rows.find(({ reference }) => reference === ref)?.id ?? '');

    await added(derby, { enquiry: enquiry('E-1') });

    for (const ref of ['E-2', 'E-3']) {
      expect(
        await refusal('addFosteringHousehold', {
          ...household,
          reference: 'H-2',
          enquiry: enquiry(ref),
        }),
      ).toBe('BAD_USER_INPUT: enquiry must be an approved one of the same authority.');
    }
  });
});

describe('refused with what to write instead', () => {
  test.each<[string, object, RegExp]>([
    ['a name for a reference', { reference: 'Mrs Smith' }, /reference must be your own system’s/],
    ['a day to come', { approvedOn: '2026-07-01' }, /approvedOn must not be a day to come/],
    ['an unknown type', { householdType: 'KINSHIP' }, /householdType must be one of MAINSTREAM/],
    ['no place', { places: 0 }, /places must be from 1 to 20/],
    ['three carers', { carers: 3 }, /carers must be from 1 to 2/],
    ['a free age', { youngestCarer: '52' }, /youngestCarer must be one of UNDER-35/],
    [
      'another’s authority',
      { authority: codes.nottingham },
      /authority must be one that you answer/,
    ],
    [
      'an end without a reason',
      { deregisteredOn: '2025-09-01' },
      /deregistrationReason is there exactly/,
    ],
    [
      'an end before the approval',
      { deregisteredOn: '2025-01-01', deregistrationReason: 'NK' },
      /deregisteredOn must be after its approval/,
    ],
  ])('%s', async (_what, said, message) => {
    const said2 = await refusal('addFosteringHousehold', { ...household, ...said });
    expect(said2).toMatch(/^BAD_USER_INPUT: /);
    expect(said2).toMatch(message);
  });

  test('a reference that is taken', async () => {
    await added();

    expect(await refusal('addFosteringHousehold', household)).toBe(
      'CONFLICT: You have a household “H-1” already: change it instead.',
    );
  });

  test('places that do not add up, or of a day on which it is not approved', async () => {
    const first = await added();
    const places = { ...first, fromOn: '2025-04-01', filled: 1, vacant: 1, unavailable: 0 };

    expect(await refusal('recordFosterPlaces', places)).toContain(
      'filled with vacant and unavailable makes 2 places, and the household is approved for 3.',
    );
    expect(
      await refusal('recordFosterPlaces', { ...places, fromOn: '2025-02-28', vacant: 2 }),
    ).toContain('fromOn must be a day on which the household is approved');
    expect(await refusal('recordFosterPlaces', { ...places, unavailable: 1 })).toContain(
      'unavailableReason is there exactly where places cannot be used',
    );
  });

  test('a change that comes before what is known, or of whoever saw an older version', async () => {
    const first = await added();
    await done(app, derby, {
      mutation: 'recordFosterPlaces',
      input: { ...first, fromOn: '2025-06-01', filled: 3, vacant: 0, unavailable: 0 },
    });
    const seen = { ...first, version: 2 };

    expect(
      await refusal('changeFosteringHousehold', { ...seen, places: 2, changedOn: '2025-06-01' }),
    ).toContain('changedOn must be after all that was recorded');
    expect(await refusal('changeFosteringHousehold', { ...seen, places: 2 })).toContain(
      'changedOn is there exactly where',
    );
    expect(
      await refusal('deregisterFosteringHousehold', { ...seen, on: '2025-05-01', reason: 'NK' }),
    ).toContain('on must be after all that was recorded');
    expect(await refusal('changeFosteringHousehold', { ...first, carers: 1 })).toMatch(/^CONFLICT/);
  });

  test('whatever somebody does who may not', async () => {
    const first = await added();

    expect(await refusal('addFosteringHousehold', household, 'approver.derby')).toMatch(
      /^FORBIDDEN/,
    );
    expect(await refusal('changeFosteringHousehold', { ...first, carers: 1 }, nottingham)).toMatch(
      /^NOT_FOUND/,
    );
    expect(await refusal('changeFosteringHousehold', { ...first, carers: 1 }, hub)).toMatch(
      /^NOT_FOUND/,
    );
  });
});

describe('a constellation', () => {
  const input = {
    authority: codes.derby,
    reference: 'M-1',
    satelliteHouseholds: 7,
    satellitePlaces: 12,
    startedOn: '2025-01-01',
  };

  const shown = async (account: string) => {
    const { data } = await app.as<{
      fosteringCapacity: { authorities: { constellations: unknown[] }[] };
    }>(
      account,
      `{ fosteringCapacity(input: { consortium: "d2n2", authorities: ["${codes.derby}"] }) {
         authorities { constellations { reference satelliteHouseholds satellitePlaces startedOn endedOn
           hubHousehold { reference } } } } }`,
    );
    return data?.fosteringCapacity.authorities[0]?.constellations;
  };

  test('has a hub home, satellites and a term', async () => {
    const home = await added();
    const asked2 = 'id version';
    const first = await done(app, derby, {
      mutation: 'addFosteringConstellation',
      input: { ...input, hubHousehold: home.id },
      asked: asked2,
    });
    await done(app, derby, {
      mutation: 'changeFosteringConstellation',
      input: {
        ...{ ...first, hubHousehold: home.id, satelliteHouseholds: 8, satellitePlaces: 14 },
        endedOn: '2026-05-31',
      },
    });

    expect(await shown(derby)).toEqual([
      {
        reference: 'M-1',
        satelliteHouseholds: 8,
        satellitePlaces: 14,
        startedOn: '2025-01-01',
        endedOn: '2026-05-31',
        hubHousehold: { reference: 'H-1' },
      },
    ]);
    expect(await shown(nottingham)).toEqual([]);
  });

  test('is refused where it cannot be', async () => {
    const wrong = { ...input, satelliteHouseholds: 99, endedOn: '2024-01-01' };
    const said = await refusal('addFosteringConstellation', wrong);

    expect(said).toContain('satelliteHouseholds must be from 0 to 30');
    expect(said).toContain('endedOn must not be before the start');
    expect(await refusal('addFosteringConstellation', input, nottingham)).toContain(
      'authority must',
    );
  });
});
