import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeFosteringRecords, codes, forgetEnquiries, givenEnquiries } from './arranged.ts';
import { FUNNEL, funnelOf, stagesOf, twelve } from './asking.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

const hub = 'hub-analyst.d2n2';
const derby = 'commissioner.derby';
const nottingham = 'commissioner.nottingham';

beforeEach(async () => {
  await forgetEnquiries(app.db);
  await givenEnquiries(app.db, twelve);
});

const funnel = (account: string, input: Readonly<Record<string, unknown>> = {}) =>
  funnelOf(app, account, input);

/** Households of each row, and null where none are seen. */
async function cohorts(account: string, input: Readonly<Record<string, unknown>> = {}) {
  const { cohort } = await funnel(account, input);
  return Object.fromEntries(
    cohort.rows.map(({ group, cohort: of }) => [group.title, of?.households ?? null]),
  );
}

describe('the cohort of those who enquired in some months', () => {
  test('counts each household once, whatever became of it so far', async () => {
    const { cohort } = await funnel(derby, { authorities: [codes.derby] });

    expect(cohort.total).toMatchObject({ households: 5, enquiries: 6, backLoaded: 1 });
    expect(stagesOf(cohort.total)).toMatchObject({
      RECEIVED: 5,
      'FIRST-RESPONSE': 4,
      'INITIAL-VISIT': 2,
      APPLICATION: 2,
      APPROVAL: 2,
    });
    expect(cohort.total?.states).toEqual([
      { state: 'OPEN', households: 3 },
      { state: 'ON_HOLD', households: 0 },
      { state: 'APPROVED', households: 2 },
      { state: 'WITHDRAWN', households: 0 },
      { state: 'NOT_APPROVED', households: 0 },
    ]);
  });

  test('converts between every pair of stages', async () => {
    const { cohort } = await funnel(derby, { authorities: [codes.derby] });
    const conversion = (from: string, to: string) =>
      cohort.total?.conversions.find((each) => each.from.code === from && each.to.code === to);

    expect(cohort.total?.conversions).toHaveLength(66);
    expect(conversion('RECEIVED', 'INITIAL-VISIT')).toMatchObject({
      of: 5,
      reached: 2,
      open: 2,
      share: 40,
      shareAtMost: 80,
    });
    expect(conversion('APPLICATION', 'APPROVAL')).toMatchObject({ of: 2, reached: 1, open: 1 });
    expect(conversion('PANEL', 'APPROVAL')).toMatchObject({ of: 0, share: null });
  });

  test('is all that the hub holds, those attributed to nobody too, and not what authorities took themselves', async () => {
    expect(await cohorts(hub)).toEqual({
      Derby: 4,
      Derbyshire: 1,
      Nottingham: 1,
      Nottinghamshire: 1,
      'Attributed to no authority': 1,
    });
    const { cohort } = await funnel(hub);
    expect(cohort.total?.households).toBe(8);
    expect(cohort.rows[0]?.group.why).toBe(
      'held by D2N2 hub: enquiries that Derby took itself are not among them',
    );
  });

  test('is an authority’s own alone, whoever holds it, without a word or a total of others', async () => {
    const { cohort } = await funnel(derby);

    expect(await cohorts(derby)).toEqual({
      Derby: 5,
      Derbyshire: null,
      Nottingham: null,
      Nottinghamshire: null,
    });
    expect(cohort.total).toBeNull();
    expect(cohort.whyNoTotal).toBe(
      'not shared, or not in full, of 3 of 4 authorities: a total needs them all',
    );
    expect(cohort.rows[2]?.group.why).toBe(
      'not shared: no agreement in force lets you see Nottingham’s records of fostering',
    );
  });

  test('reaches as far back as an agreement shows records, and says so', async () => {
    await arrangeFosteringRecords(app.db, {
      startsOn: '2026-06-01',
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 4 }],
    });

    const { cohort } = await funnel(nottingham);
    const [row] = cohort.rows;
    expect(row?.group.since).toBe('2026-02-15');
    // what they were linked to was before.
    expect(row?.cohort).toMatchObject({ households: 2 });
    expect(cohort.total).toBeNull();
  });

  test('is of those sources, campaigns and types that are asked for, or by them', async () => {
    expect(await cohorts(derby, { sources: ['SOCIAL', 'CARER'] })).toMatchObject({ Derby: 2 });
    expect(await cohorts(derby, { campaigns: ['SPRING'] })).toMatchObject({ Derby: 1 });
    expect(await cohorts(hub, { by: 'SOURCE' })).toEqual({
      'Social media': 1,
      'Website or search': 7,
    });
    expect(await cohorts(hub, { by: 'CAMPAIGN' })).toEqual({ SPRING: 1, 'None recorded': 7 });
    expect(await cohorts(hub, { by: 'HOUSEHOLD_TYPE' })).toEqual({
      'Mainstream, with fostering to adopt': 7,
      'Supported lodgings': 1,
    });
  });
});

describe('a funnel is refused', () => {
  const refused = async (account: string, input: Readonly<Record<string, unknown>>) =>
    refusalOf(await app.as(account, FUNNEL, { input: { consortium: 'd2n2', ...input } }));

  test('of months that cannot be, with a sentence that says what to do', async () => {
    expect(await refused(derby, { from: '2026-13' })).toBe(
      'BAD_USER_INPUT: from must be a month such as 2026-09.',
    );
    expect(await refused(derby, { from: '2026-03', to: '2026-01' })).toBe(
      'BAD_USER_INPUT: from must not be after to.',
    );
    expect(await refused(derby, { to: '2026-07' })).toBe(
      'BAD_USER_INPUT: to must not be a month to come.',
    );
    expect(await refused(derby, { from: '2020-01', to: '2026-01' })).toBe(
      'BAD_USER_INPUT: Ask for 60 months at most.',
    );
  });

  test('of sources and types that are on no list', async () => {
    expect(await refused(derby, { sources: ['WEB', 'RADIO'] })).toBe(
      'BAD_USER_INPUT: sources must be among WEB, SOCIAL, CARER, EVENT, HUB, CHILD, NK.',
    );
    expect(await refused(derby, { householdTypes: ['KINSHIP'] })).toBe(
      'BAD_USER_INPUT: householdTypes must be among MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS, SUPPORTED-LODGINGS.',
    );
  });

  test('of an authority that is no member, and of a consortium that is none', async () => {
    expect(await refused(derby, { authorities: ['E06000016'] })).toBe(
      'NOT_FOUND: There is no member of d2n2 “E06000016”.',
    );
    expect(await refused(derby, { consortium: 'nowhere' })).toBe(
      'NOT_FOUND: There is no consortium “nowhere”.',
    );
  });
});
