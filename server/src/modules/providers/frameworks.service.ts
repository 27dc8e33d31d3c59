import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import type { FrameworkStatus } from '@sufficiency/shared/providers/framework-terms.ts';
import { frameworkStatus } from '@sufficiency/shared/providers/framework-terms.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { findOrganisations } from '../access/organisations.service.ts';
import { frameworksHeldBy, frameworksReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import { findAuthorities, findConsortium } from '../authorities/authorities.service.ts';
import type { FrameworkRecord, LotRecord } from './framework-record.ts';
import { frameworkParts, toFramework } from './framework-record.ts';

/** Which frameworks; what is absent does not matter. */
export interface FrameworkFilter {
  /** Code: those that a member leads or buys from. */
  readonly consortium?: string | null | undefined;
  /** Code of a service it buys. */
  readonly service?: string | null | undefined;
  /** `YYYY-MM-DD`; a framework whose first or last day is not known counts as in force. */
  readonly inForceOn?: string | null | undefined;
}

/** A page of a list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what could be the id of a row. */
export const isUuid = (id: string): boolean => uuid.test(id);

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.FrameworkWhereInput,
  page?: Page,
): Promise<FrameworkRecord[]> {
  const rows = await viewer.db.framework.findMany({
    where: { AND: [where, frameworksReadableBy(viewer.actor)] },
    include: frameworkParts,
    orderBy: [{ reference: 'asc' }, { id: 'asc' }],
    ...(page && { skip: page.offset, take: page.limit }),
  });
  return rows.map(toFramework);
}

/** Frameworks by their ids, in the same order; null where there is none, or this viewer may not read it. */
export async function findFrameworks(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(FrameworkRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('reference:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Lots by their ids, in the same order; null where there is none, or this viewer may not read it. */
export async function findLots(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(LotRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('reference:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const frameworks = await rowsWhere(viewer, { lots: { some: { id: { in: known } } } });
  const found = new Map(frameworks.flatMap(({ lots }) => lots.map((lot) => [lot.id, lot])));
  return ids.map((id) => found.get(id) ?? null);
}

/** A framework; null where there is none that this viewer may read. */
export async function findFramework(viewer: Viewer, id: string): Promise<FrameworkRecord | null> {
  requirePermission(viewer.actor, 'reference:read');
  return (await findFrameworks(viewer, [id]))[0] ?? null;
}

/** @throws DomainError NOT_FOUND there is none that the viewer may read. */
export async function requireFramework(viewer: Viewer, id: string): Promise<FrameworkRecord> {
  const framework = await findFramework(viewer, id);
  if (!framework) throw notFound('framework', id);
  return framework;
}

/**
 * Frameworks that the viewer may read, by reference.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listFrameworks(
  viewer: Viewer,
  filter: FrameworkFilter,
  page?: Page,
): Promise<FrameworkRecord[]> {
  requirePermission(viewer.actor, 'reference:read');
  return await rowsWhere(viewer, await filtered(viewer, filter), page);
}

/** How many there are. */
export async function countFrameworks(viewer: Viewer, filter: FrameworkFilter): Promise<number> {
  requirePermission(viewer.actor, 'reference:read');
  const where = { AND: [await filtered(viewer, filter), frameworksReadableBy(viewer.actor)] };
  return await viewer.db.framework.count({ where });
}

async function filtered(
  viewer: Viewer,
  { consortium, service, inForceOn }: FrameworkFilter,
): Promise<Prisma.FrameworkWhereInput> {
  const day = inForceOn == null ? null : dayFrom(inForceOn);
  return {
    ...(service != null && { services: { has: service } }),
    AND: [
      ...(consortium == null ? [] : [ofAuthorities(await memberCodes(viewer, consortium))]),
      ...(day === null
        ? []
        : [
            { OR: [{ startsOn: null }, { startsOn: { lte: day } }] },
            { OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
          ]),
    ],
  };
}

const ofAuthorities = (codes: readonly string[]): Prisma.FrameworkWhereInput => ({
  OR: [
    { leadAuthorityCode: { in: [...codes] } },
    { buyers: { some: { authorityCode: { in: [...codes] } } } },
  ],
});

/**
 * GSS codes of a consortium's members.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function memberCodes(viewer: Viewer, consortium: string): Promise<string[]> {
  const found = await findConsortium(viewer, consortium);
  if (!found) throw notFound('consortium', consortium);
  return found.members.map(({ code }) => code);
}

/** The authorities that may call off a framework, by name. */
export async function buyersOf(
  viewer: Viewer,
  { buyers }: FrameworkRecord,
): Promise<AuthorityRecord[]> {
  const found = await findAuthorities(
    viewer,
    buyers.map(({ authorityCode }) => authorityCode),
  );
  return found
    .filter((authority) => authority !== null)
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The authority that leads a framework; null where none does. */
export async function leadOf(
  viewer: Viewer,
  { leadAuthorityCode }: FrameworkRecord,
): Promise<AuthorityRecord | null> {
  if (leadAuthorityCode === null) return null;
  return (await findAuthorities(viewer, [leadAuthorityCode]))[0] ?? null;
}

/** Name of the organisation that entered a framework and answers for what is said of it. */
export async function holderOf(viewer: Viewer, { tenantId }: FrameworkRecord): Promise<string> {
  const [holder] = await findOrganisations(viewer, [tenantId]);
  return holder?.name ?? 'An organisation that has left';
}

/** Where a framework stands today. */
export const statusOf = (viewer: Viewer, framework: FrameworkRecord): FrameworkStatus =>
  frameworkStatus(framework, today(viewer.clock));

/** True where this viewer could change a framework, and who is on it. */
export const canChangeFramework = ({ actor }: Viewer, { tenantId }: FrameworkRecord): boolean =>
  actor.permissions.has('framework:write') && frameworksHeldBy(actor).tenantId === tenantId;

/** True where the viewer's organisation buys by a framework: it holds it, or the lead names an authority of its own. */
export const buysFrom = (
  { actor }: Pick<Viewer, 'actor'>,
  {
    tenantId,
    buyers,
  }: {
    readonly tenantId: string;
    readonly buyers: readonly { readonly authorityCode: string }[];
  },
): boolean =>
  tenantId === actor.organisationId ||
  buyers.some(({ authorityCode }) => actor.authorityCodes.includes(authorityCode));
