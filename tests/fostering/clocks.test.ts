import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import type { ArrangedEnquiry } from './arranged.ts';
import { codes, forgetEnquiries, givenEnquiries } from './arranged.ts';

// A Monday.
const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

const derby = 'commissioner.derby';
const hub = 'hub-analyst.d2n2';

beforeEach(() => forgetEnquiries(app.db));

interface Measure {
  readonly started: number;
  readonly median: number | null;
  readonly percentile90: number | null;
  readonly curveMedian: number | null;
  readonly curve: readonly {
    readonly day: number;
    readonly atRisk: number;
    readonly reached: number;
    readonly censored: number;
    readonly waiting: number;
    readonly arrived: number;
  }[];
}

interface Asked {
  readonly fosteringClocks: {
    readonly whyNoTotal: string | null;
    readonly clocks: readonly {
      readonly from: { readonly code: string };
      readonly to: { readonly code: string };
      readonly unit: string;
      readonly limit: number | null;
      readonly rows: readonly {
        readonly group: { readonly title: string };
        readonly measure: Measure | null;
      }[];
      readonly total: Measure | null;
    }[];
  };
}

const CLOCKS = `query Clocks($input: FosteringInput!) {
  fosteringClocks(input: $input) {
    whyNoTotal
    clocks { from { code } to { code } unit limit
      rows { group { title } measure { started median } }
      total { started finished left open openLate onTime late onTimeShare backLoaded outOfOrder held median percentile90
        curveMedian curvePercentile90 followedTo curve { day atRisk reached censored waiting arrived } } } }
}`;

async function clocks(account: string, input: Readonly<Record<string, unknown>> = {}) {
  const answer = await app.as<Asked>(account, CLOCKS, {
    input: { consortium: 'd2n2', authorities: [codes.derby], ...input },
  });
  if (!answer.data || answer.errors) throw new Error(refusalOf(answer));
  return answer.data.fosteringClocks.clocks;
}

/** A clock by where it runs to. */
const clock = async (to: string, input: Readonly<Record<string, unknown>> = {}) =>
  (await clocks(derby, input)).find((each) => each.to.code === to);

describe('the clock of first responses', () => {
  const enquiries: readonly ArrangedEnquiry[] = [
    // Friday to Monday: one working day.
    { ref: 'C-1', of: 'derby', received: '2026-05-15', answered: '2026-05-18' },
    // Monday to Wednesday: two.
    { ref: 'C-2', of: 'derby', received: '2026-05-11', answered: '2026-05-13' },
    // Friday to the Tuesday after the bank holiday: one.
    { ref: 'C-3', of: 'derby', received: '2026-05-22', answered: '2026-05-26' },
    // Open since Wednesday: three.
    { ref: 'C-4', of: 'derby', received: '2026-06-10' },
    { ref: 'C-5', of: 'derby', received: '2026-06-15' },
    // Gone after two, without a response.
    { ref: 'C-6', of: 'derby', received: '2026-05-05', withdrawn: '2026-05-07' },
    { ref: 'C-7', of: 'derby', received: '2026-05-01', answered: '2026-05-29', backLoaded: true },
    { ref: 'C-8', of: 'derby', received: '2026-05-13', duplicateOf: 'C-2' },
    { ref: 'C-9', of: 'derby', received: '2026-05-20', answered: '2026-05-18' },
  ];
  const months = { from: '2026-05', to: '2026-06' };

  test('counts working days, and says who was late, gone, open, or is not measured', async () => {
    await givenEnquiries(app.db, enquiries);

    expect(await clock('FIRST-RESPONSE', months)).toMatchObject({
      from: { code: 'RECEIVED' },
      unit: 'WORKING_DAYS',
      limit: 1,
      total: {
        started: 6,
        finished: 3,
        left: 1,
        open: 2,
        openLate: 1,
        onTime: 2,
        late: 3,
        onTimeShare: 40,
        backLoaded: 1,
        outOfOrder: 1,
        held: 0,
        median: 1,
        percentile90: 1.8,
      },
    });
  });

  test('follows open ones for as long as they have waited', async () => {
    await givenEnquiries(app.db, enquiries);
    const measured = (await clock('FIRST-RESPONSE', months))?.total;

    // At risk after C-5, who waited for nothing yet: five; two answered. Then three, of whom one is.
    expect(measured?.curve).toEqual([
      { day: 1, atRisk: 5, reached: 2, censored: 1, waiting: 0.6, arrived: 0.4 },
      {
        day: 2,
        atRisk: 3,
        reached: 1,
        censored: 0,
        waiting: expect.closeTo(0.4, 9),
        arrived: expect.closeTo(0.6, 9),
      },
    ]);
    expect(measured).toMatchObject({ curveMedian: 2, curvePercentile90: null, followedTo: 3 });
  });
});

describe('days on hold', () => {
  test('are taken out of what it took, and out of the limit', async () => {
    await givenEnquiries(app.db, [
      {
        ref: 'H-1',
        of: 'derby',
        received: '2025-01-06',
        approved: '2025-07-20',
        holds: [['2025-03-01', '2025-04-01']],
      },
      { ref: 'H-2', of: 'derby', received: '2025-01-06', approved: '2025-07-20' },
      { ref: 'H-3', of: 'derby', received: '2025-01-10', holdSince: '2025-01-20' },
    ]);

    // 195 days, 31 of them on hold; ten days before a hold that goes on.
    expect((await clock('APPROVAL', { from: '2025-01', to: '2025-01' }))?.total).toMatchObject({
      median: (164 + 195) / 2,
      onTime: 1,
      late: 1,
      open: 1,
      openLate: 0,
      held: 2,
      followedTo: 195,
    });
  });

  test('on working days are counted as such', async () => {
    // From Monday to Friday four, of which Wednesday and Thursday on hold.
    await givenEnquiries(app.db, [
      {
        ref: 'H-4',
        of: 'derby',
        received: '2026-06-01',
        answered: '2026-06-05',
        holds: [['2026-06-02', '2026-06-04']],
      },
    ]);

    expect(
      (await clock('FIRST-RESPONSE', { from: '2026-06', to: '2026-06' }))?.total,
    ).toMatchObject({ median: 2, late: 1 });
  });
});

describe('every stage', () => {
  test('has its own clock, or the time since the stage before it', async () => {
    const runs = (await clocks(derby)).map(({ from, to, limit, unit }) =>
      [to.code, from.code, limit, unit].join(' '),
    );

    expect(runs).toEqual([
      'FIRST-RESPONSE RECEIVED 1 WORKING_DAYS',
      'INFORMATION-EVENT FIRST-RESPONSE  DAYS',
      'INITIAL-VISIT INFORMATION-EVENT  DAYS',
      'APPLICATION INITIAL-VISIT  DAYS',
      'STAGE1-START APPLICATION  DAYS',
      'STAGE1-END STAGE1-START 2 MONTHS',
      'STAGE2-START STAGE1-END  DAYS',
      'STAGE2-END STAGE2-START 4 MONTHS',
      'PANEL STAGE2-END  DAYS',
      'DECISION PANEL  DAYS',
      'APPROVAL RECEIVED 6 MONTHS',
    ]);
  });

  test('that was passed by ends its clock on the day of the next', async () => {
    await givenEnquiries(app.db, [
      {
        ref: 'P-1',
        of: 'derby',
        received: '2026-01-01',
        applied: '2026-02-01',
        stage1: '2026-02-10',
        approved: '2026-05-01',
      },
    ]);

    expect((await clock('STAGE1-END', { from: '2026-02', to: '2026-02' }))?.total).toMatchObject({
      finished: 0,
      left: 1,
      followedTo: 80,
      late: 1,
    });
  });
});

describe('medians, percentiles and curves of many', () => {
  const months = { from: '2025-01', to: '2025-12' };

  beforeEach(() =>
    app.db.query(
      `insert into fostering_enquiry (tenant_id, id, consortium_code, authority_code, reference, source, household_type,
         received_on, application_on, approval_on, withdrawn_on, closed_on, synthetic, recorded_at)
       select o.id, gen_random_uuid(), 'd2n2', $1, 'G-' || n, 'WEB', 'MAINSTREAM', d.received, d.received + 20,
         case when h % 3 = 0 then d.done end, case when h % 3 = 1 then d.done end, case when h % 3 < 2 then d.done end, true,
         now()
       from organisation o, generate_series(1, 400) n,
         lateral (select abs(hashint4(n)) as h) g,
         lateral (select date '2025-01-01' + h % 365 as received, date '2025-01-01' + h % 365 + 60 + (h / 7) % 240 as done) d
       where o.slug = 'd2n2' and d.done <= date '2026-06-15'`,
      [codes.derby],
    ),
  );

  test('are those that SQL gives by hand', async () => {
    const { rows } = await app.db.query<{ median: number; p90: number; finished: number }>(
      `select percentile_cont(0.5) within group (order by approval_on - received_on) as median,
         percentile_cont(0.9) within group (order by approval_on - received_on) as p90, count(*)::int as finished
       from fostering_enquiry where approval_on is not null`,
    );

    const measured = (await clock('APPROVAL', months))?.total;

    expect(rows[0]?.finished).toBeGreaterThan(100);
    expect(measured).toMatchObject({
      finished: rows[0]?.finished,
      median: rows[0]?.median,
      percentile90: expect.closeTo(rows[0]?.p90 ?? 0, 9),
    });
  });

  test('make the curve that SQL makes by hand', async () => {
    const { rows } = await app.db.query<{ day: number; at_risk: number; waiting: number }>(
      `with lives as (
         select coalesce(closed_on, date '2026-06-15') - received_on as days, approval_on is not null as reached
         from fostering_enquiry
       ), steps as (
         select days as day, count(*) filter (where reached) as reached,
           sum(count(*)) over (order by days desc) as at_risk
         from lives group by days
       )
       select day, at_risk::int, exp(sum(ln(1 - reached / at_risk)) over (order by day))::float8 as waiting
       from steps where reached > 0 and reached < at_risk order by day`,
    );

    const curve = (await clock('APPROVAL', months))?.total?.curve ?? [];

    expect(rows.length).toBeGreaterThan(50);
    expect(curve.map(({ day, atRisk, waiting }) => ({ day, at_risk: atRisk, waiting }))).toEqual(
      rows.map((row) => ({ ...row, waiting: expect.closeTo(row.waiting, 9) })),
    );
  });
});

test('clocks of peers without an agreement are nobody’s to see, and there is no total', async () => {
  await givenEnquiries(app.db, [
    { ref: 'N-1', of: 'nottingham', received: '2026-05-11', answered: '2026-05-13' },
    { ref: 'N-2', of: 'derby', received: '2026-05-11', answered: '2026-05-12' },
  ]);
  const ask = { authorities: null, from: '2026-05', to: '2026-05' };

  const [seen] = await clocks(derby, ask);
  const [held] = await clocks(hub, ask);

  expect(seen?.rows.map(({ group, measure }) => [group.title, measure?.median ?? null])).toEqual([
    ['Derby', 1],
    ['Derbyshire', null],
    ['Nottingham', null],
    ['Nottinghamshire', null],
  ]);
  expect(seen?.total).toBeNull();
  expect(held?.total?.median).toBe(1.5);
});

test('clocks are refused to providers and reviewers', async () => {
  const answers = await Promise.all(
    ['provider.brook-lane-care', 'reviewer.d2n2'].map((account) =>
      app.as(account, CLOCKS, { input: { consortium: 'd2n2' } }),
    ),
  );

  expect(answers.map(refusalOf)).toEqual([
    expect.stringMatching(/^FORBIDDEN/),
    expect.stringMatching(/^FORBIDDEN/),
  ]);
});
