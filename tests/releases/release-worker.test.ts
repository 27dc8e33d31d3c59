import type { Protect } from '@sufficiency/server/modules/disclosure/release-build.service.ts';
import type { ReleaseProblem } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { startReleases } from '@sufficiency/server/modules/disclosure/release-worker.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { follow } from '../testkit/following.ts';
import { uuidOf } from './by-hand.ts';
import type { SeenRelease } from './releases.ts';
import { analyst, asked, forgetReleases, found, keepAllBack, testWorker } from './releases.ts';

const app = await testApp();
const worker = testWorker(app);

beforeEach(() => forgetReleases(app));

/** A promise that its test settles. */
const pending = () => Promise.withResolvers<void>();

const once = { suppressed: ['a|b|E06000015'], attackersDone: ['everybody'] };

/** Makes it seem as if the worker at hand had fallen silent. */
const silence = () =>
  app.db.query(`update release_job set heartbeat_at = now() - interval '21 seconds'`);

describe('a job', () => {
  test('is one worker’s, while it lives', async () => {
    const release = await asked(app);
    const [begun, over] = [pending(), pending()];
    const slow: Protect = async (...given) => {
      begun.resolve();
      await over.promise;
      return keepAllBack(...given);
    };

    const building = worker.build(slow);
    await begun.promise;

    expect(await worker.build(() => expect.fail('A second worker has it too.'))).toBe(false);
    over.resolve();
    await building;
    expect((await found(app, release))?.status).toBe('READY');
  });

  test('is alone with its hub’s: what tells of it waits, to be protected against it', async () => {
    await asked(app);
    const next = await asked(app, { period: '2026-04' });
    const [begun, over] = [pending(), pending()];
    const building = worker.build(async (...given) => {
      begun.resolve();
      await over.promise;
      return keepAllBack(...given);
    });
    await begun.promise;

    expect(await worker.build(() => expect.fail('Both are built at once.'))).toBe(false);
    over.resolve();
    await building;
    await worker.build();
    const { rows } = await app.db.query(
      `select from release_certificate where release_id = $1 and cardinality(earlier) = 1`,
      [uuidOf(next)],
    );
    expect(rows).toHaveLength(1);
  });

  test('is taken over from a worker that fell silent, who then keeps nothing', async () => {
    const release = await asked(app);
    const [begun, over] = [pending(), pending()];
    const slow: Protect = async (...given) => {
      begun.resolve();
      await over.promise;
      return keepAllBack(...given);
    };
    const first = worker.build(slow);
    await begun.promise;
    await silence();

    expect(await worker.build()).toBe(true);

    expect((await found(app, release))?.status).toBe('READY');
    over.resolve();
    await first.catch(() => undefined);
    expect(await found(app, release)).toMatchObject({ status: 'READY', revision: 2 });
  });

  test('is left at a stop, with how far it was, from which the next goes on', async () => {
    const release = await asked(app);
    const stop = new AbortController();
    const begun = pending();
    const stopped: Protect = (_problem, { report, signal }) =>
      new Promise((_done, failed) => {
        report?.({ stage: 'auditing', done: 3, total: 7, checkpoint: once });
        signal?.addEventListener('abort', () => failed(signal.reason));
        begun.resolve();
      });
    const building = worker.build(stopped, stop.signal);
    await begun.promise;
    await expect
      .poll(async () => (await progressOf(release.id))?.done, { timeout: 60_000 })
      .toBe(3);

    stop.abort(new Error('The server stops.'));
    await building;

    const asAt = async () => (await app.db.query('select as_at from release_job')).rows;
    const before = await asAt();
    const seen: unknown[] = [];
    await worker.build(async (problem, options) => {
      seen.push(options.checkpoint, await asAt());
      return keepAllBack(problem, options);
    });
    expect(seen).toEqual([once, before]);
    expect((await found(app, release))?.status).toBe('READY');
  });

  test('that breaks off again and again is given up', async () => {
    const release = await asked(app);
    await app.db.query(
      `insert into release_job (tenant_id, release_id, taken_by, heartbeat_at, as_at, stage, done, attempts)
       select tenant_id, id, gen_random_uuid(), '-infinity', now(), 'reading', 0, 3 from release`,
    );

    await worker.build();

    expect(await found(app, release)).toMatchObject({
      status: 'FAILED',
      reason: 'The work broke off again and again. Ask whoever runs the server.',
    });
  });

  test('reads exact figures as they were when it was first taken up', async () => {
    const release = await asked(app);
    const problems: ReleaseProblem[] = [];
    const stop = new AbortController();
    const record: Protect = (problem, options) => {
      problems.push(problem);
      return keepAllBack(problem, options);
    };
    await worker.build((problem) => {
      problems.push(problem);
      stop.abort(new Error('The server stops.'));
      return Promise.reject(stop.signal.reason);
    }, stop.signal);
    await app.db.query(
      `update "return" set status = 'WITHDRAWN', ended_at = now()
       where dataset = 'fostering' and period = '2026-05' and authority_code = 'E06000015'`,
    );

    await worker.build(record);

    expect(problems[1]).toEqual(problems[0]);
    expect((await found(app, release))?.status).toBe('READY');
    await app.db.query(
      `update "return" set status = 'ACCEPTED', ended_at = null
       where dataset = 'fostering' and period = '2026-05' and authority_code = 'E06000015'`,
    );
  });
});

describe('of the releases that hubs ask for', () => {
  test('those of one do not keep those of another waiting: hubs take turns', async () => {
    const clock = clockAt('2026-06-15T12:00:00Z');
    const turns = testWorker(app, clock);
    const passing = (build: () => Promise<SeenRelease>) => {
      clock.pass({ minutes: 1 });
      return build();
    };
    const [one, two, three] = [
      await passing(() => asked(app, { period: '2026-03' })),
      await passing(() => asked(app, { period: '2026-04' })),
      await passing(() => asked(app, { period: '2026-05' })),
    ];
    const other = await passing(() =>
      asked(app, { consortium: 'west-midlands' }, 'hub-analyst.west-midlands'),
    );
    const through = async () => {
      clock.pass({ minutes: 1 });
      await turns.build();
      const { rows } = await app.db.query<{ id: string }>(
        `select id from release where status <> 'BUILDING'`,
      );
      return rows.map(({ id }) => id).toSorted();
    };
    const ids = (...releases: readonly SeenRelease[]) => releases.map(uuidOf).toSorted();

    expect(await through()).toEqual(ids(one));
    expect(await through()).toEqual(ids(one, other));
    expect(await through()).toEqual(ids(one, other, two));
    expect(await through()).toEqual(ids(one, other, two, three));
  });
});

async function progressOf(id: string, account = analyst) {
  const answer = await app.as<{
    release: { progress: { stage: string; done: number; total: number | null } | null } | null;
  }>(account, `{ release(id: "${id}") { progress { stage done total } } }`);
  return answer.data?.release?.progress;
}

describe('the worker of a server', () => {
  test('builds what is asked for, one after the other, and tells how far it is', async () => {
    const told = pending();
    const running = startReleases({
      pool: worker.pool,
      clock: systemClock,
      log: createLog('silent'),
      protect: async (problem, options) => {
        options.report?.({ stage: 'auditing', done: 1, total: 2, checkpoint: once });
        await told.promise;
        return keepAllBack(problem, options);
      },
    });
    const first = await asked(app);
    const second = await asked(app, { period: '2026-04' });
    const followed = await follow(app, analyst, {
      query:
        'subscription ($id: ID!) { releaseProgress(id: $id) { status progress { stage done total } } }',
      variables: { id: first.id },
    });
    const events: unknown[] = [];
    for (let event = ''; !event.includes('READY'); ) {
      event = JSON.stringify(await followed.next());
      events.push(event);
      if (event.includes('auditing')) told.resolve();
    }
    await followed.leave();

    const progress = { stage: 'auditing', done: 1, total: 2 };
    expect(events).toContain(
      JSON.stringify({ data: { releaseProgress: { status: 'BUILDING', progress } } }),
    );
    expect(events.at(-1)).toBe(
      JSON.stringify({ data: { releaseProgress: { status: 'READY', progress: null } } }),
    );
    await expect
      .poll(async () => (await found(app, second))?.status, { timeout: 60_000 })
      .toBe('READY');
    await running.stop();
  });

  test('of two servers one builds each release', async () => {
    const built: string[] = [];
    const start = (name: string) =>
      startReleases({
        pool: worker.pool,
        clock: systemClock,
        log: createLog('silent'),
        protect: (problem, options) => {
          built.push(name);
          return keepAllBack(problem, options);
        },
      });
    const releases = await Promise.all(
      ['2026-01', '2026-02', '2026-03'].map((period) => asked(app, { period })),
    );

    const servers = [start('one'), start('other')];

    for (const release of releases) {
      await expect
        .poll(async () => (await found(app, release))?.status, { timeout: 60_000 })
        .toBe('READY');
    }
    await Promise.all(servers.map((server) => server.stop()));
    expect(built).toHaveLength(3);
  });

  test('keeps what failed to itself: no word of an error is logged or shown', async () => {
    const lines: string[] = [];
    const log = createLog('info');
    Object.assign(log, { error: (...told: unknown[]) => lines.push(JSON.stringify(told)) });
    const release = await asked(app);
    const running = startReleases({
      pool: worker.pool,
      clock: systemClock,
      log,
      protect: () => Promise.reject(new RangeError('canary 4711')),
    });
    await expect
      .poll(async () => (await found(app, release))?.status, { timeout: 60_000 })
      .toBe('FAILED');
    await running.stop();

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('RangeError');
    expect(lines[0]).not.toContain('4711');
    expect((await found(app, release))?.reason).not.toContain('4711');
  });
});
