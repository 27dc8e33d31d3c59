import { dayFrom, dayOrNull, dayText } from '../../platform/days.ts';
import {
  blocksReadableBy,
  homeHistoryReadableBy,
  homesHeldBy,
  homesKeptBy,
} from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { keepsHome, readBedSight } from './bed-sight.service.ts';
import type { HomeEventRecord } from './home-event-record.ts';
import { toHomeEvent, toOthersEvent } from './home-event-record.ts';
import type { HomeRecord, PlaceRecord } from './home-record.ts';

const placesByHome = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const { providerIds } = await readBedSight(viewer);
  const rows = await viewer.db.homePlace.findMany({
    where: { homeId: { in: [...ids] }, home: homesKeptBy(viewer.actor, providerIds) },
    orderBy: { number: 'asc' },
  });
  return Map.groupBy(
    rows.map((row) => ({ ...row, reservedUntil: dayOrNull(row.reservedUntil) })),
    ({ homeId }) => homeId,
  );
});

/** The places of a home one by one; null where the viewer sees only how many there are. */
export async function placesOf(
  viewer: Viewer,
  home: HomeRecord,
): Promise<readonly PlaceRecord[] | null> {
  if (!(await keepsHome(viewer, home))) return null;
  return ((await placesByHome(viewer, home.id)) ?? []) as PlaceRecord[];
}

/** How an authority's block of a home is used. Unit: places. */
export interface BlockRecord {
  readonly blockAuthorityCode: string;
  readonly places: number;
  readonly occupied: number;
  readonly accepting: number;
}

const blocksByHome = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const rows = await viewer.db.homeBlock.findMany({
    where: {
      ...{ homeId: { in: [...ids] }, toAt: null },
      AND: [blocksReadableBy(viewer.actor, await readBedSight(viewer))],
    },
    orderBy: { blockAuthorityCode: 'asc' },
  });
  return Map.groupBy(rows, ({ homeId }) => homeId);
});

/** Blocks of a home: all of whoever keeps it, of others one's own alone. */
export const blocksOf = async (
  viewer: Viewer,
  { id }: HomeRecord,
): Promise<readonly BlockRecord[]> => (await blocksByHome(viewer, id)) ?? [];

/** What became of a home, newest first, as far back as the viewer may see. */
export async function eventsOf(
  viewer: Viewer,
  { id }: HomeRecord,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<HomeEventRecord[]> {
  const lock = homeHistoryReadableBy(viewer.actor, await readBedSight(viewer), (day) => ({
    at: { gte: day },
  }));
  const rows = await viewer.db.homeEvent.findMany({
    where: { AND: [{ homeId: id }, lock] },
    orderBy: { version: 'desc' },
    ...{ skip: offset, take: limit },
  });
  const kept = await Promise.all(rows.map((row) => keepsHome(viewer, row)));
  const own = kept.every(Boolean) ? [] : await ownBlocksOf(viewer, id);
  return rows.map((row, nth) =>
    kept[nth] ? toHomeEvent(row) : toOthersEvent(row, acceptingAt(own, row.at)),
  );
}

/** How the viewer's own blocks of a home are and were. */
const ownBlocksOf = async (viewer: Viewer, homeId: string) =>
  await viewer.db.homeBlock.findMany({
    where: {
      ...{ homeId, blockAuthorityCode: { in: [...viewer.actor.authorityCodes] } },
      AND: [blocksReadableBy(viewer.actor, await readBedSight(viewer))],
    },
  });

const acceptingAt = (blocks: Awaited<ReturnType<typeof ownBlocksOf>>, at: Date): number =>
  blocks
    .filter(({ fromAt, toAt }) => fromAt <= at && (toAt === null || toAt > at))
    .reduce((sum, { accepting }) => sum + accepting, 0);

/** A night of a short-break home, `YYYY-MM-DD`. Unit: beds. */
export interface NightRecord {
  readonly night: string;
  readonly capacity: number;
  readonly used: number;
}

/** Nights of a short-break home from a day to another, as far back as the viewer may see. */
export async function nightsOf(
  viewer: Viewer,
  { id }: HomeRecord,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<NightRecord[]> {
  const lock = homeHistoryReadableBy(viewer.actor, await readBedSight(viewer), (day) => ({
    night: { gte: day },
  }));
  const rows = await viewer.db.homeNight.findMany({
    where: { AND: [{ homeId: id, night: { gte: dayFrom(from), lte: dayFrom(to) } }, lock] },
    orderBy: { night: 'asc' },
  });
  return rows.map((row) => ({ ...row, night: dayText(row.night) }));
}

const locationByHome = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const rows = await viewer.db.homeLocation.findMany({
    where: { homeId: { in: [...ids] }, ...homesHeldBy(viewer.actor) },
  });
  return new Map(rows.map((row) => [row.homeId, row]));
});

/** Where a home is, as its holder entered it; null for everybody else. */
export const locationOf = (viewer: Viewer, { id }: HomeRecord) => locationByHome(viewer, id);
