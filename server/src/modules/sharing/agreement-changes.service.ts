import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { AuditType } from '@sufficiency/shared/audit/audit-event.ts';
import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import { isPlainText } from '@sufficiency/shared/indicators/comparison-input.ts';
import type { AgreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';
import { agreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';
import type { AgreementAction } from '@sufficiency/shared/sharing/agreement-states.ts';
import { comesIntoForce } from '@sufficiency/shared/sharing/agreement-states.ts';
import { today } from '../../platform/clock.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { requirePermission } from '../access/actor.ts';
import { organisationsOf } from '../access/organisations.service.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { AgreementRecord } from './agreement.ts';
import { stateOf } from './agreement.ts';
import { columnsOf, dateOf, fieldsOf } from './agreement-record.ts';
import type { VersionKey } from './agreements.service.ts';
import {
  findAgreements,
  keyOfText,
  pendingVersion,
  permissionFor,
  refusalFor,
  requireOwnConsortium,
  textOfKey,
  versionsOf,
} from './agreements.service.ts';

/** Which version of which agreement, and the revision the person saw. */
export interface Target {
  /** As the server gave it. */
  readonly id: string;
  readonly revision: number;
}

/**
 * Keeps a draft that only the viewer's organisation sees.
 *
 * @throws DomainError BAD_USER_INPUT a field is missing or wrong, or a party is outside the consortium.
 * @throws DomainError NOT_FOUND a consortium that the viewer's organisation does not belong to.
 */
export async function draftAgreement(
  viewer: Viewer,
  { consortium: code, ...raw }: { readonly consortium: string } & Readonly<Record<string, unknown>>,
): Promise<AgreementRecord> {
  requirePermission(viewer.actor, 'agreement:draft');
  const consortium = await requireOwnConsortium(viewer, code);
  const fields = checkedFields(raw);
  const account = await viewer.db.account.findUnique({ where: { id: viewer.actor.accountId } });
  await requireFreeReference(viewer, { consortiumCode: code, reference: fields.reference });

  const key = { id: crypto.randomUUID(), version: 1 };
  await insertVersion(viewer, key, {
    consortium,
    fields,
    accessReviewedOn: null,
    synthetic: account?.synthetic ?? false,
  });
  return await recorded(viewer, key, 'agreement.drafted');
}

/**
 * Replaces what a draft says.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT as for drafting, or it is no draft any more.
 * @throws DomainError CONFLICT it changed since the revision given.
 */
export async function updateDraftAgreement(
  viewer: Viewer,
  { id, revision, ...raw }: Target & Readonly<Record<string, unknown>>,
): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, { id, revision }, 'edit');
  const fields = checkedFields(raw);
  if (agreement.version > 1 && fields.reference !== agreement.reference) {
    throw badInput(`A later version keeps its reference, ${agreement.reference}.`);
  }
  const consortium = await requireOwnConsortium(viewer, agreement.consortiumCode);
  if (agreement.version === 1) await requireFreeReference(viewer, { ...agreement, ...fields });

  await change(viewer, agreement, columnsOf(fields));
  const where = { agreementId: agreement.id, version: agreement.version };
  await viewer.db.agreementParty.deleteMany({ where });
  await viewer.db.agreementItem.deleteMany({ where });
  await insertParts(viewer, agreement, { consortium, fields });
  return await recorded(viewer, agreement, 'agreement.changed');
}

/**
 * Deletes a draft, which nobody else has seen.
 *
 * @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT as for changing a draft.
 */
export async function deleteDraftAgreement(viewer: Viewer, target: Target): Promise<string> {
  const agreement = await requireAllowed(viewer, target, 'delete');
  const { id, version, revision } = agreement;

  const { count } = await viewer.db.sharingAgreement.deleteMany({
    where: { id, version, revision, status: 'DRAFT' },
  });
  if (count === 0) throw changedMeanwhile();
  await recordChange(viewer, agreement, 'agreement.deleted');
  return textOfKey(agreement);
}

/**
 * Shows a draft to its consortium and asks its parties to sign. What it says does not change from then on.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing a draft.
 * @throws DomainError BAD_USER_INPUT its DPIA is not dated, it is over, or its reference is taken.
 */
export async function proposeAgreement(viewer: Viewer, target: Target): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, target, 'propose');
  if (agreement.version === 1) await requireFreeReference(viewer, agreement);

  await change(viewer, agreement, { status: 'PROPOSED' });
  return await recorded(viewer, agreement, 'agreement.proposed');
}

/**
 * Signs for the viewer's own organisation. With enough signatures the agreement is in force at once, and replaces the
 * version before it.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing a draft.
 * @throws DomainError BAD_USER_INPUT it cannot be signed, or not by this organisation, or not twice.
 */
export async function signAgreement(viewer: Viewer, target: Target): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, target, 'sign');
  const { organisationId, account } = viewer.actor;
  const parties = stateOf(agreement).parties.map((party) =>
    party.organisationId === organisationId ? { ...party, signed: true } : party,
  );
  const before = (await versionsOf(viewer, agreement)).find(
    ({ version, status }) =>
      version < agreement.version && (status === 'ACTIVE' || status === 'SUSPENDED'),
  );

  const { count } = await viewer.db.agreementParty.updateMany({
    where: {
      agreementId: agreement.id,
      version: agreement.version,
      organisationId,
      signedAt: null,
    },
    data: { signedAt: viewer.clock.now(), signedBy: account },
  });
  if (count === 0) throw changedMeanwhile();
  if (
    agreement.status === 'ACTIVE' ||
    !comesIntoForce(parties, before ? stateOf(before).parties : [])
  ) {
    await change(viewer, agreement, {});
    return await recorded(viewer, agreement, 'agreement.signed');
  }
  if (before) await change(viewer, before, { status: 'SUPERSEDED', suspendedById: null });
  await change(viewer, agreement, { status: 'ACTIVE' });
  return await recorded(viewer, agreement, 'agreement.activated');
}

/**
 * Closes all sight by an agreement at once, until the same organisation resumes it.
 *
 * @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT as for signing.
 */
export async function suspendAgreement(
  viewer: Viewer,
  { reason, ...target }: Target & { readonly reason: string },
): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, target, 'suspend');

  await change(viewer, agreement, {
    status: 'SUSPENDED',
    suspendedById: viewer.actor.organisationId,
    reason: checkedReason(reason),
  });
  return await recorded(viewer, agreement, 'agreement.suspended');
}

/** Opens it again. @throws DomainError as for signing; BAD_USER_INPUT another organisation suspended it. */
export async function resumeAgreement(viewer: Viewer, target: Target): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, target, 'resume');

  await change(viewer, agreement, { status: 'ACTIVE', suspendedById: null, reason: null });
  return await recorded(viewer, agreement, 'agreement.resumed');
}

/** Ends an agreement for good, and its sight at once, or withdraws a proposal. @throws DomainError as for signing. */
export async function endAgreement(
  viewer: Viewer,
  { reason, ...target }: Target & { readonly reason: string },
): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, target, 'end');

  await change(viewer, agreement, {
    status: 'ENDED',
    suspendedById: null,
    reason: checkedReason(reason),
  });
  const isProposal = agreement.status === 'PROPOSED';
  return await recorded(viewer, agreement, isProposal ? 'agreement.withdrawn' : 'agreement.ended');
}

/**
 * Drafts the next version, with the same content and later days. The version in force stays so until the new one is.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing a draft; CONFLICT a later version is being prepared.
 * @throws DomainError BAD_USER_INPUT the days are wrong, or another organisation drafted it.
 */
export async function renewAgreement(
  viewer: Viewer,
  renewal: Target & { readonly endsOn: string; readonly reviewDueOn: string },
): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, renewal, 'renew');
  const versions = await versionsOf(viewer, agreement);
  const pending = pendingVersion(versions);
  if (pending) throw conflict(`Version ${pending.version} is being prepared already.`);
  if (agreement.revision !== renewal.revision) throw changedMeanwhile(agreement.revision);
  const { endsOn, reviewDueOn } = renewal;
  const fields = checkedFields({ ...fieldsOf(agreement), endsOn, reviewDueOn });
  if (endsOn <= agreement.endsOn) throw badInput('endsOn must be later than it is now.');
  const consortium = await requireOwnConsortium(viewer, agreement.consortiumCode);

  const newest = Math.max(...versions.map(({ version }) => version));
  const key = { id: agreement.id, version: newest + 1 };
  const { accessReviewedOn, synthetic } = agreement;
  await insertVersion(viewer, key, { consortium, fields, accessReviewedOn, synthetic });
  return await recorded(viewer, key, 'agreement.renewed');
}

/** Records that access was reviewed today. @throws DomainError as for signing. */
export async function recordAccessReview(viewer: Viewer, target: Target): Promise<AgreementRecord> {
  const agreement = await requireAllowed(viewer, target, 'recordAccessReview');

  await change(viewer, agreement, { accessReviewedOn: dateOf(today(viewer.clock)) });
  return await recorded(viewer, agreement, 'agreement.accessReviewed');
}

async function requireAllowed(
  viewer: Viewer,
  { id, revision }: Target,
  action: AgreementAction,
): Promise<AgreementRecord> {
  requirePermission(viewer.actor, permissionFor[action]);
  const [agreement] = keyOfText(id) ? await findAgreements(viewer, [id]) : [];
  if (!agreement) throw notFound('sharing agreement', globalIdOf('SharingAgreement', id));
  const refusal = refusalFor(viewer, agreement, action);
  if (refusal !== null) throw badInput(refusal);
  if (agreement.revision !== revision) throw changedMeanwhile(agreement.revision);
  return agreement;
}

const changedMeanwhile = (revision?: number) =>
  conflict(
    'This agreement was changed meanwhile. Look at it again, then repeat your change.',
    revision === undefined ? {} : { revision },
  );

/** Changes one version, if it still is as it was read. */
async function change(
  viewer: Viewer,
  { id, version, revision }: AgreementRecord,
  data: Prisma.SharingAgreementUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await viewer.db.sharingAgreement.updateMany({
    where: { id, version, revision },
    data: { ...data, revision: revision + 1, changedAt: viewer.clock.now() },
  });
  if (count === 0) throw changedMeanwhile();
}

async function insertVersion(
  viewer: Viewer,
  key: VersionKey,
  said: {
    readonly consortium: ConsortiumRecord;
    readonly fields: AgreementFields;
    readonly accessReviewedOn: string | null;
    readonly synthetic: boolean;
  },
): Promise<void> {
  const now = viewer.clock.now();
  await viewer.db.sharingAgreement.create({
    data: {
      ...key,
      ...columnsOf(said.fields),
      consortiumCode: said.consortium.code,
      status: 'DRAFT',
      draftedById: viewer.actor.organisationId,
      accessReviewedOn: said.accessReviewedOn === null ? null : dateOf(said.accessReviewedOn),
      synthetic: said.synthetic,
      createdAt: now,
      changedAt: now,
    },
  });
  await insertParts(viewer, key, said);
}

async function insertParts(
  viewer: Viewer,
  { id: agreementId, version }: VersionKey,
  { consortium, fields }: { consortium: ConsortiumRecord; fields: AgreementFields },
): Promise<void> {
  const known = new Map(
    (await organisationsOf(viewer, consortium)).map(({ id, slug }) => [slug, id]),
  );
  const parties = fields.parties.map(({ organisation, ...party }) => {
    const organisationId = known.get(organisation);
    if (organisationId === undefined) {
      throw badInput(
        `“${organisation.slice(0, 100)}” cannot be a party: it is not the hub of ${consortium.name} and answers for none of its members.`,
      );
    }
    return { ...party, organisationId, agreementId, version };
  });
  await viewer.db.agreementParty.createMany({ data: parties });
  await viewer.db.agreementItem.createMany({
    data: fields.items.map((item) => ({ ...item, agreementId, version })),
  });
}

/** References of what was proposed are taken. Drafts of others are left out, because nobody may learn of them. */
async function requireFreeReference(
  viewer: Viewer,
  { consortiumCode, reference, id }: { consortiumCode: string; reference: string; id?: string },
): Promise<void> {
  const taken = await viewer.db.sharingAgreement.count({
    where: {
      consortiumCode,
      reference,
      status: { not: 'DRAFT' },
      ...(id !== undefined && { id: { not: id } }),
    },
  });
  if (taken > 0) throw badInput(`reference ${reference} is taken by another agreement.`);
}

/** @throws DomainError BAD_USER_INPUT naming each field that is wrong, and what to write. */
function checkedFields(raw: unknown): AgreementFields {
  const { data, error } = agreementFields.safeParse(raw);
  if (data) return data;
  const messages = error.issues.slice(0, 5).map(({ message }) => message);
  throw badInput(`${messages.join('; ')}.`);
}

function checkedReason(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed.length === 0 || trimmed.length > 500 || !isPlainText(trimmed)) {
    throw badInput('Give a reason of 1 to 500 characters.');
  }
  return trimmed;
}

/** Reads a version again after a change, and records the change in the log of everybody it concerns. */
async function recorded(
  viewer: Viewer,
  key: VersionKey,
  type: AuditType,
): Promise<AgreementRecord> {
  const [agreement] = await findAgreements(viewer, [textOfKey(key)]);
  if (!agreement) throw notFound('sharing agreement', textOfKey(key));
  await recordChange(viewer, agreement, type);
  return agreement;
}

async function recordChange(
  viewer: Viewer,
  agreement: AgreementRecord,
  type: AuditType,
): Promise<void> {
  const { id, version, reference, consortiumCode, endsOn } = agreement;
  await recordAudit(viewer, {
    tenantIds: concerned(agreement),
    type,
    agreement: { id, version },
    details: { reference, consortium: consortiumCode, endsOn },
  });
}

/** A draft concerns whoever drafts it; anything later also its parties. */
const concerned = ({ status, draftedById, parties }: AgreementRecord): string[] =>
  status === 'DRAFT'
    ? [draftedById]
    : [...new Set([draftedById, ...parties.map(({ organisation }) => organisation.id)])];
