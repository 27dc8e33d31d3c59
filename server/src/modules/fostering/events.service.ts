import type { Prisma } from '@sufficiency/prisma/client.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import type { StageSet } from '@sufficiency/shared/fostering/stages.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { transfersReadableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type { Page } from './enquiries.service.ts';
import { findEnquiries, isUuid, readableEnquiries, shownEnquiries } from './enquiries.service.ts';

type EventRow = Prisma.FosteringEventGetPayload<object>;

/** Something that happened to an enquiry, as it was recorded. */
export interface EventRecord
  extends Pick<
    EventRow,
    | 'id'
    | 'enquiryId'
    | 'kind'
    | 'reason'
    | 'byWhom'
    | 'stageSetVersion'
    | 'recordedAt'
    | 'retractedAt'
  > {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** The moment, where it is known. */
  readonly at: Date | null;
}

const toEvent = ({ happenedOn, happenedAt, ...row }: EventRow): EventRecord => ({
  ...row,
  on: dayText(happenedOn),
  at: happenedAt,
});

async function eventsWhere(
  viewer: Viewer,
  where: Prisma.FosteringEventWhereInput,
): Promise<EventRecord[]> {
  const rows = await viewer.db.fosteringEvent.findMany({
    where: { AND: [where, { enquiry: await readableEnquiries(viewer) }] },
    orderBy: [{ happenedOn: 'asc' }, { recordedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toEvent);
}

/** Events by their ids, in the same order; null where there is none, or this viewer may not see its enquiry. */
export async function findEvents(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(EventRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('enquiry:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const events = await eventsWhere(viewer, { id: { in: known } });
  // Whoever reads an event reads its enquiry: the log is told.
  await findEnquiries(viewer, [...new Set(events.map(({ enquiryId }) => enquiryId))]);
  const found = new Map(events.map((event) => [event.id, event]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Everything that was recorded of an enquiry, what was retracted too, in the order in which it happened. */
export const eventsOfEnquiry = inBatches(async (viewer: Viewer, ids: readonly string[]) =>
  Map.groupBy(await eventsWhere(viewer, { enquiryId: { in: [...ids] } }), (one) => one.enquiryId),
);

type TransferRow = Prisma.FosteringTransferGetPayload<object>;

/** That an enquiry passed from one authority to another. */
export interface TransferRecord
  extends Pick<
    TransferRow,
    | 'id'
    | 'tenantId'
    | 'enquiryId'
    | 'fromAuthorityCode'
    | 'toAuthorityCode'
    | 'reason'
    | 'recordedAt'
  > {
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

async function transfersWhere(
  viewer: Viewer,
  where: Prisma.FosteringTransferWhereInput,
  latest?: Page,
): Promise<TransferRecord[]> {
  const order = latest ? 'desc' : 'asc';
  const lock = transfersReadableBy(viewer.actor, await shownEnquiries(viewer));
  const rows = await viewer.db.fosteringTransfer.findMany({
    where: { AND: [where, lock] },
    orderBy: [{ on: order }, { recordedAt: order }, { id: 'asc' }],
    ...(latest && { skip: latest.offset, take: latest.limit }),
  });
  const transfers = rows.map((row) => ({ ...row, on: dayText(row.on) }));
  for (const transfer of transfers) await noteTransferRead(viewer, transfer);
  return transfers;
}

/** Tells the log of a transfer between others that an agreement of either shows. */
async function noteTransferRead(
  viewer: Viewer,
  {
    tenantId,
    fromAuthorityCode,
    toAuthorityCode,
    on,
  }: Pick<TransferRecord, 'tenantId' | 'fromAuthorityCode' | 'toAuthorityCode' | 'on'>,
): Promise<void> {
  const { organisationId, authorityCodes } = viewer.actor;
  const between = [fromAuthorityCode, toAuthorityCode].filter((code) => code !== null);
  if (tenantId === organisationId || between.some((code) => authorityCodes.includes(code))) return;
  const sight = await readExactSight(viewer);
  for (const code of between) {
    const seen = sight.of(code, 'fostering', on);
    if (seen === null || seen === 'own' || seen.level !== 'RECORDS') continue;
    noteRead(viewer, {
      tenantId: seen.tenantId,
      dataset: 'fostering',
      agreement: seen.agreement,
      authorities: [code],
      indicators: ['enquiries to foster'],
      periods: [],
    });
  }
}

/** Transfers by their ids, in the same order; null where there is none, or this viewer may not see it. */
export async function findTransfers(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(TransferRecord | null)[]> {
  const known = ids.filter(isUuid);
  if (!viewer.actor.permissions.has('enquiry:read') || known.length === 0) {
    return ids.map(() => null);
  }
  const transfers = await transfersWhere(viewer, { id: { in: known } });
  const found = new Map(transfers.map((transfer) => [transfer.id, transfer]));
  return ids.map((id) => found.get(id) ?? null);
}

/** How an enquiry passed from authority to authority. */
export const transfersOfEnquiry = inBatches(async (viewer: Viewer, ids: readonly string[]) =>
  Map.groupBy(
    await transfersWhere(viewer, { enquiryId: { in: [...ids] } }),
    (one) => one.enquiryId,
  ),
);

/** Transfers from and to members of a consortium. */
async function transfersIn(viewer: Viewer, code: string) {
  requirePermission(viewer.actor, 'enquiry:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const members = { in: consortium.members.map((member) => member.code) };
  return { OR: [{ fromAuthorityCode: members }, { toAuthorityCode: members }] };
}

/**
 * Transfers of a consortium's enquiries that the viewer may see, the latest first: those of enquiries that it sees no more, too.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export const listTransfers = async (viewer: Viewer, consortium: string, page: Page) =>
  await transfersWhere(viewer, await transfersIn(viewer, consortium), page);

/** How many there are. */
export async function countTransfers(viewer: Viewer, consortium: string): Promise<number> {
  const lock = transfersReadableBy(viewer.actor, await shownEnquiries(viewer));
  const where = { AND: [await transfersIn(viewer, consortium), lock] };
  await noteCounted(viewer, where);
  return await viewer.db.fosteringTransfer.count({ where });
}

/** Tells the log of others whose transfers are counted, whether or not any is read. */
async function noteCounted(viewer: Viewer, where: Prisma.FosteringTransferWhereInput) {
  if ((await shownEnquiries(viewer)).length === 0) return;
  const counted = await viewer.db.fosteringTransfer.groupBy({
    by: ['tenantId', 'fromAuthorityCode', 'toAuthorityCode'],
    where,
    _max: { on: true },
  });
  for (const { _max: latest, ...between } of counted) {
    await noteTransferRead(viewer, { ...between, on: dayOrNull(latest.on) ?? '' });
  }
}

/** The stages that were in force when something was recorded. */
export const stagesOfVersion = (sets: readonly StageSet[], version: number) =>
  sets.find((set) => set.version === version)?.stages ?? [];
