import { recordOwn } from '@sufficiency/server/modules/audit/audit.service.ts';
import { anchorChains, chainEvents } from '@sufficiency/server/modules/audit/chain.service.ts';
import { verifyLog } from '@sufficiency/server/modules/audit/verify.service.ts';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clockAt } from '../testkit/clock.ts';
import { cloneDatabase } from '../testkit/database.ts';
import { idOfOrganisation, workshop } from './log.ts';
import { memoryAnchor } from './memory-anchor.ts';
import { anyTampering, isLocated, TamperedLog, tamperings } from './tampering.ts';

const length = 24;

const db = await cloneDatabase();
afterAll(() => db.drop());
const clock = clockAt('2026-06-01T09:00:00Z');
const { chainPool, viewerOf } = workshop(db, clock);
const anchor = memoryAnchor();
const log = new TamperedLog({
  db: db.db,
  tenantId: await idOfOrganisation(db, 'derby'),
  length,
});

/** The log as it was before anybody tampered with it. */
async function restore(): Promise<void> {
  await db.db.query(`truncate audit_event, audit_link`);
  await db.db.query('insert into audit_event select * from kept_event');
  await db.db.query('insert into audit_link select * from kept_link');
}

const verify = () => verifyLog({ pool: chainPool, anchor, clock });

/** What the verifier finds in Derby's log; nothing may be found in Nottingham's. */
async function findings() {
  const reports = await verify();
  return {
    derby: reports.find(({ tenantId }) => tenantId === log.tenantId)?.findings ?? [],
    others: reports.filter(({ tenantId }) => tenantId !== log.tenantId).flatMap((r) => r.findings),
  };
}

beforeAll(async () => {
  for (const account of ['ig-lead.derby', 'ig-lead.nottingham']) {
    for (let event = 0; event < length; event += 1) {
      const viewer = await viewerOf(account, 'write');
      await recordOwn(viewer, { type: 'session.started', details: {} });
      await viewer.operation.commit();
      clock.pass({ seconds: 1 });
    }
  }
  await chainEvents({ pool: chainPool, clock }, null);
  await anchorChains({ pool: chainPool, anchor });
  clock.pass({ minutes: 10 });
  await db.db.query('create table kept_event as table audit_event');
  await db.db.query('create table kept_link as table audit_link');
});

describe('a log that was tampered with', () => {
  test('is told from one that was not', async () => {
    expect(await findings()).toEqual({ derby: [], others: [] });
  });

  test.each(Object.keys(tamperings))('%s: found, and located', async (what) => {
    await restore();
    const expected = await tamperings[what]?.(log, 7, 12);

    expect((await findings()).derby).toSatisfy((found) => isLocated(found, expected as never));
  });

  test('in 200 random ways: each is found and located, and nobody else’s log is blamed', async () => {
    await fc.assert(
      fc.asyncProperty(anyTampering(length), async ({ what, at, other }) => {
        await restore();
        const expected = await tamperings[what]?.(log, at, other);

        const { derby, others } = await findings();

        expect(derby).toSatisfy((found) => isLocated(found, expected as never));
        expect(others).toEqual([]);
      }),
      { numRuns: 200, seed: 20_261_122 },
    );
  });

  test('says which event was put beside the chain', async () => {
    await restore();
    const id = await log.addEvent(3);

    expect((await findings()).derby).toEqual([
      { kind: 'not-chained', from: null, to: null, eventId: id },
    ]);
  });

  test('and worked out anew from there to its end is told by the anchor', async () => {
    await restore();
    await log.editEvent(5, `account = 'nobody'`);
    for (let at = 5; at <= length; at += 1) await log.rehash(at);

    expect((await findings()).derby).toEqual([
      { kind: 'rewritten', from: 1, to: length, eventId: null },
    ]);
  });

  test('and cut off is told by the anchor only', async () => {
    await restore();
    await tamperings['cut off the end']?.(log, 20, 20);

    const [withAnchor] = await verify().then((r) => r.filter((t) => t.tenantId === log.tenantId));
    const without = await verifyLog({ pool: chainPool, anchor: memoryAnchor(), clock });

    expect(withAnchor?.findings).toEqual([
      { kind: 'cut-off', from: 20, to: length, eventId: null },
    ]);
    expect(without.flatMap((report) => report.findings.map(({ kind }) => kind))).toEqual([
      'not-anchored',
      'not-anchored',
    ]);
  });

  test('and emptied is told as well', async () => {
    await restore();
    await db.db.query('truncate audit_event, audit_link');

    expect((await findings()).derby).toEqual([
      { kind: 'cut-off', from: 1, to: length, eventId: null },
    ]);
  });
});
