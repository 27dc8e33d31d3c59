import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { codes, forgetEnquiries, givenEnquiries } from './arranged.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

const derby = 'commissioner.derby';

beforeEach(async () => {
  await forgetEnquiries(app.db);
  await givenEnquiries(app.db, [
    // On time; approved, lost at the visit, open.
    {
      ref: 'D-1',
      of: 'derby',
      received: '2026-01-05',
      answered: '2026-01-06',
      visited: '2026-01-20',
      applied: '2026-02-01',
      approved: '2026-05-01',
    },
    {
      ref: 'D-2',
      of: 'derby',
      received: '2026-01-12',
      answered: '2026-01-12',
      visited: '2026-01-30',
      withdrawn: '2026-02-11',
      withdrawnAt: 'INITIAL-VISIT',
      reason: 'AW1',
      by: 'HOUSEHOLD',
    },
    { ref: 'D-3', of: 'derby', received: '2026-02-02', answered: '2026-02-03' },
    // Late: both lost after it, one of them by the service.
    {
      ref: 'D-4',
      of: 'derby',
      source: 'SOCIAL',
      received: '2026-01-05',
      answered: '2026-01-15',
      withdrawn: '2026-01-25',
      withdrawnAt: 'FIRST-RESPONSE',
      reason: 'AW3',
      by: 'HOUSEHOLD',
    },
    {
      ref: 'D-5',
      of: 'derby',
      source: 'SOCIAL',
      received: '2026-01-05',
      answered: '2026-01-19',
      withdrawn: '2026-02-04',
      withdrawnAt: 'FIRST-RESPONSE',
      by: 'SERVICE',
    },
    // Never answered, and waiting still.
    {
      ref: 'D-6',
      of: 'derby',
      received: '2026-01-05',
      withdrawn: '2026-01-09',
      withdrawnAt: 'RECEIVED',
      reason: 'AW0',
    },
    { ref: 'D-7', of: 'derby', received: '2026-03-02' },
    {
      ref: 'D-8',
      of: 'derby',
      backLoaded: true,
      received: '2026-01-01',
      applied: '2026-02-01',
      notApproved: '2026-03-31',
    },
    { ref: 'D-9', of: 'nottingham', received: '2026-01-05' },
  ]);
});

const DROP_OUT = `query DropOut($input: FosteringInput!) {
  fosteringDropOut(input: $input) {
    rows { group { title } lost { enquiries withdrawn notApproved medianDays
      stages { stage { code } reached withdrawn share medianDays }
      reasons { code withdrawn byHousehold byService }
      responses { response enquiries visited applied approved lost open } } }
    total { enquiries }
    whyNoTotal
  }
}`;

interface Lost {
  readonly enquiries: number;
  readonly withdrawn: number;
  readonly notApproved: number;
  readonly medianDays: number | null;
  readonly stages: readonly {
    readonly stage: { readonly code: string } | null;
    readonly reached: number;
    readonly withdrawn: number;
    readonly share: number | null;
    readonly medianDays: number | null;
  }[];
  readonly reasons: readonly { readonly code: string | null; readonly withdrawn: number }[];
  readonly responses: readonly unknown[];
}

interface Asked {
  readonly fosteringDropOut: {
    readonly rows: readonly {
      readonly group: { readonly title: string };
      readonly lost: Lost | null;
    }[];
    readonly total: { readonly enquiries: number } | null;
    readonly whyNoTotal: string | null;
  };
}

async function dropOut(account: string, input: Readonly<Record<string, unknown>> = {}) {
  const answer = await app.as<Asked>(account, DROP_OUT, {
    input: { consortium: 'd2n2', from: '2026-01', to: '2026-03', ...input },
  });
  if (!answer.data || answer.errors) throw new Error(refusalOf(answer));
  return answer.data.fosteringDropOut;
}

const ofDerby = async () => (await dropOut(derby)).rows[0]?.lost;

describe('who was lost', () => {
  test('is told by stage, of those who reached it, and after how long', async () => {
    const lost = await ofDerby();

    // 30 days, 20, 30 and 4; who was entered long after is in no median.
    expect(lost).toMatchObject({ enquiries: 8, withdrawn: 4, notApproved: 1, medianDays: 25 });
    expect(
      lost?.stages
        .filter(({ withdrawn }) => withdrawn > 0)
        .map(({ stage, reached, withdrawn, share, medianDays }) => [
          stage?.code,
          reached,
          withdrawn,
          share,
          medianDays,
        ]),
    ).toEqual([
      ['RECEIVED', 8, 1, 12.5, 4],
      ['FIRST-RESPONSE', 5, 2, 40, 25],
      ['INITIAL-VISIT', 2, 1, 50, 30],
    ]);
  });

  test('is told by reason, and by whom', async () => {
    expect((await ofDerby())?.reasons).toEqual([
      { code: 'AW0', withdrawn: 1, byHousehold: 0, byService: 0 },
      { code: 'AW1', withdrawn: 1, byHousehold: 1, byService: 0 },
      { code: 'AW2', withdrawn: 0, byHousehold: 0, byService: 0 },
      { code: 'AW3', withdrawn: 1, byHousehold: 1, byService: 0 },
      { code: 'AW4', withdrawn: 0, byHousehold: 0, byService: 0 },
      { code: 'AW5', withdrawn: 0, byHousehold: 0, byService: 0 },
      { code: null, withdrawn: 1, byHousehold: 0, byService: 1 },
    ]);
  });

  test('is told by how the first response came', async () => {
    const none = { visited: 0, applied: 0, approved: 0, lost: 0, open: 0 };

    expect((await ofDerby())?.responses).toEqual([
      { response: 'ON_TIME', enquiries: 3, visited: 2, applied: 1, approved: 1, lost: 1, open: 1 },
      { ...none, response: 'LATE', enquiries: 2, lost: 2 },
      { ...none, response: 'NEVER', enquiries: 1, lost: 1 },
      { ...none, response: 'WAITING', enquiries: 1, open: 1 },
      { ...none, response: 'NOT_MEASURED', enquiries: 1, applied: 1, lost: 1 },
    ]);
  });

  test('is told by source, and of others only where it is seen', async () => {
    const bySource = await dropOut(derby, { by: 'SOURCE' });
    const byAuthority = await dropOut(derby);

    expect(bySource.rows.map(({ group, lost }) => [group.title, lost?.withdrawn])).toEqual([
      ['Social media', 2],
      ['Website or search', 2],
    ]);
    expect(byAuthority.rows.map(({ lost }) => lost?.enquiries ?? null)).toEqual([
      8,
      null,
      null,
      null,
    ]);
    expect(byAuthority.total).toBeNull();
    expect((await dropOut('hub-manager.d2n2')).total?.enquiries).toBe(9);
    expect((await dropOut(derby, { authorities: [codes.derby] })).total?.enquiries).toBe(8);
  });
});

const DAY = `{ fosteringDay(consortium: "d2n2") {
  today open onHold unattributed queries
  awaiting { running late limit unit enquiries { enquiry { reference } started waited isLate } }
  pastLimit { to { code } running late enquiries { enquiry { reference } waited isLate } }
} }`;

interface DayAsked {
  readonly fosteringDay: {
    readonly awaiting: {
      readonly running: number;
      readonly late: number;
      readonly enquiries: readonly { readonly enquiry: { readonly reference: string } }[];
    };
    readonly pastLimit: readonly {
      readonly to: { readonly code: string };
      readonly enquiries: readonly {
        readonly enquiry: { readonly reference: string };
        readonly waited: number;
      }[];
    }[];
  };
}

async function day(account: string) {
  const answer = await app.as<DayAsked>(account, DAY);
  if (!answer.data || answer.errors) throw new Error(refusalOf(answer));
  return answer.data.fosteringDay;
}

describe('the hub’s day', () => {
  beforeEach(() =>
    givenEnquiries(app.db, [
      { ref: 'T-1', of: 'derby', received: '2026-06-12' },
      { ref: 'T-2', received: '2026-06-09' },
      {
        ref: 'T-3',
        of: 'nottingham',
        received: '2025-09-01',
        answered: '2025-09-01',
        applied: '2025-10-01',
        stage1: '2026-04-10',
      },
      {
        ref: 'T-4',
        of: 'nottingham',
        received: '2025-09-01',
        answered: '2025-09-01',
        applied: '2025-10-01',
        stage1: '2026-05-10',
        holdSince: '2026-06-01',
      },
      { ref: 'T-5', of: 'derby', received: '2026-06-08', duplicateOf: 'T-2' },
    ]),
  );

  test('begins with those who wait for a first response, the oldest first', async () => {
    const { awaiting, ...rest } = await day('hub-manager.d2n2');

    expect(rest).toMatchObject({
      today: '2026-06-15',
      open: 7,
      onHold: 1,
      unattributed: 1,
      queries: 0,
    });
    expect(awaiting).toMatchObject({ running: 4, late: 3, limit: 1, unit: 'WORKING_DAYS' });
    expect(awaiting.enquiries).toMatchObject([
      { enquiry: { reference: 'D-9' }, isLate: true },
      { enquiry: { reference: 'D-7' }, isLate: true },
      { enquiry: { reference: 'T-2' }, started: '2026-06-09', waited: 4, isLate: true },
      { enquiry: { reference: 'T-1' }, started: '2026-06-12', waited: 1, isLate: false },
    ]);
  });

  test('goes on with those past a limit, those furthest on the way first, and not with those on hold', async () => {
    const { pastLimit } = await day('hub-manager.d2n2');

    expect(
      pastLimit.map(({ to, enquiries }) => [
        to.code,
        enquiries.map(({ enquiry, waited }) => `${enquiry.reference} ${waited}`),
      ]),
    ).toEqual([
      ['STAGE1-END', ['T-3 66']],
      ['STAGE2-END', []],
      ['APPROVAL', ['T-3 287']],
    ]);
  });

  test('of an authority is of its own alone', async () => {
    const { awaiting } = await day(derby);

    expect(awaiting.enquiries.map(({ enquiry }) => enquiry.reference)).toEqual(['D-7', 'T-1']);
  });

  test('is refused to those who read no enquiries', async () => {
    expect(refusalOf(await app.as('reviewer.d2n2', DAY))).toMatch(/^FORBIDDEN/);
  });
});
