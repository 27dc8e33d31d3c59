import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { Permission } from '@sufficiency/shared/access/permissions.ts';
import type { AuditType } from '@sufficiency/shared/audit/audit-event.ts';
import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import type { ReturnAction } from '@sufficiency/shared/returns/return-states.ts';
import { whyNotReturn } from '@sufficiency/shared/returns/return-states.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import type { ReturnRecord } from './return-record.ts';
import { stateOf } from './return-record.ts';
import { supersedeFigures, useFigures, versionInUse } from './return-use.queries.ts';
import { holdPlace } from './return-versions.service.ts';
import type { Attestation } from './return-words.ts';
import { checkedAttestation, checkedText } from './return-words.ts';
import { findReturn } from './returns.service.ts';

/** Which return, and the revision the person saw. */
export interface ReturnTarget {
  readonly id: string;
  readonly revision: number;
}

const permissionFor: Readonly<Record<ReturnAction, Permission>> = {
  explain: 'return:submit',
  confirm: 'return:submit',
  approve: 'return:approve',
  accept: 'return:accept',
  sendBack: 'return:accept',
  reopen: 'return:approve',
  withdraw: 'return:approve',
};

/** True where this viewer could do it now. */
export const canChange = (viewer: Viewer, record: ReturnRecord, action: ReturnAction): boolean =>
  viewer.actor.permissions.has(permissionFor[action]) && whyNot(viewer, record, action) === null;

/** True where the viewer’s own organisation has the last word: approval brings the figures into use at once. */
export const bringsIntoUse = ({ actor }: Viewer, { tenantId, hubAccepts }: ReturnRecord): boolean =>
  tenantId === actor.organisationId && !hubAccepts;

const whyNot = ({ actor }: Viewer, record: ReturnRecord, action: ReturnAction) =>
  whyNotReturn(action, stateOf(record), {
    organisationId: actor.organisationId,
    accountId: actor.accountId,
    mayAccept: record.mayAccept,
  });

/**
 * Sends a checked return on for approval.
 *
 * @throws DomainError NOT_FOUND a return that the viewer may not read.
 * @throws DomainError CONFLICT it stands elsewhere, or was changed since the revision that was seen.
 */
export async function confirmReturn(viewer: Viewer, target: ReturnTarget): Promise<ReturnRecord> {
  const record = await requireAllowed(viewer, target, 'confirm');
  await move(viewer, record, {
    status: 'SUBMITTED',
    submittedAt: record.submittedAt ?? viewer.clock.now(),
    submittedById: viewer.actor.accountId,
  });
  return await recorded(viewer, record, { action: 'submitted', type: 'return.submitted' });
}

/**
 * Approves a return as its second person. Where no hub sees the dataset exactly, nobody else is to accept it: its
 * figures come into use at once.
 *
 * @throws DomainError as for confirming; BAD_USER_INPUT no office, or not attested.
 */
export async function approveReturn(
  viewer: Viewer,
  { office, attested, ...target }: ReturnTarget & Attestation,
): Promise<ReturnRecord> {
  const record = await requireAllowed(viewer, target, 'approve');
  const attestation = checkedAttestation({ office, attested });
  const { authorityCode: authority, dataset, period } = record;
  // A version that is on its way takes the place of this one: the two must not pass each other.
  await holdPlace(viewer, { authority, dataset, period });
  const at = viewer.clock.now();

  await move(viewer, record, {
    status: 'APPROVED',
    approvedAt: at,
    approvedById: viewer.actor.accountId,
    attestation,
  });
  const approved = await recorded(viewer, record, {
    action: 'approved',
    type: 'return.approved',
    note: attestation,
  });
  return bringsIntoUse(viewer, record) ? await bringIntoUse(viewer, approved) : approved;
}

/** Accepts an approved return for the hub: its figures come into use. @throws DomainError as for confirming. */
export async function acceptReturn(viewer: Viewer, target: ReturnTarget): Promise<ReturnRecord> {
  return await bringIntoUse(viewer, await requireAllowed(viewer, target, 'accept'));
}

/**
 * Reopens what was approved, so that another version can be sent; figures in use stay so until it is accepted. For a
 * hub: sends back what it was to accept.
 *
 * @throws DomainError as for confirming; BAD_USER_INPUT no reason.
 */
export async function reopenReturn(
  viewer: Viewer,
  { reason, ...target }: ReturnTarget & { readonly reason: string },
): Promise<ReturnRecord> {
  const byHub = viewer.actor.permissions.has('return:accept');
  const record = await requireAllowed(viewer, target, byHub ? 'sendBack' : 'reopen');
  const note = checkedText(reason, 'reason');

  await move(
    viewer,
    record,
    record.status === 'APPROVED'
      ? { status: 'READY', submittedById: null }
      : { reopenedAt: viewer.clock.now() },
  );
  return await recorded(viewer, record, { action: 'reopened', type: 'return.reopened', note });
}

/**
 * Withdraws a return for good. Figures it brought into use go out of use; those it had replaced do not come back.
 *
 * @throws DomainError as for confirming; BAD_USER_INPUT no reason.
 */
export async function withdrawReturn(
  viewer: Viewer,
  { reason, ...target }: ReturnTarget & { readonly reason: string },
): Promise<ReturnRecord> {
  const record = await requireAllowed(viewer, target, 'withdraw');
  const note = checkedText(reason, 'reason');
  const at = laterThan(record.acceptedAt, viewer.clock.now());

  await move(viewer, record, { status: 'WITHDRAWN', endedAt: at });
  if (record.status === 'ACCEPTED') {
    await viewer.operation.rows(supersedeFigures(record.tenantId, record.id, at));
  }
  return await recorded(viewer, record, { action: 'withdrawn', type: 'return.withdrawn', note });
}

/** @throws DomainError NOT_FOUND there is none that the viewer may read. */
async function requireReturn(viewer: Viewer, id: string): Promise<ReturnRecord> {
  const record = await findReturn(viewer, id);
  if (!record) throw notFound('return', globalIdOf('Return', id));
  return record;
}

/** The return, if this viewer may do this to it now. @throws DomainError as for confirming. */
export async function requireAllowed(
  viewer: Viewer,
  { id, revision }: ReturnTarget,
  action: ReturnAction,
): Promise<ReturnRecord> {
  requirePermission(viewer.actor, permissionFor[action]);
  const record = await requireReturn(viewer, id);
  const refusal = whyNot(viewer, record, action);
  if (refusal !== null) throw conflict(refusal, { revision: record.revision });
  if (record.revision !== revision) throw changedMeanwhile(record.revision);
  return record;
}

const changedMeanwhile = (revision?: number) =>
  conflict(
    'This return was changed meanwhile. Look at it again, then repeat your change.',
    revision === undefined ? {} : { revision },
  );

/**
 * Moves one version on by a revision.
 *
 * @throws DomainError CONFLICT it does not stand any more where it was read.
 */
export async function move(
  viewer: Viewer,
  { tenantId, id, revision }: Pick<ReturnRecord, 'tenantId' | 'id' | 'revision'>,
  data: Prisma.ReturnUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await viewer.db.return.updateMany({
    where: { tenantId, id, revision },
    data: { ...data, revision: revision + 1 },
  });
  if (count === 0) throw changedMeanwhile();
}

/** Two instants of one figure’s history differ. */
const laterThan = (before: Date | null, now: Date): Date =>
  before !== null && now <= before ? new Date(before.getTime() + 1) : now;

/** Its figures are the ones that count from now on; those of the version before, no longer. */
async function bringIntoUse(viewer: Viewer, record: ReturnRecord): Promise<ReturnRecord> {
  const { tenantId, id } = record;
  const [before] = await viewer.operation.rows<{ id: string; revision: number; acceptedAt: Date }>(
    versionInUse(tenantId, id),
  );
  const at = laterThan(before?.acceptedAt ?? null, viewer.clock.now());
  if (before) {
    await move(viewer, { tenantId, ...before }, { status: 'SUPERSEDED', endedAt: at });
    await addStep(viewer, { tenantId, id: before.id }, 'superseded', null);
  }
  await move(viewer, record, {
    status: 'ACCEPTED',
    acceptedAt: at,
    acceptedById: viewer.actor.organisationId,
  });
  await viewer.operation.rows(supersedeFigures(tenantId, id, at));
  await viewer.operation.rows(useFigures(tenantId, id, at));
  return await recorded(viewer, record, { action: 'accepted', type: 'return.accepted' });
}

/** Adds to the story of a version. */
export async function addStep(
  viewer: Viewer,
  { tenantId, id }: Pick<ReturnRecord, 'tenantId' | 'id'>,
  action: string,
  note: string | null,
): Promise<void> {
  const { account, organisationId } = viewer.actor;
  await viewer.db.returnStep.create({
    data: { tenantId, returnId: id, action, account, organisationId, note, at: viewer.clock.now() },
  });
}

/** Tells the return’s story and the log, and reads it again. */
export async function recorded(
  viewer: Viewer,
  { tenantId, id }: Pick<ReturnRecord, 'tenantId' | 'id'>,
  step: { readonly action: string; readonly type: AuditType; readonly note?: string },
): Promise<ReturnRecord> {
  await addStep(viewer, { tenantId, id }, step.action, step.note ?? null);
  const record = await requireReturn(viewer, id);
  await recordAudit(viewer, {
    tenantIds: [...new Set([tenantId, viewer.actor.organisationId])],
    type: step.type,
    details: {
      dataset: record.dataset,
      authorities: [record.authorityCode],
      periods: [record.period],
      id: record.id,
    },
  });
  return record;
}
