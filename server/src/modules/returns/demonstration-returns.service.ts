import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { figuresOf } from '@sufficiency/shared/returns/derive.ts';
import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import type { Profile } from './demonstration-calibration.ts';
import { profilesOf } from './demonstration-calibration.ts';
import { onItsWay } from './demonstration-open.ts';
import type { PlannedReturn } from './demonstration-plan.ts';
import { eightDaysBefore, plannedReturns } from './demonstration-plan.ts';
import type { SeededAuthority } from './demonstration-returns.queries.ts';
import {
  lockSeeding,
  selectAuthorities,
  selectPublished,
} from './demonstration-returns.queries.ts';
import { makeReturn } from './demonstration-returns.ts';
import type { Ask, StoredReturn } from './demonstration-store.queries.ts';
import { storeReturns } from './demonstration-store.queries.ts';

/** Where an invented return says that it came from. */
const source = 'Synthetic: made by a seeded generator for the demonstration';

export interface SeedOptions {
  /** Connected as the loader role, after the reference data and the organisations. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  /** Told how many authorities are done, of how many that have something missing. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Invents the returns that a demonstration's authorities have sent by now, and stores them as real ones are: rows, and
 * the figures made from them. What is there stays as it is; a month that has ended since the last start is added.
 *
 * @source a seeded generator, calibrated on the public figures of each authority; all of it is marked synthetic.
 */
export async function seedReturns({ pool, clock, onProgress }: SeedOptions): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await lockSeeding(client);
    const by = { now: clock.now(), day: today(clock) };
    const missing = (await selectAuthorities(client))
      .map((authority) => ({ authority, planned: missingOf(authority, by) }))
      .filter(({ planned }) => planned.length > 0);
    if (missing.length > 0) await makeAll(client, missing, onProgress);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const missingOf = ({ code, made, open }: SeededAuthority, by: { now: Date; day: string }) => {
  const [used, onTheirWay] = [new Set(made), new Set(open)];
  return plannedReturns(code, by).flatMap((planned): PlannedReturn[] => {
    const { dataset, period, version, standing } = planned;
    const name = `${dataset} ${period} ${version}`;
    if (used.has(name)) return [];
    if (!onTheirWay.has(name)) return [planned];
    // What was on its way in its month is put right by a later version, once.
    const again = version + 1;
    const isDone = standing !== 'ACCEPTED' || used.has(`${dataset} ${period} ${again}`);
    if (isDone) return [];
    const acceptedAt = new Date(Math.min(+by.now, +planned.acceptedAt + threeWeeks));
    const receivedAt = eightDaysBefore(acceptedAt);
    return [{ ...planned, version: again, receivedAt, acceptedAt }];
  });
};

/** After which a month that was the latest is so no more, counted from ten days after its end. Unit: milliseconds. */
const threeWeeks = 22 * 86_400_000;

interface Missing {
  readonly authority: SeededAuthority;
  readonly planned: readonly PlannedReturn[];
}

/** Makes the returns of one authority while the database stores those of the one before. */
async function makeAll(
  client: pg.PoolClient,
  missing: readonly Missing[],
  onProgress: SeedOptions['onProgress'],
): Promise<void> {
  const ask: Ask = async (statement) =>
    (await client.query({ ...statement, values: [...statement.values] })).rows;
  const profiles = profilesOf(await selectPublished(client));
  let storing = Promise.resolve();
  const stored = () => storing.catch(() => undefined);

  try {
    for (const [done, { authority, planned }] of missing.entries()) {
      onProgress?.(done, missing.length);
      // One for each authority: what a month builds on is worked out once.
      const made = await makeReturns(authority, planned, profiles(authority.code));
      await storing;
      storing = storeVersions(ask, made);
      // Whoever waits for it is told; until then nobody is to think that nobody will.
      void stored();
    }
    await storing;
    onProgress?.(missing.length, missing.length);
  } finally {
    // Nothing may be sent after the transaction has ended.
    await stored();
  }
}

async function makeReturns(
  authority: SeededAuthority,
  planned: readonly PlannedReturn[],
  profile: Profile,
): Promise<StoredReturn[]> {
  const made: StoredReturn[] = [];
  for (const plan of planned) {
    made.push(storable(authority, plan, makeReturn(profile, plan)));
    // Lets the database's answers in, and the progress be drawn.
    await setImmediate();
  }
  return made;
}

async function storeVersions(ask: Ask, made: readonly StoredReturn[]): Promise<void> {
  await storeReturns(
    ask,
    made.filter(({ version }) => version === 1),
  );
  await storeReturns(
    ask,
    made.filter(({ version }) => version > 1),
  );
}

const storable = (
  { tenantId, code }: SeededAuthority,
  planned: PlannedReturn,
  made: StoredReturn['tables'],
): StoredReturn => {
  const { dataset, period, version, standing, receivedAt, acceptedAt } = planned;
  const { tables, problems } = onItsWay(planned, made);
  const given = { dataset, authority: code, period, tables };
  return {
    tenantId,
    id: randomUUID(),
    authorityCode: code,
    dataset,
    period,
    version,
    standing,
    source,
    receivedAt,
    acceptedAt,
    tables,
    problems,
    figures: standing === 'PROBLEMS' ? [] : figuresOf(given),
  };
};
