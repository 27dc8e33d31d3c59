import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { HomeProvisionType } from '@sufficiency/shared/beds/freshness.ts';
import { freshSince, homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import type { Actor } from '../access/actor.ts';
import { requirePermission } from '../access/actor.ts';
import { homesReadableBy } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { findProviders } from '../providers/register.service.ts';
import { keepsHome, noteHomes, readBedSight } from './bed-sight.service.ts';
import type { HomeRecord } from './home-record.ts';
import { toHome, toOthersHome } from './home-record.ts';
import type { SeenHomeRow } from './homes.queries.ts';
import { homesOfIds } from './homes.queries.ts';

type Maybe<Value> = Value | null | undefined;

/** Which homes; what is absent does not matter. Homes that have closed are none of them. */
export interface HomeFilter {
  /** Code: those of its members. */
  readonly consortium?: Maybe<string>;
  /** GSS codes. */
  readonly authorities?: Maybe<readonly string[]>;
  /** Keys of the register. */
  readonly providers?: Maybe<readonly string[]>;
  readonly provisionTypes?: Maybe<readonly string[]>;
  /** True: those that are stale; false: those that are not. */
  readonly stale?: Maybe<boolean>;
  /** The one confirmed longest ago first; absent: by area and URN. */
  readonly order?: Maybe<'AREA' | 'STALEST'>;
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what could be the id of a home. */
export const isHomeId = (id: string): boolean => uuid.test(id);

type Where = Prisma.HomeWhereInput;

const orders = {
  AREA: [{ authorityCode: 'asc' }, { urn: 'asc' }, { id: 'asc' }],
  STALEST: [{ confirmedAt: { sort: 'asc', nulls: 'first' } }, { urn: 'asc' }, { id: 'asc' }],
} as const satisfies Record<string, Prisma.HomeOrderByWithRelationInput[]>;

/** First lock: whose homes this viewer may see today. */
const readable = async (viewer: Viewer): Promise<Where> =>
  homesReadableBy(viewer.actor, await readBedSight(viewer));

/** Homes of ids that the viewer sees, in no order; of some areas alone where they are given: GSS codes. */
export async function homesOf(
  viewer: Viewer,
  ids: readonly string[],
  areas: readonly string[] | null = null,
): Promise<HomeRecord[]> {
  const { actor } = viewer;
  const seen = await readBedSight(viewer);
  const rows = await viewer.operation.rows<SeenHomeRow>(homesOfIds(ids, areas, { actor, seen }));
  await noteHomes(viewer, rows);
  return rows.map(({ kept, own, ...row }) => (kept ? toHome(row) : toOthersHome(row, own)));
}

/** Homes by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findHomes(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(HomeRecord | null)[]> {
  const known = viewer.actor.permissions.has('beds:read') ? ids.filter(isHomeId) : [];
  const homes = known.length === 0 ? [] : await homesOf(viewer, known);
  const found = new Map(homes.map((home) => [home.id, home]));
  return ids.map((id) => found.get(id) ?? null);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireHome(viewer: Viewer, id: string): Promise<HomeRecord> {
  const [home] = await findHomes(viewer, [id]);
  if (!home) throw notFound('home', id);
  return home;
}

/**
 * Homes that the viewer may see.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listHomes(
  viewer: Viewer,
  filter: HomeFilter,
  page: Page,
): Promise<HomeRecord[]> {
  requirePermission(viewer.actor, 'beds:read');
  const rows = await viewer.db.home.findMany({
    where: { AND: [await filtered(viewer, filter), await readable(viewer)] },
    orderBy: [...orders[filter.order ?? 'AREA']],
    ...{ skip: page.offset, take: page.limit, select: { id: true } },
  });
  const homes = await findHomes(
    viewer,
    rows.map(({ id }) => id),
  );
  return homes.flatMap((home) => home ?? []);
}

/** How many there are. */
export async function countHomes(viewer: Viewer, filter: HomeFilter): Promise<number> {
  requirePermission(viewer.actor, 'beds:read');
  const where = { AND: [await filtered(viewer, filter), await readable(viewer)] };
  const counted = await viewer.db.home.groupBy({
    by: ['tenantId', 'authorityCode', 'providerId'],
    where,
    _count: true,
  });
  // Whose homes are counted is told, whether or not any is read.
  await noteHomes(viewer, counted);
  return counted.reduce((sum, { _count }) => sum + _count, 0);
}

async function filtered(viewer: Viewer, filter: HomeFilter): Promise<Where> {
  const { consortium, authorities, providers, provisionTypes, stale } = filter;
  const day = dayFrom(today(viewer.clock));
  const parts: Where[] = [{ OR: [{ closesOn: null }, { closesOn: { gt: day } }] }];
  if (consortium != null) {
    const found = await findConsortium(viewer, consortium);
    if (!found) throw notFound('consortium', consortium);
    parts.push({ authorityCode: { in: found.members.map(({ code }) => code) } });
  }
  if (authorities != null) parts.push({ authorityCode: { in: [...authorities] } });
  if (provisionTypes != null) {
    parts.push({ provisionType: { in: provisionTypes as HomeProvisionType[] } });
  }
  if (providers != null) {
    const found = await findProviders(viewer, providers);
    parts.push({
      providerId: { in: found.flatMap((provider) => (provider ? [provider.id] : [])) },
    });
  }
  if (stale != null) parts.push(stale ? staleIn(viewer) : { NOT: staleIn(viewer) });
  return { AND: parts };
}

/** Homes whose states are not to be relied on: `isStale`. */
const staleIn = ({ clock }: Viewer): Where => ({
  OR: [
    { confirmedAt: null },
    // What is not reserved has no day: without the first, “not stale” would leave it out.
    { reservedUntil: { not: null, lt: dayFrom(today(clock)) } },
    ...homeProvisionTypes.map((provisionType) => ({
      ...{ provisionType, confirmedAt: { lt: freshSince(provisionType, clock.now()) } },
    })),
  ],
});

/** True where a viewer says how a home's places are. */
export const mayUpdate = async (viewer: Viewer, home: HomeRecord): Promise<boolean> =>
  viewer.actor.permissions.has('beds:write') && (await keepsHome(viewer, home));

/** True where an actor says what a home is. */
export const mayDescribe = (actor: Actor, { tenantId }: Pick<HomeRecord, 'tenantId'>): boolean =>
  actor.permissions.has('beds:plan') && tenantId === actor.organisationId;
