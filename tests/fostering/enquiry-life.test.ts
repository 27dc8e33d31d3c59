import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { codes } from './arranged.ts';
import {
  at,
  done,
  enquired,
  eventsOf,
  freshEnquiries,
  fromGlobalId,
  hub,
  owner,
  refused,
  sent,
  sentInVain,
  tried,
  usualEnquiry,
} from './enquiring.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);

const whole = {
  'FIRST-RESPONSE': '2026-01-06',
  'INITIAL-VISIT': '2026-01-20',
  APPLICATION: '2026-02-02',
  'STAGE1-START': '2026-02-03',
  'STAGE1-END': '2026-03-10',
  'STAGE2-START': '2026-03-01',
  'STAGE2-END': '2026-05-20',
  PANEL: '2026-06-02',
  DECISION: '2026-06-08',
  APPROVAL: '2026-06-08',
};

describe('an enquiry', () => {
  test('goes all the way to approval, whatever the order in which its events are sent', async () => {
    const { id } = await enquired(app);
    const events = Object.entries(whole).toReversed();

    const results = await sent(app, hub, eventsOf(id, Object.fromEntries(events)));

    expect(results.map(({ outcome }) => outcome)).toEqual(events.map(() => 'RECORDED'));
    expect(results[0]?.enquiry).toMatchObject({
      status: 'APPROVED',
      closedOn: '2026-06-08',
      reached: [
        { stage: 'RECEIVED', on: '2026-01-05' },
        { stage: 'FIRST-RESPONSE', on: '2026-01-06' },
        { stage: 'INITIAL-VISIT', on: '2026-01-20' },
        { stage: 'APPLICATION', on: '2026-02-02' },
        { stage: 'STAGE1-START', on: '2026-02-03' },
        { stage: 'STAGE2-START', on: '2026-03-01' },
        { stage: 'STAGE1-END', on: '2026-03-10' },
        { stage: 'STAGE2-END', on: '2026-05-20' },
        { stage: 'PANEL', on: '2026-06-02' },
        { stage: 'DECISION', on: '2026-06-08' },
        { stage: 'APPROVAL', on: '2026-06-08' },
      ],
    });
  });

  test('sent twice is there once, with each event once', async () => {
    const first = await enquired(app, { events: [{ kind: 'FIRST-RESPONSE', on: '2026-01-06' }] });
    const again = await enquired(app, { events: [{ kind: 'FIRST-RESPONSE', on: '2026-01-06' }] });

    expect(again).toEqual(first);
    expect(
      await sent(app, hub, eventsOf(first.id, { 'FIRST-RESPONSE': '2026-01-06' })),
    ).toMatchObject([{ outcome: 'KNOWN', question: null, enquiry: first }]);
    const { rows } = await app.db.query('select kind from fostering_event order by kind');
    expect(rows).toEqual([{ kind: 'FIRST-RESPONSE' }, { kind: 'RECEIVED' }]);
  });

  test('of the same reference that is another one is refused', async () => {
    await enquired(app);

    expect(
      await refused(app, hub, {
        mutation: 'recordEnquiry',
        input: { ...usualEnquiry, receivedOn: '2026-02-01' },
      }),
    ).toMatch(/^CONFLICT: You have an enquiry “F-0001” already/);
  });

  test.each([
    [{ reference: 'Jane Smith' }, 'reference must be your own system’s reference, never a name'],
    [{ reference: 'jane.smith@example.org' }, 'reference must be your own system’s reference'],
    [{ reference: '07700-900123' }, 'looks like a telephone number'],
    [{ source: 'TV' }, 'source must be among WEB'],
    [{ householdType: 'OTHER' }, 'householdType must be among MAINSTREAM'],
    [{ receivedOn: '2026-06-16' }, 'receivedOn must not be in the future: 2026-06-16'],
    [{ authority: 'E08000025' }, 'authority must be a member of d2n2 today'],
    [
      { events: [{ kind: 'OWN-CHECKS', on: '2026-02-01' }] },
      'events[0].kind must be a stage in use',
    ],
    [
      { events: [{ kind: 'APPLICATION', on: '2026-02-01', reason: 'AW1' }] },
      'events[0].reason is said of a withdrawal only',
    ],
  ])('with %o is refused, and nothing of it is kept', async (said, words) => {
    const refusal = await refused(app, hub, {
      mutation: 'recordEnquiry',
      input: { ...usualEnquiry, ...said },
    });

    expect(refusal).toMatch(/^BAD_USER_INPUT: /);
    expect(refusal).toContain(words);
    expect((await app.db.query('select from fostering_enquiry')).rowCount).toBe(0);
  });

  test('is withdrawn with a reason, by somebody, at the stage it had reached', async () => {
    const { id } = await enquired(app);
    await sent(app, hub, eventsOf(id, { 'INITIAL-VISIT': '2026-01-20' }));

    const [result] = await sent(app, owner, {
      events: [
        { enquiry: id, kind: 'WITHDRAWN', on: '2026-02-01', reason: 'AW4', byWhom: 'HOUSEHOLD' },
      ],
    });

    expect(result?.enquiry).toMatchObject({
      status: 'WITHDRAWN',
      withdrawalReason: 'AW4',
      withdrawnBy: 'HOUSEHOLD',
      withdrawnAtStage: 'INITIAL-VISIT',
    });
  });

  test('counts its days on hold, and an end ends the hold', async () => {
    const { id } = await enquired(app);
    const held = await sent(
      app,
      hub,
      eventsOf(id, { 'ON-HOLD': '2026-01-10', RESUMED: '2026-01-20' }),
    );
    expect(held[0]?.enquiry).toMatchObject({ heldDays: 10, onHoldSince: null, status: 'OPEN' });
    const [second] = await sent(app, hub, eventsOf(id, { 'ON-HOLD': '2026-02-01' }));
    expect(second?.enquiry).toMatchObject({ onHoldSince: '2026-02-01', status: 'ON_HOLD' });

    const [ended] = await sent(app, hub, eventsOf(id, { WITHDRAWN: '2026-02-15' }));

    expect(ended?.enquiry).toMatchObject({ heldDays: 24, onHoldSince: null, status: 'WITHDRAWN' });
  });
});

describe('an odd event', () => {
  const oddities: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
    ['OUT_OF_ORDER', { APPLICATION: '2026-02-02' }, { 'INITIAL-VISIT': '2026-02-10' }],
    ['OUT_OF_ORDER', {}, { APPLICATION: '2026-01-01' }],
    ['STAGE_MISSING', {}, { APPROVAL: '2026-05-01' }],
    ['STAGE_MISSING', { APPLICATION: '2026-02-02' }, { PANEL: '2026-05-01' }],
    ['AFTER_END', { WITHDRAWN: '2026-02-02' }, { APPLICATION: '2026-02-10' }],
    ['ANOTHER_DAY', { APPLICATION: '2026-02-02' }, { APPLICATION: '2026-02-03' }],
    ['HOLD', {}, { RESUMED: '2026-02-03' }],
  ];

  test.each(oddities)('is asked about: %s after %o, %o', async (question, before, odd) => {
    const enquiry = await enquired(app, {
      events: Object.entries(before).map(([kind, on]) => ({ kind, on })),
    });

    const [result] = await sent(app, hub, eventsOf(enquiry.id, odd));

    expect(result).toMatchObject({ outcome: 'ASKED', enquiry: { queries: [{ question }] } });
    expect(result?.enquiry.reached).toEqual(enquiry.reached);
  });

  const approvedTooSoon = async () => {
    const { id } = await enquired(app);
    const [result] = await sent(app, hub, eventsOf(id, { APPROVAL: '2026-05-01' }));
    return { id, query: result?.enquiry.queries[0]?.id };
  };

  test('counts when it is accepted with an explanation', async () => {
    const { query } = await approvedTooSoon();

    const enquiry = await done(app, owner, {
      mutation: 'answerEnquiryQuery',
      input: { query, answer: 'ACCEPT', explanation: 'FROM-ELSEWHERE' },
    });

    expect(enquiry).toMatchObject({ status: 'APPROVED', queries: [{ answer: 'ACCEPT' }] });
  });

  test('counts on the day on which it is put right, unless that is odd again', async () => {
    const { id } = await enquired(app, { events: [{ kind: 'APPLICATION', on: '2026-02-02' }] });
    const [result] = await sent(app, hub, eventsOf(id, { APPROVAL: '2026-01-20' }));
    const query = result?.enquiry.queries[0]?.id;
    const correct = (on: string) =>
      tried(app, hub, { mutation: 'answerEnquiryQuery', input: { query, answer: 'CORRECT', on } });

    expect((await correct('2026-01-25')).errors?.[0]?.message).toContain('out of order');
    expect((await correct('2026-05-20')).data).toMatchObject({
      answerEnquiryQuery: { status: 'APPROVED', closedOn: '2026-05-20' },
    });
  });

  test('counts nowhere when it is dropped, is not asked again, and is answered once', async () => {
    const { id, query } = await approvedTooSoon();
    const drop = { mutation: 'answerEnquiryQuery', input: { query, answer: 'DROP' } };

    expect(await done(app, hub, drop)).toMatchObject({ status: 'OPEN' });
    expect(await refused(app, hub, drop)).toMatch(/^CONFLICT: Somebody has answered this already/);
    expect(await sent(app, hub, eventsOf(id, { APPROVAL: '2026-05-01' }))).toMatchObject([
      { outcome: 'KNOWN' },
    ]);
  });

  test('is accepted with an explanation only', async () => {
    const { query } = await approvedTooSoon();

    expect(
      await refused(app, hub, {
        mutation: 'answerEnquiryQuery',
        input: { query, answer: 'ACCEPT' },
      }),
    ).toMatch(/^BAD_USER_INPUT: explanation must say why it is right/);
  });
});

describe('events', () => {
  test('with anything wrong are all refused, each problem with its path', async () => {
    const { id } = await enquired(app);
    const unknown = globalThis.btoa('Enquiry:00000000-0000-4000-8000-000000000000');

    const refusal = await sentInVain(app, hub, {
      events: [
        { enquiry: id, kind: 'FIRST-RESPONSE', on: '2026-01-06' },
        { enquiry: id, kind: 'APPLICATION', on: '2026-07-01' },
        { enquiry: id, kind: 'COFFEE', on: '2026-01-07' },
        { enquiry: unknown, kind: 'APPLICATION', on: '2026-01-07' },
        { reference: 'F-9999', kind: 'APPLICATION', on: '2026-01-07' },
      ],
    });

    expect(refusal).toContain('events[1].on must not be in the future');
    expect(refusal).toContain('events[2].kind must be a stage in use');
    expect(refusal).toContain('events[3].enquiry must be of an enquiry that you hold');
    expect(refusal).toContain('events[4].reference must be of an enquiry that you hold');
    expect((await app.db.query('select from fostering_event')).rowCount).toBe(1);
  });

  test('are sent under the enquiry’s reference, too, by whom it is attributed to as well', async () => {
    await enquired(app);
    const answered = { reference: 'F-0001', kind: 'FIRST-RESPONSE', on: '2026-01-06' };

    expect(await sent(app, owner, { events: [answered] })).toMatchObject([{ outcome: 'RECORDED' }]);
  });

  test('are retracted, and stay to be read; the day of the enquiry is put right, never left out', async () => {
    const { id } = await enquired(app, { events: [{ kind: 'APPLICATION', on: '2026-02-02' }] });
    const read = async () => {
      const { data } = await app.as<{
        enquiry: { version: number; events: { id: string; kind: string; retractedAt: string }[] };
      }>(hub, 'query ($id: ID!) { enquiry(id: $id) { version events { id kind retractedAt } } }', {
        id,
      });
      return data?.enquiry;
    };
    const before = await read();
    const eventOf = (kind: string) => before?.events.find((event) => event.kind === kind)?.id;
    const retract = (kind: string, instead: object) => ({
      mutation: 'retractEnquiryEvent',
      input: { event: eventOf(kind), version: before?.version, ...instead },
    });

    expect(await refused(app, hub, retract('RECEIVED', {}))).toMatch(/every enquiry was received/);
    expect(await refused(app, hub, retract('RECEIVED', { insteadOn: '2026-03-01' }))).toMatch(
      /insteadOn makes it odd/,
    );
    expect(await done(app, hub, retract('RECEIVED', { insteadOn: '2026-01-02' }))).toMatchObject({
      receivedOn: '2026-01-02',
    });
    expect(await refused(app, hub, retract('APPLICATION', {}))).toMatch(
      /^CONFLICT: This enquiry was changed meanwhile/,
    );
    expect(
      (await read())?.events.map(({ kind, retractedAt }) => [kind, retractedAt !== null]),
    ).toEqual([
      ['RECEIVED', false],
      ['RECEIVED', true],
      ['APPLICATION', false],
    ]);
  });

  test('leave a trace in the log of the holder and of whoever records them', async () => {
    const { id } = await enquired(app);
    await sent(app, owner, eventsOf(id, { 'FIRST-RESPONSE': '2026-01-06' }));

    const { rows } = await app.db.query(
      `select o.slug, e.type, e.account from audit_event e join organisation o on o.id = e.tenant_id
       where e.details ->> 'id' like '%' || $1 || '%' order by e.type desc, o.slug`,
      [fromGlobalId(id)],
    );

    expect(rows).toEqual([
      { slug: 'd2n2', type: 'enquiry.recorded', account: hub },
      { slug: 'd2n2', type: 'enquiry.eventsRecorded', account: owner },
      { slug: 'derby', type: 'enquiry.eventsRecorded', account: owner },
    ]);
  });
});

describe('links', () => {
  test('say that an enquiry repeats another, which repeats none', async () => {
    const first = await enquired(app);
    const second = await enquired(app, { reference: 'F-0002' });
    const third = await enquired(app, { reference: 'F-0003' });
    const link = ({ id, version }: { id: string; version: number }, to: string | null) => ({
      mutation: 'linkDuplicateEnquiry',
      input: { id, version, to },
    });

    expect(await done(app, hub, link(second, first.id))).toMatchObject({ isDuplicate: true });
    expect(await refused(app, hub, link(third, second.id))).toMatch(/must be the first of them/);
    expect(await refused(app, hub, link(first, third.id))).toMatch(/that no other repeats/);
    expect(await refused(app, hub, link(third, third.id))).toMatch(/linked to itself/);
    expect(await refused(app, owner, link(third, first.id))).toMatch(/^NOT_FOUND/);
    expect(await refused(app, hub, link(second, null))).toMatch(/^CONFLICT/);
  });

  test('say that a household came again, after its first enquiry had ended', async () => {
    const first = await enquired(app);
    const again = await enquired(app, { reference: 'F-0002', receivedOn: '2026-04-01' });
    const link = {
      mutation: 'linkReapplication',
      input: { id: again.id, version: again.version, to: first.id },
      asked: 'reapplicationOf { id }',
    };
    expect(await refused(app, hub, link)).toMatch(/must have ended before this one came/);
    await sent(app, hub, eventsOf(first.id, { WITHDRAWN: '2026-03-01' }));

    expect(await done(app, hub, link)).toEqual({ reapplicationOf: { id: first.id } });
  });
});

describe('an authority', () => {
  test('records enquiries of its own, and none for others', async () => {
    const own = { ...usualEnquiry, reference: 'D-1' };

    expect(await done(app, owner, { mutation: 'recordEnquiry', input: own })).toMatchObject({
      authority: { code: codes.derby },
    });
    expect(
      await refused(app, owner, {
        mutation: 'recordEnquiry',
        input: { ...own, authority: codes.nottingham },
      }),
    ).toContain('authority must be one that you answer for');
    expect(await refused(app, 'approver.derby', { mutation: 'recordEnquiry', input: own })).toMatch(
      /^FORBIDDEN/,
    );
  });
});
