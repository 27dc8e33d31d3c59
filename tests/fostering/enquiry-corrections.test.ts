import { describe, expect, test } from 'vitest';
import { logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeFosteringRecords } from './arranged.ts';
import type { Enquired } from './enquiring.ts';
import {
  analyst,
  at,
  done,
  enquired,
  eventsOf,
  freshEnquiries,
  hub,
  neighbour,
  owner,
  refused,
  sent,
  tried,
} from './enquiring.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);

const facts = 'id version source campaign area householdType';

const change = ({ id, version }: Enquired, said: object) => ({
  mutation: 'changeEnquiry',
  input: { id, version, ...said },
  asked: facts,
});

const before = {
  source: 'WEB',
  campaign: null,
  area: null,
  householdType: 'MAINSTREAM',
};

describe('what is said of an enquiry', () => {
  test('is put right by its holder, and by the organisation of its authority; what is left out stays', async () => {
    const enquiry = await enquired(app);

    const first = await done<Enquired>(
      app,
      analyst,
      change(enquiry, { source: 'CARER', campaign: 'SPRING-26', area: 'DE1' }),
    );
    const second = await done<Enquired>(
      app,
      owner,
      change(first, { householdType: 'SHORT-BREAKS', campaign: null }),
    );

    expect(first).toMatchObject({
      ...{ version: enquiry.version + 1, source: 'CARER', campaign: 'SPRING-26', area: 'DE1' },
      householdType: 'MAINSTREAM',
    });
    expect(second).toMatchObject({
      ...{ version: enquiry.version + 2, source: 'CARER', campaign: null, area: 'DE1' },
      householdType: 'SHORT-BREAKS',
    });
  });

  test('leaves the days of its events as they are, and is in the logs of its holder and of who did it', async () => {
    const enquiry = await enquired(app);
    await sent(app, hub, eventsOf(enquiry.id, { 'FIRST-RESPONSE': '2026-01-06' }));
    await app.db.query('truncate audit_event cascade');

    const changed = await done<Enquired>(app, owner, {
      ...change({ ...enquiry, version: enquiry.version + 1 }, { source: 'EVENT' }),
      asked: `${facts} reached { stage on }`,
    });

    expect(changed.reached).toEqual([
      { stage: 'RECEIVED', on: '2026-01-05' },
      { stage: 'FIRST-RESPONSE', on: '2026-01-06' },
    ]);
    const [inHub] = await logOf(app, 'd2n2');
    expect(inHub).toMatchObject({
      ...{ type: 'enquiry.changed', account: owner },
      details: { fields: ['source'] },
    });
    expect(await logOf(app, 'derby')).toHaveLength(1);
  });

  test('that is so already changes nothing', async () => {
    const enquiry = await enquired(app);

    expect(await done(app, hub, change(enquiry, before))).toMatchObject({
      version: enquiry.version,
    });
  });

  test('and was changed since it was seen is a conflict that says which version it has', async () => {
    const enquiry = await enquired(app);
    await done(app, hub, change(enquiry, { source: 'EVENT' }));

    const { errors } = await tried(app, owner, change(enquiry, { source: 'CARER' }));

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      version: enquiry.version + 1,
    });
  });

  test.each([
    [{ source: 'TV' }, 'source must be among WEB'],
    [{ householdType: 'OTHER' }, 'householdType must be among MAINSTREAM'],
    [{ area: 'NG7 2RD' }, 'area must be'],
    [{ campaign: 'Jane Smith' }, 'campaign must be'],
    [{ campaign: '07700900123' }, 'campaign'],
  ])('is not put right to %o', async (said, words) => {
    const enquiry = await enquired(app);

    const refusal = await refused(app, hub, change(enquiry, said));

    expect(refusal).toMatch(/^BAD_USER_INPUT: /);
    expect(refusal).toContain(words);
  });

  test('is put right by nobody else: others do not find it, nor may who only reads', async () => {
    const enquiry = await enquired(app);
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });
    const said = change(enquiry, { source: 'CARER' });

    expect(await refused(app, neighbour, said)).toMatch(/^NOT_FOUND/);
    expect(await refused(app, 'hub-analyst.west-midlands', said)).toMatch(/^NOT_FOUND/);
    expect(await refused(app, 'approver.derby', said)).toMatch(/^FORBIDDEN/);
    expect(await refused(app, 'reviewer.d2n2', said)).toMatch(/^FORBIDDEN/);
    const { rows } = await app.db.query('select source from fostering_enquiry');
    expect(rows).toEqual([{ source: 'WEB' }]);
  });
});
