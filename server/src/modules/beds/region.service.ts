import { notFound } from '@sufficiency/shared/errors.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { noteHomes, readBedSight } from './bed-sight.service.ts';
import type { HomeRecord } from './home-record.ts';
import { findHomes } from './homes.service.ts';
import type { RegionCounts, RegionFound, RegionRow, UnconfirmedRow } from './region.queries.ts';
import { regionWanted } from './region.queries.ts';
import { seenHomesValues } from './seen-homes.ts';

export type { RegionCounts, UnconfirmedRow };

/** Homes of one kind in one area. */
export interface RegionPart extends RegionRow {
  readonly authority: AuthorityRecord;
}

/** The state of a region, as far as the viewer sees its homes. */
export interface BedsRegion {
  readonly consortium: ConsortiumRecord;
  readonly readAt: Date;
  readonly parts: readonly RegionPart[];
  /** All parts together. */
  readonly total: RegionCounts;
  /** Members of whose area the viewer sees no home. */
  readonly notShown: readonly AuthorityRecord[];
  /** What is left out of everything above for those who pass by; null where nothing is. */
  readonly leftOut: string | null;
  /** True where one of the homes that are counted is made up. */
  readonly synthetic: boolean;
  /** Homes that have not confirmed in time, those that wait longest first. */
  readonly stale: readonly HomeRecord[];
  readonly unconfirmed: readonly UnconfirmedRow[];
}

/** How many homes that have not confirmed are named. */
const listed = 100;

/**
 * What is left out of a screen that passers-by read: what becomes of a place in a smaller home is somebody’s arrival, and so it
 * is in a larger one that stands alone or beside one other, which knows its own.
 */
const onWallAtLeast = { places: 3, homes: 3 };

const leftOutOfWall =
  'Homes with fewer than three places are left out of everything here; and so are, in each area, kinds of home of which fewer than three are left.';

/**
 * What is free today in a consortium by area and kind, and which homes have not confirmed in time: of all homes that the
 * viewer sees but those for short breaks, whose nights are counted.
 *
 * @param options.onWall leaves out homes with fewer than three places, and parts of fewer than three homes.
 * @unit   homes and places.
 * @source states as homes last said them.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function readBedsRegion(
  viewer: Viewer,
  code: string,
  options: { readonly onWall: boolean },
): Promise<BedsRegion> {
  requirePermission(viewer.actor, 'beds:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const readAt = viewer.clock.now();
  const values = seenHomesValues(viewer.actor, await readBedSight(viewer), {
    areas: consortium.members.map((member) => member.code),
    now: readAt,
  });
  const [found] = await viewer.operation.rows<RegionFound>(
    regionWanted(values, listed, options.onWall ? onWallAtLeast : { places: 0, homes: 0 }),
  );
  if (!found) throw new Error('A region answered nothing.');
  await noteHomes(viewer, found.holders);
  const stale = await findHomes(viewer, found.stale);
  return {
    consortium,
    readAt,
    ...partsOf(consortium, found.rows),
    notShown: consortium.members.filter((member) => !found.areas.includes(member.code)),
    leftOut: options.onWall ? leftOutOfWall : null,
    synthetic: found.synthetic,
    stale: stale.flatMap((home) => home ?? []),
    unconfirmed: found.unconfirmed,
  };
}

function partsOf({ members }: ConsortiumRecord, rows: readonly RegionRow[]) {
  const parts = members.flatMap((authority) =>
    rows
      .filter(({ authorityCode }) => authorityCode === authority.code)
      .map((row) => ({ ...row, authority })),
  );
  return { parts, total: totalOf(rows) };
}

const counts = [
  'homes',
  'registered',
  'operational',
  'usable',
  'occupied',
  'reserved',
  'accepting',
  'closed',
  'closedLost',
  'free',
  'freeToday',
  'freeUnsure',
  'stale',
] as const satisfies readonly (keyof RegionCounts)[];

const totalOf = (rows: readonly RegionRow[]) =>
  Object.fromEntries(
    counts.map((count) => [count, rows.reduce((sum, row) => sum + row[count], 0)]),
  ) as unknown as RegionCounts;
