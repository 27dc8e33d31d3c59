import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import { readRecruits, readStocks } from '../returns/demonstration-recruits.service.ts';
import type { IdentifiedEnquiry, SeededHub } from './demonstration-enquiries.queries.ts';
import {
  insertEnquiries,
  insertEvents,
  insertQueries,
  insertStages,
  isMadeUntil,
  keepMadeUntil,
  lockSeeding,
  selectHub,
  selectKnown,
} from './demonstration-enquiries.queries.ts';
import { enquiriesOf, hubStart } from './demonstration-enquiries.ts';
import type { MadeEnquiry } from './demonstration-enquiry.ts';
import { forecastsOf } from './demonstration-forecasts.ts';
import {
  endHouseholds,
  insertConstellations,
  insertHouseholds,
} from './demonstration-households.queries.ts';
import { householdsOf } from './demonstration-households.ts';
import { insertTargets, keepForecasts } from './demonstration-plans.queries.ts';
import { constellationsOf, targetsOf } from './demonstration-plans.ts';

/** The consortium whose hub takes enquiries for its members; others have counts of returns alone. */
const consortium = 'd2n2';

/**
 * Invents what a recruitment hub holds: the enquiries of its members and what became of them; and what its members hold:
 * households and their places. All of it agrees with their returns. What is there stays as it is; a start on a later day adds
 * what has come since, to enquiries that nobody has touched, and one on the same day makes nothing.
 *
 * @source a seeded generator, in agreement with the demonstration’s returns; all of it is marked synthetic.
 * @param pool connected as the loader role, after the reference data and the organisations.
 */
export async function seedFostering({
  pool,
  clock,
}: {
  readonly pool: Pool;
  readonly clock: Clock;
}): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await lockSeeding(client);
    const now = { at: clock.now(), day: today(clock) };
    if (!(await isMadeUntil(client, now.day))) await seedDay(client, now);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

interface Now {
  readonly at: Date;
  readonly day: string;
}

async function seedDay(client: PoolClient, now: Now): Promise<void> {
  const hub = await selectHub(client, { consortium, day: now.day });
  if (!hub) return;
  await seedHub(client, hub, now);
  await keepMadeUntil(client, now.day);
}

async function seedHub(client: PoolClient, hub: SeededHub, now: Now): Promise<void> {
  const { at, day } = now;
  const { members: authorities } = hub;
  const recruits = await readRecruits(client, { authorities, from: hubStart, day });
  const enquiries = enquiriesOf(recruits, day);
  await seedEnquiries(client, hub, { enquiries, at });

  const stocks = await readStocks(client, { authorities, from: monthBefore(hubStart), day });
  const households = householdsOf(stocks, enquiries, day);
  await insertHouseholds(client, households, { hubId: hub.tenantId, at });
  await endHouseholds(client, households, at);
  await insertConstellations(client, constellationsOf(households), at);
  await insertTargets(client, hub, { targets: targetsOf(enquiries, authorities), at });
  await keepForecasts(client, hub, forecastsOf(enquiries, day));
}

/** The month before one; both are written `2026-09`. */
const monthBefore = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 2, 1))
    .toISOString()
    .slice(0, 7);

async function seedEnquiries(
  client: PoolClient,
  hub: SeededHub,
  { enquiries, at }: { readonly enquiries: readonly MadeEnquiry[]; readonly at: Date },
): Promise<void> {
  const known = await selectKnown(client, hub);
  const all = identified(enquiries, {
    ids: new Map(known.map(({ reference, id }) => [reference, id])),
    at,
  });
  const ids = new Set(known.map(({ id }) => id));
  const touched = new Set(known.flatMap(({ id, untouched }) => (untouched ? [] : [id])));
  const added = all.filter(({ id }) => !ids.has(id));

  await insertStages(client, hub);
  await insertEnquiries(client, hub, { enquiries: added, at });
  await insertEvents(client, hub, { enquiries: all.filter(({ id }) => !touched.has(id)), at });
  await insertQueries(client, hub, { enquiries: added, at });
}

function identified(
  made: readonly MadeEnquiry[],
  { ids, at }: { readonly ids: ReadonlyMap<string, string>; readonly at: Date },
): IdentifiedEnquiry[] {
  const all = new Map(
    made.map(({ reference }) => [reference, ids.get(reference) ?? randomUUID()] as const),
  );
  const idOf = (reference: string | null) =>
    reference === null ? null : (all.get(reference) ?? null);
  return made.map((enquiry) => ({
    ...enquiry,
    id: all.get(enquiry.reference) ?? randomUUID(),
    duplicateOf: idOf(enquiry.duplicateOf),
    reapplicationOf: idOf(enquiry.reapplicationOf),
    recordedAt: new Date(Math.min(+at, enteredAt(enquiry))).toISOString(),
  }));
}

const oneDay = 86_400_000;

/** The next morning; what was on its way when the hub began three weeks later, and what came late after two months. */
function enteredAt({ backLoaded, receivedOn }: MadeEnquiry): number {
  const start = Date.parse(`${hubStart}-01T10:00:00Z`);
  const received = Date.parse(`${receivedOn}T10:00:00Z`);
  if (!backLoaded) return received + oneDay;
  return received < start ? start + 21 * oneDay : received + 60 * oneDay;
}
