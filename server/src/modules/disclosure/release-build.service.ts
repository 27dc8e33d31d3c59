import type { AuditType } from '@sufficiency/shared/audit/audit-event.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { tell } from '../../platform/live.ts';
import { isOverload } from '../../platform/overload.ts';
import { NotBuilt } from './not-built.ts';
import { problemOf } from './problem-of.ts';
import { certificateOf } from './release-certificate.ts';
import type { ReleaseAround, ReleaseCellContent } from './release-contents.ts';
import type { Connection, JobProgress, ReleaseJob } from './release-jobs.queries.ts';
import { endJob, holdJob } from './release-jobs.queries.ts';
import type { ProtectedCells, ProtectOptions, ReleaseProblem } from './release-problem.ts';
import { AuditFailed } from './release-problem.ts';
import { releaseTopic } from './release-progress.service.ts';
import { selectInsiders, selectSources } from './release-reading.queries.ts';
import type { ReadSources, ReleaseMember } from './release-reading.service.ts';
import { readSources } from './release-reading.service.ts';
import {
  insertAuthorities,
  insertCells,
  insertCertificate,
  insertReleaseEvents,
  makeFailed,
  makeReady,
  publishReady,
} from './release-storing.queries.ts';
import { releasedFees } from './released-fees.ts';

/** Decides what of a release is shown, and proves that it holds; see `protect`. */
export type Protect = (problem: ReleaseProblem, options: ProtectOptions) => Promise<ProtectedCells>;

/** What building needs. */
export interface Building {
  /** Runs work in a transaction of this worker; `snapshot`: in one that only reads, all as at one instant. */
  readonly transaction: <Result>(
    work: (connection: Connection) => Promise<Result>,
    kind?: 'snapshot',
  ) => Promise<Result>;
  readonly protect: Protect;
  readonly now: () => Date;
  /** Told how far it is. */
  readonly report: (progress: JobProgress) => void;
  /** Told of a failure of ours. */
  readonly unforeseen: (error: unknown) => void;
  /** Aborted where it is to stop. */
  readonly signal: AbortSignal;
}

/** How often a release is taken up before it is given up: the work breaks off where a server dies of it. */
const mostAttempts = 3;

/**
 * Builds a release: reads, protects, and stores it with its certificate, all of it or nothing; publishes it, where that was
 * asked for beforehand. What cannot be built is marked so, with a sentence.
 *
 * @throws Error it was stopped, or the database could not be had: another try may do it.
 */
export async function buildJob(building: Building, job: ReleaseJob): Promise<void> {
  try {
    if (job.attempts > mostAttempts) {
      throw new NotBuilt('The work broke off again and again. Ask whoever runs the server.');
    }
    building.report({ stage: 'reading', done: 0, total: null, checkpoint: null });
    const read = await building.transaction(
      (connection) => readSources(connection, job),
      'snapshot',
    );
    requireFigures(read, job);
    const protectedCells = await protectedOf(building, job, read);
    const fees = read.fees ? await releasedFees(read.fees, building.signal) : [];
    building.report({ stage: 'storing', done: 0, total: null, checkpoint: null });
    await store(building, job, {
      ...read,
      ...protectedCells,
      cells: [...protectedCells.cells, ...fees],
    });
  } catch (error) {
    const reason = sentenceOf(error, building.signal);
    if (reason === null) throw error;
    if (!isForeseen(error)) building.unforeseen(error);
    await fail(building, job, reason);
  }
}

const isForeseen = (error: unknown) => error instanceof NotBuilt || error instanceof AuditFailed;

/** Why it failed for good; null where another try may do it. */
function sentenceOf(error: unknown, signal: AbortSignal): string | null {
  if (error instanceof NotBuilt) return error.message;
  if (error instanceof AuditFailed) {
    return `The audit does not hold against ${error.attacker}: ${error.why}. Nothing is released.`;
  }
  if (signal.aborted) return signal.reason instanceof NotBuilt ? signal.reason.message : null;
  if (isOverload(error)) return null;
  return 'Something failed on our side. Nothing is released. Ask whoever runs the server, or build it anew.';
}

function requireFigures({ sources }: ReadSources, { dataset, period }: ReleaseJob): void {
  if (sources.returns.length > 0) return;
  throw new NotBuilt(
    `There are no figures of ${dataset} for ${periodInWords(period)} that agreements in force release to this audience.`,
  );
}

/** What is to be stored of an audit. */
interface Audited {
  readonly cells: readonly ReleaseCellContent[];
  readonly protectedCells: ProtectedCells;
}

/**
 * Protects what was read, in the first of these ways that holds: all of it; with every revised figure of all members together
 * kept back, where a revision would tell too much beside earlier releases; with what is c in releases of other months and
 * datasets left as it is, where that is told already; and of what was released before, beside itself only.
 *
 * @throws AuditFailed none holds: nothing is released.
 */
async function protectedOf(
  building: Building,
  job: ReleaseJob,
  { sources }: ReadSources,
): Promise<Audited> {
  const { earlier, around = [] } = sources;
  const less = { ...sources, withholdRevised: earlier.length > 0 };
  const ways = [
    sources,
    ...(earlier.length > 0 ? [less] : []),
    ...(around.length > 0 ? [{ ...less, around: around.map(withNumbersOnly) }] : []),
    ...(around.length > 0 && earlier.length > 0 ? [{ ...less, around: [] }] : []),
  ];
  let failure: unknown;
  for (const way of ways) {
    try {
      return await audited(building, job, way);
    } catch (error) {
      if (!(error instanceof AuditFailed)) throw error;
      failure = error;
    }
  }
  throw failure;
}

const withNumbersOnly = (release: ReleaseAround): ReleaseAround => ({
  ...release,
  shown: new Map([...release.shown].filter(([, figure]) => typeof figure === 'number')),
});

async function audited(
  { protect, report, signal }: Building,
  job: ReleaseJob,
  sources: ReadSources['sources'],
): Promise<Audited> {
  const { problem, finish } = problemOf(sources);
  const protectedCells = await protect(problem, {
    ...(job.checkpoint && { checkpoint: job.checkpoint }),
    report,
    signal,
  });
  signal.throwIfAborted();
  return { cells: finish(protectedCells.shown), protectedCells };
}

/** Stores it, if every agreement is still in force and nobody else has taken the job over. */
async function store(
  { transaction, now }: Building,
  job: ReleaseJob,
  built: ReadSources & Audited,
): Promise<void> {
  const { members, cells, earlier, sources } = built;
  await transaction(async (connection) => {
    if (!(await holdJob(connection, job))) throw new Error('Another worker has taken over.');
    await requireInForce(connection, job, members);
    await insertAuthorities(connection, job, members);
    await insertCertificate(connection, job, {
      ...certificateOf(built.protectedCells.certificate, cells),
      auditedAt: now(),
      earlier,
    });
    await insertCells(connection, job, cells);
    await makeReady(connection, job, {
      ...sources.rule,
      synthetic: sources.returns.some(({ synthetic }) => synthetic),
      contributors: contributorsOf(members)
        .map(({ code }) => code)
        .toSorted(),
    });
    await told(connection, job, { type: 'release.built', members, at: now() });
    if (job.publishWhenReady) {
      const before = await publishReady(connection, job, now());
      await told(connection, job, { type: 'release.published', members, at: now() });
      if (before !== null) await tellOf(connection, before);
    }
    await endJob(connection, job);
    await tellOf(connection, job.id);
  });
}

const contributorsOf = (members: readonly ReleaseMember[]) =>
  members.filter(({ source }) => source !== null);

/** @throws NotBuilt an agreement ended, or began to ask for more, while the release was being built. */
async function requireInForce(
  connection: Connection,
  job: ReleaseJob,
  members: readonly ReleaseMember[],
): Promise<void> {
  const sources = await selectSources(connection, job);
  const ended = contributorsOf(members).filter(
    ({ code, source }) =>
      !sources.some(
        (now) =>
          now.authorityCode === code &&
          now.minimumCount <= (source?.minimumCount ?? 0) &&
          now.rounding <= (source?.rounding ?? 0),
      ),
  );
  const insiders = await selectInsiders(connection, job);
  const shown = contributorsOf(members).filter(({ code, exactTo }) =>
    insiders.some(({ authority, insider }) => authority === code && !exactTo.includes(insider)),
  );
  if (shown.length > 0) {
    throw new NotBuilt(
      `Agreements began to show exact figures of ${shown.map(({ name }) => name).join(', ')} to more organisations while the release was being built. Build it anew.`,
    );
  }
  if (ended.length === 0) return;
  throw new NotBuilt(
    `What agreements release of ${ended.map(({ name }) => name).join(', ')} changed while the release was being built. Build it anew.`,
  );
}

/** Marks a release as not built, if the job is still this worker's. */
async function fail({ transaction, now }: Building, job: ReleaseJob, reason: string) {
  await transaction(async (connection) => {
    if (!(await holdJob(connection, job))) return;
    await makeFailed(connection, job, { reason, at: now() });
    await told(connection, job, { type: 'release.failed', members: [], at: now() });
    await endJob(connection, job);
    await tellOf(connection, job.id);
  });
}

async function tellOf(connection: Connection, id: string): Promise<void> {
  const { text, values } = tell(releaseTopic, id);
  await connection.query(text, [...values]);
}

/** Tells the log of the hub, and of everybody whose figures are in the release. */
async function told(
  connection: Connection,
  job: ReleaseJob,
  {
    type,
    members,
    at,
  }: { readonly type: AuditType; readonly members: readonly ReleaseMember[]; readonly at: Date },
): Promise<void> {
  const { dataset, period, consortium, audience, id, tenantId } = job;
  const details = { dataset, periods: [period], consortium, audience, id };
  const byGiver = Map.groupBy(contributorsOf(members), ({ source }) => source?.giverId ?? '');
  const events = [...byGiver].map(([giverId, theirs]) => {
    const source = theirs[0]?.source;
    return {
      tenantId: giverId,
      type,
      agreement: source ? { id: source.agreementId, version: source.agreementVersion } : null,
      details: { ...details, authorities: theirs.map(({ code }) => code) },
    };
  });
  const own = { tenantId, type, agreement: null, details };
  await insertReleaseEvents(connection, job, { events: [own, ...events], at });
}
