import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import {
  codesInWords,
  isCodeOf,
  transferReasons,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { enquiriesHeldBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit, recordOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import {
  canAttributeEnquiry,
  canWriteEnquiry,
  findEnquiries,
  requireEnquiry,
} from './enquiries.service.ts';
import type { EnquiryRecord } from './enquiry-record.ts';

type Maybe<Value> = Value | null | undefined;

/** An enquiry, and the version of it that the person saw. */
export interface SeenEnquiry {
  readonly id: string;
  readonly version: number;
}

/** That an enquiry passes to an authority, or to none. */
export interface NewTransfer extends SeenEnquiry {
  /** GSS code of a member; null for none. */
  readonly to: string | null;
  /** `YYYY-MM-DD`; today where absent. */
  readonly on?: Maybe<string>;
  /** Code of the list of reasons. */
  readonly reason: string;
}

/**
 * Attributes an enquiry that was attributed to none, as its holder.
 *
 * @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT as for transferring.
 */
export const attributeEnquiry = (
  viewer: Viewer,
  {
    authority,
    ...input
  }: SeenEnquiry & { readonly authority: string; readonly on?: Maybe<string> },
): Promise<EnquiryRecord> =>
  passOn(viewer, { ...input, to: authority, reason: 'ATTRIBUTED' }, 'enquiry.attributed');

/**
 * Transfers an enquiry from one authority to another, or to none, as its holder. The one before reads the transfer from then on,
 * and the enquiry no more.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer's organisation holds.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT no member of its consortium, the same authority, a day before the enquiry or in the future.
 */
export const transferEnquiry = (viewer: Viewer, input: NewTransfer): Promise<EnquiryRecord> =>
  passOn(viewer, input, 'enquiry.transferred');

async function passOn(
  viewer: Viewer,
  { id, version, to, on: day, reason }: NewTransfer,
  type: 'enquiry.attributed' | 'enquiry.transferred',
): Promise<EnquiryRecord> {
  const enquiry = await requireHeld(viewer, { id, version });
  const { tenantId, authorityCode: from, consortiumCode } = enquiry;
  const on = day ?? today(viewer.clock);
  const members = (await findConsortium(viewer, consortiumCode))?.members ?? [];
  const problems = new InputProblems();
  const path = type === 'enquiry.attributed' ? 'authority' : 'to';
  if (to !== null && !members.some(({ code }) => code === to)) {
    problems.add(path, `must be a member of ${consortiumCode} today: ${namesOf(members)}`);
  }
  if (to === from) problems.add(path, 'must be another than the one it is attributed to');
  if (type === 'enquiry.attributed' && from !== null) {
    problems.add('id', 'must be an enquiry that is attributed to none: transfer this one instead');
  }
  if (!isCodeOf(transferReasons, reason)) {
    problems.add('reason', `must be among ${codesInWords(transferReasons)}`);
  }
  if (on > today(viewer.clock)) problems.add('on', 'must not be in the future');
  if (on < enquiry.receivedOn) problems.add('on', `must not be before ${enquiry.receivedOn}`);
  problems.refuse();

  await viewer.db.fosteringTransfer.createMany({
    data: [
      {
        ...{ tenantId, reason, enquiryId: id, version: version + 1 },
        fromAuthorityCode: from,
        toAuthorityCode: to,
        on: dayFrom(on),
        recordedAt: viewer.clock.now(),
        recordedBy: viewer.actor.accountId,
      },
    ],
  });
  await moveOn(viewer, enquiry, { authorityCode: to });
  const authorities = [from, to].filter((code) => code !== null);
  const tenantIds = new Set([tenantId, ...(await answeringFor(viewer, authorities))]);
  await recordAudit(viewer, { type, tenantIds: [...tenantIds], details: { id, authorities } });
  return await requireEnquiry(viewer, id);
}

const namesOf = (members: readonly { readonly code: string; readonly name: string }[]) =>
  members.map(({ code, name }) => `${code} (${name})`).join(', ');

/** Organisations that answer for authorities. */
async function answeringFor(viewer: Viewer, codes: readonly string[]): Promise<string[]> {
  const rows = await viewer.db.organisationAuthority.findMany({
    where: { authorityCode: { in: [...codes] } },
  });
  return rows.map(({ organisationId }) => organisationId);
}

/** Which enquiry another one is linked to; null to undo it. */
export interface NewLink extends SeenEnquiry {
  readonly to: string | null;
}

/**
 * Says that an enquiry repeats another one of the same holder: it is not counted again.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for transferring.
 * @throws DomainError BAD_USER_INPUT one that repeats another itself, or the same.
 */
export async function linkDuplicate(viewer: Viewer, link: NewLink): Promise<EnquiryRecord> {
  const enquiry = await requireHeld(viewer, link);
  const original = await requireTarget(viewer, enquiry, link.to);
  if (original?.duplicateOf) {
    throw badInput('duplicateOf must be the first of them: it is a duplicate itself.');
  }
  const repeated = await viewer.db.fosteringEnquiry.count({
    where: { ...enquiriesHeldBy(viewer.actor), duplicateOf: enquiry.id },
  });
  if (original && repeated > 0) {
    throw badInput('id must be an enquiry that no other repeats: link those to the first instead.');
  }
  return await relink(viewer, enquiry, { duplicateOf: link.to });
}

/**
 * Says that an enquiry comes from a household whose earlier one, of the same holder, had ended: both are counted, the
 * household once.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for transferring.
 * @throws DomainError BAD_USER_INPUT one that came later, or that has not ended.
 */
export async function linkReapplication(viewer: Viewer, link: NewLink): Promise<EnquiryRecord> {
  const enquiry = await requireHeld(viewer, link);
  const first = await requireTarget(viewer, enquiry, link.to);
  if (first && (first.closedOn === null || first.closedOn > enquiry.receivedOn)) {
    throw badInput(
      'reapplicationOf must have ended before this one came: record how it ended, or link this one as its duplicate.',
    );
  }
  return await relink(viewer, enquiry, { reapplicationOf: link.to });
}

async function requireTarget(
  viewer: Viewer,
  enquiry: EnquiryRecord,
  id: string | null,
): Promise<EnquiryRecord | null> {
  if (id === null) return null;
  const [target] = await findEnquiries(viewer, [id]);
  if (!target || !canAttributeEnquiry(viewer, target)) throw notFound('enquiry of yours', id);
  if (target.id === enquiry.id) throw badInput('An enquiry cannot be linked to itself.');
  return target;
}

async function relink(
  viewer: Viewer,
  enquiry: EnquiryRecord,
  data: { readonly duplicateOf: string | null } | { readonly reapplicationOf: string | null },
): Promise<EnquiryRecord> {
  await moveOn(viewer, enquiry, data);
  await recordOwn(viewer, { type: 'enquiry.linked', details: { id: enquiry.id } });
  return await requireEnquiry(viewer, enquiry.id);
}

/** @throws DomainError NOT_FOUND there is none that the viewer may add to. */
export async function requireWritable(viewer: Viewer, id: string): Promise<EnquiryRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const enquiry = await requireEnquiry(viewer, id);
  // Another's is read, never changed.
  if (!canWriteEnquiry(viewer, enquiry)) throw notFound('enquiry of yours', id);
  return enquiry;
}

async function requireHeld(viewer: Viewer, { id, version }: SeenEnquiry): Promise<EnquiryRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const enquiry = await requireEnquiry(viewer, id);
  if (!canAttributeEnquiry(viewer, enquiry)) throw notFound('enquiry that you hold', id);
  requireVersion(enquiry, version);
  return enquiry;
}

/** @throws DomainError CONFLICT an enquiry changed since a version. */
export function requireVersion(enquiry: EnquiryRecord, version: number): void {
  if (enquiry.version !== version) throw changedMeanwhile('enquiry', enquiry.version);
}

async function moveOn(viewer: Viewer, { id, version }: EnquiryRecord, data: object): Promise<void> {
  const { count } = await viewer.db.fosteringEnquiry.updateMany({
    where: { ...enquiriesHeldBy(viewer.actor), id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile('enquiry');
}
