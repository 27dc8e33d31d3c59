import { describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  at,
  buyer,
  done,
  freshBuying,
  givenCallOff,
  givenFramework,
  lead,
  refused,
  rowOf,
  usualCallOff,
} from './buying.ts';
import { codes } from './use.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

const officer = 'placement-officer.derby';
const asked =
  'callOffs { authority { name } madeOn method placements weeklyPrice synthetic version viewerCanCorrect } viewerCanCallOff';

const rows = async () =>
  (await app.db.query('select placements, weekly_price::float, version from call_off')).rows;

describe('a call-off', () => {
  test('stands beside the membership, for those who buy there', async () => {
    const { awards } = await givenFramework(app);
    const input = { ...usualCallOff, award: awards[0], placements: 2, weeklyPrice: 5_500 };

    expect(await done(app, officer, { mutation: 'recordCallOff', input, asked })).toEqual({
      callOffs: [
        {
          authority: { name: 'Derby' },
          madeOn: '2026-06-01',
          method: 'DIRECT',
          placements: 2,
          weeklyPrice: 5_500,
          synthetic: true,
          version: 1,
          viewerCanCorrect: true,
        },
      ],
      viewerCanCallOff: true,
    });
  });

  test('is corrected at the version that was seen: all of it is as it is said then', async () => {
    const { awards } = await givenFramework(app);
    const seen = await givenCallOff(app, buyer, { award: awards[0], weeklyPrice: 5_500 });
    const input = { ...usualCallOff, ...seen, madeOn: '2026-05-31', method: 'COMPETITION' };

    expect(
      await done(app, officer, {
        mutation: 'correctCallOff',
        input: { ...input, placements: 3 },
        asked: 'callOffs { madeOn method placements weeklyPrice version }',
      }),
    ).toEqual({
      callOffs: [
        {
          madeOn: '2026-05-31',
          method: 'COMPETITION',
          placements: 3,
          weeklyPrice: null,
          version: 2,
        },
      ],
    });
    expect(await refused(app, buyer, { mutation: 'correctCallOff', input })).toMatch(
      /^CONFLICT: This call-off was changed meanwhile/,
    );
    expect(await refused(app, buyer, { mutation: 'takeBackCallOff', input: seen })).toMatch(
      /^CONFLICT/,
    );
    expect(await rows()).toEqual([{ placements: 3, weekly_price: null, version: 2 }]);
  });

  test('is taken back, and the log keeps that it was', async () => {
    const { awards } = await givenFramework(app);
    const seen = await givenCallOff(app, buyer, { award: awards[0] });

    await done(app, officer, { mutation: 'takeBackCallOff', input: seen });

    expect(await rows()).toEqual([]);
    const { rows: events } = await app.db.query(
      `select type, details from audit_event where type = 'framework.callOffTakenBack'`,
    );
    expect(events).toEqual([
      {
        type: 'framework.callOffTakenBack',
        details: { id: rowOf(awards[0] ?? ''), authorities: [codes.derby] },
      },
    ]);
  });

  test('is not corrected by whom the lead names a buyer no more', async () => {
    const { id, version, awards } = await givenFramework(app);
    const seen = await givenCallOff(app, buyer, { award: awards[0] });
    const buyers = [codes.nottingham];
    await done(app, lead, { mutation: 'changeFramework', input: { id, version, buyers } });

    expect(await refused(app, buyer, { mutation: 'takeBackCallOff', input: seen })).toMatch(
      /^NOT_FOUND: There is no membership/,
    );
  });
});

const wrong: readonly [string, object, string][] = [
  [
    'for another’s authority',
    { authority: codes.nottingham },
    'authority must be one that you answer for and that may call off there.',
  ],
  [
    'before the membership',
    { madeOn: '2025-03-31' },
    'madeOn must be from 2025-04-01 to 2026-06-15.',
  ],
  ['ahead', { madeOn: '2026-06-16' }, 'madeOn must be from 2025-04-01 to 2026-06-15.'],
  ['of no placement', { placements: 0 }, 'placements must be from 1 to 1000.'],
  [
    'above the maximum',
    { weeklyPrice: 7_000 },
    'weeklyPrice must not be above £6,000.00 a week, the published maximum of lot 1.',
  ],
];

describe.each(wrong)('nothing is called off %s', (_what, said, sentence) => {
  test('when it is recorded', async () => {
    const { awards } = await givenFramework(app);
    const input = { ...usualCallOff, award: awards[0], ...said };

    expect(await refused(app, buyer, { mutation: 'recordCallOff', input })).toBe(
      `BAD_USER_INPUT: ${sentence}`,
    );
    expect(await rows()).toEqual([]);
  });

  test('nor when it is corrected', async () => {
    const { awards } = await givenFramework(app);
    const seen = await givenCallOff(app, buyer, { award: awards[0] });
    const input = { ...usualCallOff, ...seen, ...said };

    expect(await refused(app, buyer, { mutation: 'correctCallOff', input })).toBe(
      `BAD_USER_INPUT: ${sentence}`,
    );
    expect(await rows()).toEqual([{ placements: 1, weekly_price: null, version: 1 }]);
  });
});

describe('the database, whatever asks,', () => {
  const under = (account: string, sql: string) =>
    underPolicies(app.pool, { account, at }, async (client) => {
      await client.query(`select set_config('app.reads_reference', 'yes', true)`);
      return (await client.query(sql)).rowCount;
    });
  const correct = 'update call_off set placements = 9, version = version + 1';
  const takeBack = 'delete from call_off';

  test('lets those of its organisation who call off correct it and take it back, and nobody else', async () => {
    const { awards } = await givenFramework(app);
    await givenCallOff(app, buyer, { award: awards[0] });

    const others = [lead, 'placement-officer.nottingham', 'approver.derby', 'hub-analyst.d2n2'];
    for (const account of others) {
      expect(await under(account, correct)).toBe(0);
      expect(await under(account, takeBack)).toBe(0);
    }
    for (const account of [buyer, officer]) {
      expect(await under(account, correct)).toBe(1);
      expect(await under(account, takeBack)).toBe(1);
    }
  });

  test('counts a version with every correction, and gives a call-off to nobody else', async () => {
    const { awards } = await givenFramework(app);
    await givenCallOff(app, buyer, { award: awards[0] });

    await expect(under(buyer, 'update call_off set placements = 9')).rejects.toThrow(
      'every change counts one version',
    );
    await expect(
      under(buyer, `${correct}, authority_code = '${codes.nottingham}'`),
    ).rejects.toThrow('row-level security');
    await expect(under(buyer, `${correct}, tenant_id = gen_random_uuid()`)).rejects.toThrow(
      'permission denied',
    );
  });
});
