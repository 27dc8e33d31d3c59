import type { Protect } from '@sufficiency/server/modules/disclosure/release-build.service.ts';
import type { ProtectedCells } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { buildNext } from '@sufficiency/server/modules/disclosure/release-worker.service.ts';
import type { Clock } from '@sufficiency/server/platform/clock.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import type pg from 'pg';
import { afterAll } from 'vitest';
import type { Answer, TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

export const analyst = 'hub-analyst.d2n2';

/** What tests look at of a release. */
export interface SeenRelease {
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly revision: number;
  readonly reason: string | null;
}

const seenFields = 'id key status revision reason';

/** What is built unless a test says otherwise: foster carers of D2N2, for its members, of a month all have filed for. */
const usualRelease = {
  consortium: 'd2n2',
  dataset: 'fostering',
  period: '2026-05',
  audience: 'MEMBERS',
} as const;

/** Asks for a release; the API's own answer. */
export const ask = (
  app: TestApp,
  input: Readonly<Record<string, unknown>> = {},
  account = analyst,
): Promise<Answer<{ buildRelease: SeenRelease }>> =>
  app.as(
    account,
    `mutation ($input: BuildReleaseInput!) { buildRelease(input: $input) { ${seenFields} } }`,
    { input: { ...usualRelease, ...input } },
  );

/** The same, which must not be refused. */
export async function asked(
  app: TestApp,
  input: Readonly<Record<string, unknown>> = {},
  account = analyst,
): Promise<SeenRelease> {
  const answer = await ask(app, input, account);
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.buildRelease;
}

/** Publishes or withdraws a release; the API's own answer. */
export const change = (
  app: TestApp,
  name: 'publishRelease' | 'withdrawRelease',
  { id, revision }: Pick<SeenRelease, 'id' | 'revision'>,
  account = analyst,
): Promise<Answer<Record<string, SeenRelease>>> =>
  app.as(
    account,
    `mutation { ${name}(input: { id: "${id}", revision: ${revision}${name === 'withdrawRelease' ? ', reason: "A test."' : ''} }) { ${seenFields} } }`,
  );

/** The same, which must not be refused. */
export async function changed(
  app: TestApp,
  name: 'publishRelease' | 'withdrawRelease',
  release: Pick<SeenRelease, 'id' | 'revision'>,
): Promise<SeenRelease> {
  const answer = await change(app, name, release);
  const found = answer.data?.[name];
  if (!found) throw new Error(refusalOf(answer));
  return found;
}

/** A release as an account finds it by its id; null where it finds none. */
export async function found(
  app: TestApp,
  { id }: Pick<SeenRelease, 'id'>,
  account = analyst,
): Promise<SeenRelease | null> {
  const answer = await app.as<{ release: SeenRelease | null }>(
    account,
    `{ release(id: "${id}") { ${seenFields} } }`,
  );
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.release;
}

/** Every count kept back, as if an audit had wished it so: quick, and never wrong. */
export const keepAllBack: Protect = ({ cells }) =>
  Promise.resolve<ProtectedCells>({
    shown: cells.map(({ kind }) => (kind === 'hidden' ? null : 'c')),
    certificate: {
      cells: cells.length,
      published: 0,
      suppressed: cells.length,
      narrowestInterval: 4,
      exactRecoveries: 0,
      seconds: 0.1,
      method: 'A test.',
      attackers: [{ name: 'everybody', kind: 'public', width: 4, cells: 1, narrowest: 4 }],
    },
  });

/** A worker as a server has it, that works when it is told to. */
export interface TestWorker {
  /** As the role that builds releases. */
  readonly pool: pg.Pool;
  /** Builds what was asked for first; false where there is nothing. */
  readonly build: (protect?: Protect, signal?: AbortSignal) => Promise<boolean>;
}

/** A worker over a test's own database; it ends after the file's last test. */
export function testWorker(
  app: Pick<TestApp, 'releaseUrl'>,
  clock: Clock = systemClock,
): TestWorker {
  const worker = openWorker(app, clock);
  afterAll(() => worker.pool.end());
  return worker;
}

function openWorker({ releaseUrl }: Pick<TestApp, 'releaseUrl'>, clock: Clock): TestWorker {
  const pool = openPool({ url: releaseUrl, size: 2 });
  const log = createLog('silent');
  return {
    pool,
    build: (protect = keepAllBack, signal = new AbortController().signal) =>
      buildNext({ pool, clock, log, protect }, signal),
  };
}

/** A release that is ready, by a worker that is gone again. */
export async function readyAt(
  app: TestApp,
  clock: Clock,
  input: Readonly<Record<string, unknown>>,
): Promise<SeenRelease> {
  const worker = openWorker(app, clock);
  try {
    return await ready(app, worker, input);
  } finally {
    await worker.pool.end();
  }
}

/** A release that is ready. */
export async function ready(
  app: TestApp,
  worker: TestWorker,
  input: Readonly<Record<string, unknown>> = {},
  protect?: Protect,
): Promise<SeenRelease> {
  const release = await asked(app, input);
  await worker.build(protect);
  const built = await found(app, release);
  if (!built) throw new Error('The release is gone.');
  return built;
}

/** A release that is published. */
export const published = async (
  app: TestApp,
  worker: TestWorker,
  input: Readonly<Record<string, unknown>> = {},
  protect?: Protect,
): Promise<SeenRelease> => changed(app, 'publishRelease', await ready(app, worker, input, protect));

/** Forgets every release there is, as only a superuser can. */
export async function forgetReleases({ db }: Pick<TestApp, 'db'>): Promise<void> {
  for (const table of [
    'release_cell',
    'release_certificate',
    'release_authority',
    'release_job',
    'release',
  ]) {
    await db.query(`delete from ${table}`);
  }
}
