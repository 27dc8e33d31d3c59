import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordOwn } from '@sufficiency/server/modules/audit/audit.service.ts';
import {
  anchorChains,
  chainEvents,
  startChaining,
} from '@sufficiency/server/modules/audit/chain.service.ts';
import { verifyLog } from '@sufficiency/server/modules/audit/verify.service.ts';
import { anchorFile } from '@sufficiency/server/platform/anchor-file.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import { emptyLogs, workshop } from './log.ts';
import { memoryAnchor } from './memory-anchor.ts';

const db = await cloneDatabase();
afterAll(() => db.drop());
const { chainPool, viewerOf } = workshop(db, systemClock);
const secondPool = openPool({ url: db.chainUrl, size: 1 });
afterAll(() => secondPool.end());

const log = createLog('silent');
const tenants = ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'];

/** Everybody of an organisation signs in so many times, all at once. */
const signInTogether = (slugs: readonly string[], times: number) =>
  Promise.all(
    slugs.flatMap((slug) =>
      Array.from({ length: times }, async () => {
        const viewer = await viewerOf(`ig-lead.${slug}`, 'write');
        await recordOwn(viewer, { type: 'session.started', details: {} });
        await viewer.operation.commit();
      }),
    ),
  );

/** The places of each organisation's chain. */
async function chains(): Promise<{ slug: string; places: number[] }[]> {
  const { rows } = await db.db.query(
    `select o.slug, array_agg(l.sequence order by l.sequence) as places
     from audit_link l join organisation o on o.id = l.tenant_id group by o.slug order by o.slug`,
  );
  return rows;
}

const upTo = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe('chaining the log', () => {
  beforeEach(() => emptyLogs(db));

  test('gives 4 tenants × 100 events that came all at once chains without a gap, with two servers at it', async () => {
    const anchor = memoryAnchor();
    const workers = [chainPool, secondPool].map((pool) =>
      startChaining({ pool, clock: systemClock, anchor, log }),
    );

    await signInTogether(tenants, 100);
    await Promise.all(workers.map((worker) => worker.stop()));
    await chainEvents({ pool: chainPool, clock: systemClock }, null);

    expect(await chains()).toEqual(tenants.map((slug) => ({ slug, places: upTo(100) })));
    const reports = await verifyLog({
      pool: chainPool,
      anchor: memoryAnchor(),
      clock: systemClock,
    });
    expect(reports.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(
      tenants.map(() => 'not-anchored'),
    );
  });

  test('gives an event its place in a few seconds', async () => {
    const worker = startChaining({
      pool: chainPool,
      clock: systemClock,
      anchor: memoryAnchor(),
      log,
    });
    await signInTogether(['derby'], 1);

    await vi.waitFor(async () => expect(await chains()).toHaveLength(1), {
      timeout: 20_000,
      interval: 50,
    });
    await worker.stop();
  });

  test('chains what is left when it is stopped', async () => {
    const worker = startChaining({
      pool: chainPool,
      clock: systemClock,
      anchor: memoryAnchor(),
      log,
    });
    await signInTogether(['derby'], 3);

    await worker.stop();

    expect(await chains()).toEqual([{ slug: 'derby', places: [1, 2, 3] }]);
  });

  test('finds nothing wrong with what it chained and anchored', async () => {
    const anchor = memoryAnchor();
    await signInTogether(tenants, 3);

    await chainEvents({ pool: chainPool, clock: systemClock }, null);
    await anchorChains({ pool: chainPool, anchor });

    const reports = await verifyLog({ pool: chainPool, anchor, clock: systemClock });
    expect(reports.map(({ length, waiting, findings }) => ({ length, waiting, findings }))).toEqual(
      tenants.map(() => ({ length: 3, waiting: 0, findings: [] })),
    );
  });

  test('says of an event without a place only that it waits, while it is new', async () => {
    await signInTogether(['derby'], 2);

    const reports = await verifyLog({
      pool: chainPool,
      anchor: memoryAnchor(),
      clock: systemClock,
    });

    expect(reports).toMatchObject([{ length: 0, waiting: 2, findings: [] }]);
  });
});

describe('the anchor', () => {
  const folder = mkdtemp(join(tmpdir(), 'sufficiency-anchor-'));
  afterAll(async () => rm(await folder, { recursive: true }));
  const path = async () => join(await folder, 'audit-anchor.json');

  test('holds where every chain ends, in a file that only its owner reads', async () => {
    await emptyLogs(db);
    await signInTogether(['derby'], 2);
    await chainEvents({ pool: chainPool, clock: systemClock }, null);

    await anchorChains({ pool: chainPool, anchor: anchorFile(await path()) });

    const { rows } = await db.db.query(
      'select tenant_id, sequence, hash from audit_link order by sequence desc limit 1',
    );
    const [{ tenant_id, sequence, hash }] = rows;
    expect(JSON.parse(await readFile(await path(), 'utf8'))).toEqual({
      [tenant_id]: { sequence, hash },
    });
    expect(((await stat(await path())).mode & 0o777).toString(8)).toBe('600');
  });

  test('is not moved back when the end of a chain is cut off, nor forward by what comes after', async () => {
    const anchor = anchorFile(await path());
    const before = await anchor.read();
    await db.db.query('delete from audit_link where sequence = 2');
    await db.db.query(
      'delete from audit_event e where not exists (select from audit_link where event_id = e.id)',
    );
    await signInTogether(['derby'], 5);
    await chainEvents({ pool: chainPool, clock: systemClock }, null);

    const broken = await anchorChains({ pool: chainPool, anchor });

    expect(broken).toEqual([...before.keys()]);
    expect(await anchor.read()).toEqual(before);
  });
});
