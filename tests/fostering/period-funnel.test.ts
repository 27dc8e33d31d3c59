import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeFosteringRecords, codes, forgetEnquiries, givenEnquiries } from './arranged.ts';
import { funnelOf, stagesOf, twelve } from './asking.ts';

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

/** What a row of the months says of a stage: all months together, then month by month. */
async function happened(
  account: string,
  title: string,
  input: Readonly<Record<string, unknown>> = {},
) {
  const { period } = await funnel(account, input);
  const row = period.rows.find(({ group }) => group.title === title);
  return Object.fromEntries(
    (row?.stages ?? []).map(({ stage, figure, months }) => [
      stage.code,
      [figure.value, ...months.map(({ value }) => value)],
    ]),
  );
}

async function basisOf(account: string, title: string) {
  const { period } = await funnel(account);
  return period.rows.find(({ group }) => group.title === title)?.basis.map(({ basis }) => basis);
}

describe('what happened in some months', () => {
  test('counts events of the months, whenever their households enquired, and duplicates never', async () => {
    expect(await happened(derby, 'Derby')).toMatchObject({
      RECEIVED: [6, 3, 2, 1],
      'FIRST-RESPONSE': [5, 2, 2, 1],
      'INITIAL-VISIT': [4, 2, 1, 1],
      APPLICATION: [1, 0, 1, 0],
      APPROVAL: [2, 0, 0, 2],
    });
    expect(await basisOf(derby, 'Derby')).toEqual(['EVENTS', 'EVENTS', 'EVENTS']);
  });

  test('says of months without events what its return says, and never adds the two up for one month', async () => {
    const [counted] = await returned(codes.nottinghamshire, 'fostering-enquiries-month', '2026-01');
    const nottinghamshire = await happened('commissioner.nottinghamshire', 'Nottinghamshire');

    expect(await basisOf('commissioner.nottinghamshire', 'Nottinghamshire')).toEqual([
      'COUNTS',
      'EVENTS',
      'COUNTS',
    ]);
    expect(nottinghamshire['RECEIVED']?.slice(1, 3)).toEqual([counted, 1]);
    // No return counts first responses.
    expect(nottinghamshire['FIRST-RESPONSE']).toEqual([null, null, 0, null]);
  });

  test('shows peers what agreements show of their returns, month by month, and nothing else', async () => {
    const hidden = await happened(nottingham, 'Derby');
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'EXACT', historyMonths: 24 }],
    });
    const [january] = await returned(codes.derby, 'fostering-approvals-month', '2026-01');
    const exact = await happened(nottingham, 'Derby');

    expect(Object.values(hidden).flat().filter(Number.isFinite)).toEqual([]);
    expect(exact['APPROVAL']?.[1]).toBe(january);
    expect(exact['FIRST-RESPONSE']).toEqual([null, null, null, null]);
    expect(await basisOf(nottingham, 'Derby')).toEqual(['COUNTS', 'COUNTS', 'COUNTS']);
  });

  test('has a total only of what is all seen', async () => {
    const { period } = await funnel(hub);

    expect((await funnel(nottingham)).period.total).toBeNull();
    // The hub sees no return: of Derbyshire it knows one month.
    expect(period.total?.[0]?.figure.value).toBeNull();
    const all = await funnel(hub, { authorities: [codes.derby], from: '2026-01', to: '2026-02' });
    expect(all.period.total?.[0]?.figure.value).toBe(4);
  });

  test('tells a reviewer nothing that is not released', async () => {
    const seen = await funnel('reviewer.d2n2');

    expect(seen.counting).toBeNull();
    expect(seen.transfers).toEqual([]);
    expect(seen.cohort.rows.map(({ cohort }) => cohort)).toEqual([null, null, null, null]);
    expect(
      seen.period.rows.flatMap(({ stages }) => stages.map(({ figure }) => figure.value)),
    ).toEqual(Array(48).fill(null));
  });
});

/** Figures of an indicator that an authority's returns say. */
async function returned(code: string, indicator: string, month: string): Promise<number[]> {
  const { rows } = await app.db.query<{ value: number }>(
    `select o.value::float8 as value from observation o join indicator i on i.id = o.indicator_id
     where o.authority_code = $1 and i.key = $2 and o.superseded_at is null
       and o.period_end = ($3 || '-01')::date + interval '1 month - 1 day'`,
    [code, indicator, month],
  );
  return rows.map(({ value }) => value);
}

describe('how enquiries were counted', () => {
  test('is said with the numbers of what is linked, kept out of clocks, or waits for an answer', async () => {
    await app.db.query(
      `insert into fostering_query (tenant_id, id, enquiry_id, kind, happened_on, question, asked_at)
       select tenant_id, gen_random_uuid(), id, kind, '2026-04-01', 'STAGE-MISSING', now()
       from fostering_enquiry, unnest(array['PANEL', 'APPROVAL']) as kind where reference = 'R-3'`,
    );

    expect((await funnel(hub)).counting).toEqual({
      enquiries: 9,
      reapplications: 1,
      backLoaded: 1,
      onHold: 1,
      duplicates: 1,
      queries: 2,
      enquiriesWithQueries: 1,
    });
    expect((await funnel('commissioner.derbyshire')).counting).toMatchObject({
      enquiries: 1,
      duplicates: 0,
      queries: 0,
    });
  });

  test('shows who passed from one authority to another, to these two and the holder', async () => {
    await app.db.query(
      `insert into fostering_transfer (tenant_id, id, enquiry_id, from_authority_code, to_authority_code, "on", reason,
         version, recorded_at)
       select e.tenant_id, gen_random_uuid(), e.id, t.source, t.target, t.day::date, 'MOVED', t.version, now()
       from fostering_enquiry e join (values ('R-4', null, $1, '2026-02-14', 2), ('R-4', $1, $2, '2026-02-20', 3),
         ('R-5', null, $1, '2025-12-30', 2)) as t(ref, source, target, day, version) on t.ref = e.reference`,
      [codes.derby, codes.nottingham],
    );
    const passed = [
      { from: null, to: { name: 'Derby' }, enquiries: 1 },
      { from: { name: 'Derby' }, to: { name: 'Nottingham' }, enquiries: 1 },
    ];

    expect((await funnel(hub)).transfers).toEqual(passed);
    expect((await funnel(derby)).transfers).toEqual(passed);
    expect((await funnel(nottingham)).transfers).toEqual(passed.slice(1));
    expect((await funnel('commissioner.derbyshire')).transfers).toEqual([]);
  });
});

describe('stages that are changed', () => {
  test('stand beside those before, and the answer says so', async () => {
    await app.db.query(
      `with made as (
         insert into fostering_stage_set (tenant_id, version, consortium_code, in_force_from, made_at)
         select id, 1, 'd2n2', '2026-02-01', now() from organisation where slug = 'd2n2' returning tenant_id)
       insert into fostering_stage (tenant_id, version, code, position, title, definition, used, standard)
       select tenant_id, 1, s.code, s.position, s.title, 'A test.', s.used, s.standard
       from made, (values ('RECEIVED', 1, 'Asked', true, true), ('OWN-CALL', 2, 'Long call', true, false),
         ('INITIAL-VISIT', 3, 'Home visit', false, true), ('APPROVAL', 4, 'Approved', true, true))
         as s(code, position, title, used, standard)`,
    );
    await givenEnquiries(app.db, [
      { ref: 'S-1', of: 'derby', received: '2026-03-02', own: { 'OWN-CALL': '2026-03-05' } },
    ]);

    const { cohort, stagesChanged } = await funnel(derby, { authorities: [codes.derby] });

    expect(stagesChanged).toMatch(/^Stages were changed on 1 February 2026: /);
    expect(Object.keys(stagesOf(cohort.total)).slice(0, 4)).toEqual([
      'RECEIVED',
      'FIRST-RESPONSE',
      'INFORMATION-EVENT',
      'OWN-CALL',
    ]);
    expect(stagesOf(cohort.total)).toMatchObject({ 'OWN-CALL': 1, 'INITIAL-VISIT': 2 });
    expect((await happened(derby, 'Derby'))['OWN-CALL']).toEqual([1, 0, 0, 1]);
    // From then on, visits are not recorded any more.
    const later = await funnel(derby, { from: '2026-03', to: '2026-03' });
    expect(Object.keys(stagesOf(later.cohort.rows[0]?.cohort))).toEqual([
      'RECEIVED',
      'OWN-CALL',
      'APPROVAL',
    ]);
  });
});
