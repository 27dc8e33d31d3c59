import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { dayOrNull } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { pricesReadableBy, upliftsReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { providersOfActor } from './award-sight.service.ts';
import type { Page } from './frameworks.service.ts';
import { isUuid, memberCodes } from './frameworks.service.ts';
import type { UpliftRecord } from './uplift-record.ts';
import { toUplift, upliftParts } from './uplift-record.ts';

/** Which requests for higher prices; what is absent does not matter. */
export interface UpliftFilter {
  /** Code: those handled by one of its members. */
  readonly consortium?: string | null | undefined;
  /** Id of a framework. */
  readonly framework?: string | null | undefined;
}

/** First lock: which requests this viewer may see. */
const readable = async (viewer: Viewer): Promise<Prisma.UpliftRequestWhereInput> =>
  upliftsReadableBy(viewer.actor, { providerIds: await providersOfActor(viewer) });

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.UpliftRequestWhereInput,
  page?: Page,
): Promise<UpliftRecord[]> {
  const rows = await viewer.db.upliftRequest.findMany({
    where: { AND: [where, await readable(viewer)] },
    include: upliftParts,
    orderBy: [{ askedOn: 'desc' }, { id: 'asc' }],
    ...(page && { skip: page.offset, take: page.limit }),
  });
  for (const { tenantId, framework } of rows) {
    const { leadAuthorityCode } = framework;
    noteRead(viewer, {
      tenantId,
      dataset: 'providers',
      authorities: leadAuthorityCode === null ? [] : [leadAuthorityCode],
      indicators: [],
      periods: [],
    });
  }
  return rows.map(toUplift);
}

/** Requests by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findUplifts(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(UpliftRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('reference:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireUplift(viewer: Viewer, id: string): Promise<UpliftRecord> {
  const [uplift] = await findUplifts(viewer, [id]);
  if (!uplift) throw notFound('request for higher prices', id);
  return uplift;
}

/**
 * Requests for higher prices that the viewer may see, asked for last first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listUplifts(
  viewer: Viewer,
  filter: UpliftFilter,
  page?: Page,
): Promise<UpliftRecord[]> {
  requirePermission(viewer.actor, 'reference:read');
  return await rowsWhere(viewer, await filtered(viewer, filter), page);
}

/** How many there are. */
export async function countUplifts(viewer: Viewer, filter: UpliftFilter): Promise<number> {
  requirePermission(viewer.actor, 'reference:read');
  const where = { AND: [await filtered(viewer, filter), await readable(viewer)] };
  return await viewer.db.upliftRequest.count({ where });
}

async function filtered(
  viewer: Viewer,
  { consortium, framework }: UpliftFilter,
): Promise<Prisma.UpliftRequestWhereInput> {
  return {
    ...(consortium != null && {
      linkAuthorityCode: { in: await memberCodes(viewer, consortium) },
    }),
    // What is no id is nobody's.
    ...(framework != null && {
      frameworkId: { in: [framework].filter(isUuid) },
    }),
  };
}

/** What the viewer's own organisation answered to a request, for one of its authorities. */
export interface UpliftAnswerRecord {
  readonly authorityCode: string;
  /** Unit: percent. */
  readonly grantedPercent: number;
  /** `YYYY-MM-DD`; null where nothing is granted. */
  readonly fromOn: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly answeredAt: Date;
}

/** Own answers to a request; never anybody else's. */
export async function answersOf(
  viewer: Viewer,
  { id, tenantId }: UpliftRecord,
): Promise<UpliftAnswerRecord[]> {
  const rows = await viewer.db.upliftAnswer.findMany({
    where: { AND: [pricesReadableBy(viewer.actor), { holderId: tenantId, requestId: id }] },
    orderBy: { authorityCode: 'asc' },
  });
  return rows.map(({ grantedPercent, fromOn, ...row }) => ({
    ...row,
    grantedPercent: grantedPercent.toNumber(),
    fromOn: dayOrNull(fromOn),
  }));
}
