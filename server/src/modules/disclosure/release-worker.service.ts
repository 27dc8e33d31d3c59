import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { tell } from '../../platform/live.ts';
import type { Log } from '../../platform/log.ts';
import { NotBuilt } from './not-built.ts';
import type { Building, Protect } from './release-build.service.ts';
import { buildJob } from './release-build.service.ts';
import type { Connection, JobProgress, ReleaseJob } from './release-jobs.queries.ts';
import { endIdleJobs, keepJob, leaveJob, takeJob } from './release-jobs.queries.ts';
import { releaseTopic } from './release-progress.service.ts';

/** How long after one look for work the next comes. Unit: milliseconds. */
const pause = 1_000;
/** How often progress is written down at most. Unit: milliseconds. */
const beat = 1_000;
/** How many beats pass without anything new before the worker says that it is still there. */
const quietBeats = 4;
/** A release that takes longer is given up. Unit: milliseconds. */
const longest = 60 * 60_000;
const tooLong = 'Protecting it took longer than an hour. Nothing is released.';

/** What the worker works with. */
export interface ReleaseWork {
  /** As the role that builds releases. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly protect: Protect;
}

/** The worker is no longer at this job: it was withdrawn, another took over, or the server stops. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * Builds the releases that hubs ask for, one after the other and in turn, for as long as the server runs. Several servers may do so at
 * once: each job is one worker's, and another's when that one falls silent.
 *
 * `stop` leaves the job at hand to whoever takes it up next.
 */
export function startReleases(work: ReleaseWork): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const built = await buildNext(work, stopping.signal).catch((error: unknown) => {
        tellOf(work.log, error);
        return false;
      });
      if (!built) {
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort(new Stopped('The server stops.'));
      await running;
    },
  };
}

/** Takes up one release and builds it; false where there was none. */
export async function buildNext(work: ReleaseWork, stopping: AbortSignal): Promise<boolean> {
  const worker = randomUUID();
  const transaction: Building['transaction'] = (task, kind) =>
    inTransaction(work, { worker, kind }, task);
  const job = await transaction(async (connection) => {
    await endIdleJobs(connection);
    return takeJob(connection, work.clock.now());
  });
  if (!job) return false;
  const watch = new Watch(transaction, job, stopping);
  const { protect, clock } = work;
  try {
    await buildJob(
      {
        transaction,
        protect,
        now: () => clock.now(),
        report: watch.report,
        unforeseen: (error) => tellOf(work.log, error),
        signal: watch.signal,
      },
      job,
    );
  } catch (error) {
    // Whoever takes it up next goes on from where it was left.
    if (!watch.signal.aborted) throw error;
  } finally {
    await watch.end();
  }
  return true;
}

/** What an error says may hold what it was about: only its kind and where in the code it arose is told. */
const tellOf = (log: Log, error: unknown): void => {
  const [name, stack] = error instanceof Error ? [error.name, error.stack ?? ''] : ['', ''];
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line));
  log.error({ name, at }, 'a release could not be built');
};

/** Keeps a job while it is worked on: tells how far it is, and hears whether it is still wanted. */
class Watch {
  readonly signal: AbortSignal;
  readonly #transaction: Building['transaction'];
  readonly #job: ReleaseJob;
  readonly #lost = new AbortController();
  readonly #stopping: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  readonly #limit: NodeJS.Timeout;
  #latest: JobProgress | null = null;
  #beats = 0;
  #beating: Promise<void> = Promise.resolve();

  constructor(transaction: Building['transaction'], job: ReleaseJob, stopping: AbortSignal) {
    this.#transaction = transaction;
    this.#job = job;
    this.#stopping = stopping;
    this.signal = AbortSignal.any([stopping, this.#lost.signal]);
    this.#timer = setInterval(() => {
      this.#beating = this.#beating.then(() => this.#beat()).catch(() => undefined);
    }, beat);
    this.#limit = setTimeout(() => this.#lost.abort(new NotBuilt(tooLong)), longest);
  }

  readonly report = (progress: JobProgress): void => {
    this.#latest = progress;
  };

  async #beat(): Promise<void> {
    this.#beats += 1;
    const progress = this.#latest;
    if (!progress && this.#beats % quietBeats !== 0) return;
    this.#latest = null;
    const status = await this.#transaction(async (connection) => {
      const kept = await keepJob(connection, this.#job, progress);
      if (kept && progress) {
        const { text, values } = tell(releaseTopic, this.#job.id);
        await connection.query(text, [...values]);
      }
      return kept;
    });
    if (status !== 'BUILDING') this.#lost.abort(new Stopped('The job is no longer this worker’s.'));
  }

  /** Stops watching; where the server stops, leaves the job to others at once. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    clearTimeout(this.#limit);
    await this.#beating;
    if (!this.#stopping.aborted) return;
    await this.#transaction((connection) => leaveJob(connection, this.#job));
  }
}

async function inTransaction<Result>(
  { pool, clock }: ReleaseWork,
  { worker, kind }: { readonly worker: string; readonly kind: 'snapshot' | undefined },
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(kind ? 'begin isolation level repeatable read read only' : 'begin');
    await client.query(
      `select set_config('app.worker', $1, true), set_config('app.now', $2, true)`,
      [worker, clock.now().toISOString()],
    );
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection in an unknown state is closed, never returned to the pool.
    client.release(true);
    throw error;
  }
}
