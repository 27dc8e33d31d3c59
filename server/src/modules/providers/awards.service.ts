import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { awardsReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import type { AwardRecord } from './award-record.ts';
import { awardParts, toAward } from './award-record.ts';
import type { SharedFramework } from './award-sight.service.ts';
import { awardSight, membersSeen, membersWhy, noteMembersRead } from './award-sight.service.ts';
import type { Page } from './frameworks.service.ts';
import { isUuid } from './frameworks.service.ts';

/** First lock: which memberships this viewer may see today. */
const readable = async (viewer: Viewer): Promise<Prisma.FrameworkAwardWhereInput> =>
  awardsReadableBy(viewer.actor, await awardSight(viewer));

/** By lot and tier, then by provider. */
const byLot = [
  { lot: { number: 'asc' } },
  { tier: { number: 'asc' } },
  { provider: { name: 'asc' } },
  { startsOn: 'asc' },
  { id: 'asc' },
] satisfies Prisma.FrameworkAwardOrderByWithRelationInput[];

/** Memberships that the viewer may see, told to the log where they are another organisation's. */
export async function awardsWhere(
  viewer: Viewer,
  where: Prisma.FrameworkAwardWhereInput,
  page?: Page,
): Promise<AwardRecord[]> {
  const rows = await viewer.db.frameworkAward.findMany({
    where: { AND: [where, await readable(viewer)] },
    include: awardParts,
    orderBy: byLot,
    ...(page && { skip: page.offset, take: page.limit }),
  });
  const frameworks = new Map(rows.map(({ framework }) => [framework.id, framework]));
  for (const framework of frameworks.values()) await noteMembersRead(viewer, framework);
  return rows.map(toAward);
}

/** Memberships by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findAwards(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(AwardRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('reference:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await awardsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireAward(viewer: Viewer, id: string): Promise<AwardRecord> {
  const [award] = await findAwards(viewer, [id]);
  if (!award) throw notFound('membership of a framework', id);
  return award;
}

/** Which memberships of a framework; what is absent does not matter. */
export interface AwardFilter {
  /** Number of a lot. */
  readonly lot?: string | null | undefined;
  /** Number of a tier. */
  readonly tier?: number | null | undefined;
  /** Key of a provider. */
  readonly provider?: string | null | undefined;
}

const filtered = (
  { id, tenantId }: Pick<SharedFramework, 'id' | 'tenantId'>,
  { lot, tier, provider }: AwardFilter,
): Prisma.FrameworkAwardWhereInput => ({
  tenantId,
  frameworkId: id,
  ...(lot != null && { lot: { number: lot } }),
  ...(tier != null && { tier: { number: tier } }),
  ...(provider != null && { provider: { key: provider } }),
});

/** Memberships of a framework that the viewer may see, past ones included, by lot, tier and provider. */
export const listAwards = (
  viewer: Viewer,
  framework: SharedFramework,
  filter: AwardFilter,
  page: Page,
): Promise<AwardRecord[]> => awardsWhere(viewer, filtered(framework, filter), page);

/** How many there are. */
export async function countAwards(
  viewer: Viewer,
  framework: SharedFramework,
  filter: AwardFilter,
): Promise<number> {
  const where = { AND: [filtered(framework, filter), await readable(viewer)] };
  const count = await viewer.db.frameworkAward.count({ where });
  if (count > 0) await noteMembersRead(viewer, framework);
  return count;
}

/** Memberships in force today. */
const inForce = (viewer: Viewer): Prisma.FrameworkAwardWhereInput => {
  const day = dayFrom(today(viewer.clock));
  return { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] };
};

/** Memberships in force today of a provider of the register, as far as the viewer may see them. */
export const awardsOfProvider = (viewer: Viewer, providerId: number): Promise<AwardRecord[]> =>
  awardsWhere(viewer, { AND: [{ providerId }, inForce(viewer)] });

/** Memberships in force today on which a service is offered, as far as the viewer may see them. */
export const awardsOfService = (viewer: Viewer, urn: string): Promise<AwardRecord[]> =>
  awardsWhere(viewer, { AND: [{ offers: { some: { urn } } }, inForce(viewer)] });

/** Why the viewer sees a membership. */
export async function awardWhy(viewer: Viewer, { framework }: AwardRecord): Promise<string> {
  const seen = await membersSeen(viewer, framework);
  return seen === null ? 'It is your own membership.' : membersWhy(seen);
}

/** A membership, as it is counted. */
export interface Members {
  readonly lotId: string;
  readonly tierId: string | null;
  readonly providerId: number;
  readonly synthetic: boolean;
}

/**
 * Who is on a framework today; null where the viewer does not see all of it. Frameworks asked for in the same turn are
 * read together.
 */
export const membersToday = inBatches<SharedFramework, readonly Members[]>(
  async (viewer, frameworks) => {
    requirePermission(viewer.actor, 'reference:read');
    const seen: SharedFramework[] = [];
    for (const framework of frameworks) {
      if ((await membersSeen(viewer, framework)) === null) continue;
      await noteMembersRead(viewer, framework);
      seen.push(framework);
    }
    const rows = await viewer.db.frameworkAward.findMany({
      where: {
        AND: [
          { OR: seen.map((framework) => filtered(framework, {})) },
          inForce(viewer),
          await readable(viewer),
        ],
      },
      select: {
        tenantId: true,
        frameworkId: true,
        lotId: true,
        tierId: true,
        providerId: true,
        synthetic: true,
      },
    });
    // An id is its holder's: another's framework may have the same.
    const byFramework = Map.groupBy(rows, (row) => row.tenantId + row.frameworkId);
    return new Map(seen.map((one) => [one, byFramework.get(one.tenantId + one.id) ?? []]));
  },
);
