import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { dayFrom, dayOrNull } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { enquiriesReadableBy, enquiriesWritableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type { EnquiryRecord, EnquiryStatus } from './enquiry-record.ts';
import { toEnquiry } from './enquiry-record.ts';

type Maybe<Value> = Value | null | undefined;

/** Which enquiries; what is absent does not matter. Days are `YYYY-MM-DD`. */
export interface EnquiryFilter {
  /** Code. */
  readonly consortium?: Maybe<string>;
  /** GSS codes. */
  readonly authorities?: Maybe<readonly string[]>;
  /** True: only those attributed to no authority. */
  readonly unattributed?: Maybe<boolean>;
  readonly sources?: Maybe<readonly string[]>;
  readonly campaigns?: Maybe<readonly string[]>;
  readonly householdTypes?: Maybe<readonly string[]>;
  readonly statuses?: Maybe<readonly EnquiryStatus[]>;
  /** True: only those that are open and that nobody has answered. */
  readonly awaitingFirstResponse?: Maybe<boolean>;
  /** The beginning of their reference. */
  readonly reference?: Maybe<string>;
  readonly receivedFrom?: Maybe<string>;
  readonly receivedTo?: Maybe<string>;
  /** True: those that came first first. */
  readonly oldestFirst?: Maybe<boolean>;
}

/** A page of a list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what could be the id of a row. */
export const isUuid = (id: string): boolean => uuid.test(id);

/** Authorities whose agreements show the viewer records of recruitment. */
export const shownEnquiries = async (viewer: Viewer) =>
  (await readExactSight(viewer)).shown('RECORDS').filter(({ dataset }) => dataset === 'fostering');

/** First lock: which enquiries this viewer may see today. */
export const readableEnquiries = async (
  viewer: Viewer,
): Promise<Prisma.FosteringEnquiryWhereInput> =>
  enquiriesReadableBy(viewer.actor, await shownEnquiries(viewer));

async function rowsWhere(
  viewer: Viewer,
  where: Prisma.FosteringEnquiryWhereInput,
  order?: Page & { readonly direction: 'asc' | 'desc' },
): Promise<EnquiryRecord[]> {
  const rows = await viewer.db.fosteringEnquiry.findMany({
    where: { AND: [where, await readableEnquiries(viewer)] },
    ...(order && {
      orderBy: [{ receivedOn: order.direction }, { id: 'asc' }],
      skip: order.offset,
      take: order.limit,
    }),
  });
  const enquiries = rows.map(toEnquiry);
  for (const enquiry of enquiries) await noteEnquiryRead(viewer, enquiry);
  return enquiries;
}

type Owned = Pick<EnquiryRecord, 'tenantId' | 'authorityCode'>;
type WhoseEnquiry = Owned & Pick<EnquiryRecord, 'receivedOn'>;

/** True where an enquiry is one's own: held, or attributed to an authority one answers for. */
const isOwn = ({ actor }: Viewer, { tenantId, authorityCode }: Owned): boolean =>
  tenantId === actor.organisationId ||
  (authorityCode !== null && actor.authorityCodes.includes(authorityCode));

async function seenBy(viewer: Viewer, enquiry: WhoseEnquiry) {
  const { authorityCode, receivedOn } = enquiry;
  if (isOwn(viewer, enquiry) || authorityCode === null) return 'own';
  return (await readExactSight(viewer)).of(authorityCode, 'fostering', receivedOn) ?? 'own';
}

async function noteEnquiryRead(viewer: Viewer, enquiry: WhoseEnquiry): Promise<void> {
  const seen = await seenBy(viewer, enquiry);
  if (seen === 'own' || enquiry.authorityCode === null) return;
  noteRead(viewer, {
    tenantId: seen.tenantId,
    dataset: 'fostering',
    agreement: seen.agreement,
    authorities: [enquiry.authorityCode],
    indicators: ['enquiries to foster'],
    periods: [],
  });
}

/** Why a viewer sees an enquiry: “own”, or the agreement. */
export async function enquiryWhy(viewer: Viewer, enquiry: EnquiryRecord): Promise<string> {
  const seen = await seenBy(viewer, enquiry);
  return seen === 'own' ? 'own' : seen.why;
}

/** Enquiries by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findEnquiries(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(EnquiryRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('enquiry:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const records = await rowsWhere(viewer, { id: { in: known } });
  const found = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => found.get(id) ?? null);
}

/** As `findEnquiries`, of one, together with others that are asked for in the same turn. */
export const enquiryById = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const found = await findEnquiries(viewer, ids);
  return new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
});

/** @throws DomainError NOT_FOUND there is none that the viewer may see. */
export async function requireEnquiry(viewer: Viewer, id: string): Promise<EnquiryRecord> {
  const [enquiry] = await findEnquiries(viewer, [id]);
  if (!enquiry) throw notFound('enquiry', id);
  return enquiry;
}

/** Enquiries that repeat this one, or come from the same household later, as far as the viewer may see them. */
export const linkedTo = {
  duplicates: inBatches(async (viewer: Viewer, ids: readonly string[]) =>
    Map.groupBy(
      await rowsWhere(viewer, { duplicateOf: { in: [...ids] } }),
      (one) => one.duplicateOf ?? '',
    ),
  ),
  reapplications: inBatches(async (viewer: Viewer, ids: readonly string[]) =>
    Map.groupBy(
      await rowsWhere(viewer, { reapplicationOf: { in: [...ids] } }),
      (one) => one.reapplicationOf ?? '',
    ),
  ),
};

/**
 * Enquiries that the viewer may see, the latest first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listEnquiries(
  viewer: Viewer,
  filter: EnquiryFilter,
  page: Page,
): Promise<EnquiryRecord[]> {
  requirePermission(viewer.actor, 'enquiry:read');
  const direction = filter.oldestFirst ? 'asc' : 'desc';
  return await rowsWhere(viewer, await filtered(viewer, filter), { ...page, direction });
}

/** How many there are. */
export async function countEnquiries(viewer: Viewer, filter: EnquiryFilter): Promise<number> {
  requirePermission(viewer.actor, 'enquiry:read');
  const where = { AND: [await filtered(viewer, filter), await readableEnquiries(viewer)] };
  await noteCounted(viewer, where);
  return await viewer.db.fosteringEnquiry.count({ where });
}

/** Tells the log of others whose enquiries are counted, whether or not any is read. */
async function noteCounted(viewer: Viewer, where: Prisma.FosteringEnquiryWhereInput) {
  const shown = (await shownEnquiries(viewer)).map(({ authorityCode }) => authorityCode);
  if (shown.length === 0) return;
  const held = { tenantId: viewer.actor.organisationId };
  const counted = await viewer.db.fosteringEnquiry.groupBy({
    by: ['tenantId', 'authorityCode'],
    where: { AND: [where, { authorityCode: { in: shown } }, { NOT: held }] },
    _max: { receivedOn: true },
  });
  for (const { _max: latest, ...one } of counted) {
    await noteEnquiryRead(viewer, { ...one, receivedOn: dayOrNull(latest.receivedOn) ?? '' });
  }
}

async function filtered(
  viewer: Viewer,
  filter: EnquiryFilter,
): Promise<Prisma.FosteringEnquiryWhereInput> {
  const { consortium, receivedFrom, receivedTo, reference } = filter;
  if (consortium != null && !(await findConsortium(viewer, consortium))) {
    throw notFound('consortium', consortium);
  }
  return {
    AND: [
      ...(consortium == null ? [] : [{ consortiumCode: consortium }]),
      ...among('authorityCode', filter.authorities),
      ...(filter.unattributed === true ? [{ authorityCode: null }] : []),
      ...among('source', filter.sources),
      ...among('campaign', filter.campaigns),
      ...among('householdType', filter.householdTypes),
      ...(filter.statuses == null
        ? []
        : [{ OR: filter.statuses.map((status) => inStatus[status]) }]),
      ...(filter.awaitingFirstResponse === true
        ? [{ firstResponseOn: null, closedOn: null, duplicateOf: null }]
        : []),
      ...(reference == null ? [] : [{ reference: { startsWith: reference } }]),
      ...(receivedFrom == null ? [] : [{ receivedOn: { gte: dayFrom(receivedFrom) } }]),
      ...(receivedTo == null ? [] : [{ receivedOn: { lte: dayFrom(receivedTo) } }]),
    ],
  };
}

const among = (
  column: 'authorityCode' | 'source' | 'campaign' | 'householdType',
  codes: Maybe<readonly string[]>,
) => (codes == null ? [] : [{ [column]: { in: [...codes] } }]);

/** An enquiry with two ends counts by either; which came first, its page says. */
const inStatus: Readonly<Record<EnquiryStatus, Prisma.FosteringEnquiryWhereInput>> = {
  OPEN: { closedOn: null, holdSince: null },
  ON_HOLD: { closedOn: null, holdSince: { not: null } },
  APPROVED: { approvalOn: { not: null } },
  WITHDRAWN: { withdrawnOn: { not: null } },
  NOT_APPROVED: { notApprovedOn: { not: null } },
};

/** True where this viewer may add what happened to an enquiry. */
export const canWriteEnquiry = (viewer: Viewer, enquiry: Owned): boolean =>
  viewer.actor.permissions.has('enquiry:write') && isOwn(viewer, enquiry);

/** As much of an enquiry as adding to it needs. */
export type WritableEnquiry = Pick<EnquiryRecord, keyof typeof writable>;

const writable = {
  tenantId: true,
  id: true,
  consortiumCode: true,
  authorityCode: true,
  reference: true,
} as const;

/** Enquiries by their ids or references to which this viewer may add what happened. What is one’s own needs no agreement. */
export async function writableEnquiries(
  viewer: Viewer,
  by: 'id' | 'reference',
  keys: readonly string[],
): Promise<readonly WritableEnquiry[]> {
  if (keys.length === 0) return [];
  const found = await viewer.db.fosteringEnquiry.findMany({
    where: { AND: [enquiriesWritableBy(viewer.actor), { [by]: { in: [...new Set(keys)] } }] },
    select: writable,
  });
  return found.filter((one) => canWriteEnquiry(viewer, one));
}

/** True where this viewer may attribute and link an enquiry: its holder. */
export const canAttributeEnquiry = ({ actor }: Viewer, { tenantId }: EnquiryRecord): boolean =>
  actor.permissions.has('enquiry:write') && tenantId === actor.organisationId;
