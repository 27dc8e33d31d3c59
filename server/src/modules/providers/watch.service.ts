import { badInput } from '@sufficiency/shared/errors.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { noteRead, recordOwn } from '../audit/audit.service.ts';
import type { ReadKeyRow } from './watch.queries.ts';
import { judgedChanges, markRead, readKeys } from './watch.queries.ts';
import type { JudgedChangeRow, Notification } from './watch.ts';
import { notificationsOf } from './watch.ts';

interface ReadNotifications {
  readonly rows: readonly JudgedChangeRow[];
  readonly all: readonly Notification[];
}

/**
 * What the product tells the viewer's organisation, newest first: of judgements that fell, once a newer register is loaded.
 *
 * Nothing is written when a register is loaded: what an organisation is told follows from the register's history, from the
 * frameworks it may call off and from its own placements, under its own eyes. So nobody, the loader included, needs to see
 * the placements of all; and the same register loaded twice tells nothing twice. Hubs and providers call nothing off.
 *
 * @source the register's changes, awards that the viewer sees, and its own placements in the newest month.
 */
const readNotifications = oncePerOperation(async (viewer: Viewer): Promise<ReadNotifications> => {
  const { actor, operation } = viewer;
  if (actor.organisationKind !== 'TENANT') return { rows: [], all: [] };
  const [rows, read] = await Promise.all([
    operation.rows<JudgedChangeRow>(judgedChanges(actor)),
    operation.rows<ReadKeyRow>(readKeys(actor)),
  ]);
  return {
    rows,
    all: notificationsOf(rows, new Map(read.map(({ key, read_at }) => [key, read_at]))),
  };
});

/** As `readNotifications`, told to the log of whoever holds a framework that they speak of. */
async function openNotifications(viewer: Viewer): Promise<readonly Notification[]> {
  const { rows, all } = await readNotifications(viewer);
  for (const { holder_id, lead_authority_code } of rows) {
    if (holder_id !== null) noteMembersOf(viewer, holder_id, lead_authority_code);
  }
  return all;
}

/** Tells the log that who is on another organisation's framework was read, as its buyer. */
const noteMembersOf = (viewer: Viewer, tenantId: string, lead: string | null) =>
  noteRead(viewer, {
    tenantId,
    dataset: 'providers',
    authorities: lead === null ? [] : [lead],
    indicators: [],
    periods: [],
  });

/**
 * As `readNotifications`; only those that this account has not read, or only those it has, where that is asked.
 *
 * @param counted true: they are counted, not read, so that no log is told of it each time a page asks for their number.
 */
export async function listNotifications(
  viewer: Viewer,
  { unread }: { readonly unread?: boolean | null | undefined },
  counted: boolean,
): Promise<readonly Notification[]> {
  requirePermission(viewer.actor, 'provider:read');
  const all = counted ? (await readNotifications(viewer)).all : await openNotifications(viewer);
  return unread == null ? all : all.filter(({ readAt }) => (readAt === null) === unread);
}

/** Notifications of the viewer's by their ids, in the same order; null where there is none. */
export async function findNotifications(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(Notification | null)[]> {
  const { actor } = viewer;
  const all = actor.permissions.has('provider:read') ? await openNotifications(viewer) : [];
  return ids.map((id) => all.find((notification) => notification.id === id) ?? null);
}

/** How many may be marked at once. */
const mostMarked = 200;

/**
 * Records that this account has read notifications, and gives these; ids that are not its organisation's are passed over.
 *
 * @throws DomainError BAD_USER_INPUT more than 200 at once.
 */
export async function markNotificationsRead(
  viewer: Viewer,
  ids: readonly string[],
): Promise<Notification[]> {
  const { actor, clock, operation } = viewer;
  requirePermission(actor, 'provider:read');
  if (ids.length > mostMarked) throw badInput(`Mark ${mostMarked} at a time at most.`);

  const found = (await findNotifications(viewer, [...new Set(ids)])).flatMap((one) => one ?? []);
  const keys = found.map(({ id }) => id);
  const at = clock.now();
  await operation.rows(markRead(actor, keys, at));
  await recordOwn(viewer, { type: 'notification.read', details: { id: keys } });
  return found.map((notification) => ({ ...notification, readAt: notification.readAt ?? at }));
}
