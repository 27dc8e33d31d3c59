import type { Prisma } from '@sufficiency/prisma/client.ts';
import type {
  ReleaseAudience,
  ReleaseStatus,
} from '@sufficiency/shared/disclosure/release-enums.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { requirePermission } from '../access/actor.ts';
import { releasesReadableBy } from '../access/release-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReleaseRecord } from './release-record.ts';
import { readReleaseKey } from './release-record.ts';
import { sightOfReleases } from './release-sight.service.ts';

/** Which of the releases that the viewer may read. */
export interface ReleaseFilter {
  /** Code. */
  readonly consortium?: string | null | undefined;
  readonly dataset?: string | null | undefined;
  /** Label, for example `2026-09`. */
  readonly period?: string | null | undefined;
  readonly audience?: ReleaseAudience | null | undefined;
  readonly status?: ReleaseStatus | null | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** First lock: which releases this viewer may read today. */
const readable = async (viewer: Viewer): Promise<Prisma.ReleaseWhereInput> =>
  releasesReadableBy(viewer.actor, await sightOfReleases(viewer));

const withProgress = {
  job: { select: { stage: true, done: true, total: true } },
} satisfies Prisma.ReleaseInclude;

type Row = Prisma.ReleaseGetPayload<{ include: typeof withProgress }>;

const toRecord = ({ job, ...row }: Row): ReleaseRecord => ({
  ...row,
  dataset: row.dataset as Dataset,
  progress: job,
});

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.ReleaseWhereInput,
  page: { readonly skip?: number; readonly take?: number } = {},
): Promise<ReleaseRecord[]> {
  const rows = await viewer.db.release.findMany({
    where: { AND: [where, await readable(viewer)] },
    include: withProgress,
    orderBy: [{ requestedAt: 'desc' }, { version: 'desc' }, { id: 'asc' }],
    ...page,
  });
  return rows.map(toRecord);
}

/** Releases by their ids, in the same order; null where there is none, or this viewer may not read it. */
export async function findReleases(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(ReleaseRecord | null)[]> {
  if (!viewer.actor.permissions.has('release:read')) return ids.map(() => null);
  const known = ids.filter((id) => uuid.test(id));
  if (known.length === 0) return ids.map(() => null);
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/**
 * A release by its id or by its key; null where there is none that this viewer may read.
 *
 * @throws DomainError BAD_USER_INPUT neither of the two, or both.
 */
export async function findRelease(
  viewer: Viewer,
  {
    id,
    key,
  }: { readonly id?: string | null | undefined; readonly key?: string | null | undefined },
): Promise<ReleaseRecord | null> {
  requirePermission(viewer.actor, 'release:read');
  if ((id == null) === (key == null)) throw badInput('Give the id of a release, or its key.');
  if (id != null) return (await findReleases(viewer, [id]))[0] ?? null;
  const named = readReleaseKey(key ?? '');
  if (!named) return null;
  return (await rowsWhere(viewer, { ...named }))[0] ?? null;
}

/** Releases that the viewer may read, asked for last first. */
export async function listReleases(
  viewer: Viewer,
  filter: ReleaseFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<ReleaseRecord[]> {
  requirePermission(viewer.actor, 'release:read');
  return await rowsWhere(viewer, filtered(filter), { skip: page.offset, take: page.limit });
}

/** How many there are. */
export async function countReleases(viewer: Viewer, filter: ReleaseFilter): Promise<number> {
  requirePermission(viewer.actor, 'release:read');
  const where = { AND: [filtered(filter), await readable(viewer)] };
  return await viewer.db.release.count({ where });
}

const filtered = ({
  consortium,
  dataset,
  period,
  audience,
  status,
}: ReleaseFilter): Prisma.ReleaseWhereInput => ({
  ...(consortium != null && { consortiumCode: consortium }),
  ...(dataset != null && { dataset }),
  ...(period != null && { period }),
  ...(audience != null && { audience }),
  ...(status != null && { status }),
});

/** All versions for the same consortium, dataset, month and audience that the viewer may read, newest first. */
export async function versionsOf(viewer: Viewer, release: ReleaseRecord): Promise<ReleaseRecord[]> {
  const { tenantId, consortiumCode, dataset, period, audience } = release;
  const all = await rowsWhere(viewer, { tenantId, consortiumCode, dataset, period, audience });
  return all.sort((one, other) => other.version - one.version);
}

/** Account that asked for a release; null but for those who work on it. */
export const requesterOf = ({ actor }: Viewer, release: ReleaseRecord): string | null =>
  release.tenantId === actor.organisationId && actor.permissions.has('release:build')
    ? release.requestedBy
    : null;
