import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { AuditType } from '@sufficiency/shared/audit/audit-event.ts';
import type { ReleaseStatus } from '@sufficiency/shared/disclosure/release-enums.ts';
import { releaseStatusInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import { isPlainText } from '@sufficiency/shared/indicators/comparison-input.ts';
import { tell } from '../../platform/live.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { authoritiesOf } from '../authorities/authorities.service.ts';
import { releaseTopic } from './release-progress.service.ts';
import type { ReleaseRecord } from './release-record.ts';
import type { InsiderRow, ReleaseSource } from './release-requests.queries.ts';
import { lockReleasePlace, releaseInsiders, releaseSources } from './release-requests.queries.ts';
import { findRelease } from './releases.service.ts';

/** Which release, and the revision the person saw. */
export interface ReleaseTarget {
  readonly id: string;
  readonly revision: number;
}

/**
 * Publishes a release that is ready: it takes the place of the version before. Every authority in it must still be shared
 * with its audience, by no stricter rule than it was built by, and shown exactly to nobody that it was not protected against.
 *
 * @throws DomainError NOT_FOUND a release that the viewer may not read.
 * @throws DomainError CONFLICT it stands elsewhere, was changed meanwhile, a later version is published, or an agreement
 *   has ended, asks for more or shows more since.
 */
export async function publishRelease(
  viewer: Viewer,
  target: ReleaseTarget,
): Promise<ReleaseRecord> {
  const release = await requireAllowed(viewer, target, 'PUBLISHED');
  const { tenantId, consortiumCode, dataset, period, audience } = release;
  await viewer.operation.rows(lockReleasePlace({ consortium: consortiumCode, dataset, period }));
  const sources = await sourcesOf(viewer, release);
  await requireShared(viewer, release, sources);
  await requireForeseen(viewer, release);

  const at = viewer.clock.now();
  const before = await viewer.db.release.findFirst({
    where: { tenantId, consortiumCode, dataset, period, audience, status: 'PUBLISHED' },
  });
  if (before && before.version > release.version) {
    throw conflict(
      `Version ${before.version} is published already: an earlier one does not take its place. Build it anew.`,
    );
  }
  if (before) await move(viewer, before, { status: 'SUPERSEDED', endedAt: at });
  await move(viewer, release, { status: 'PUBLISHED', publishedAt: at });
  if (before) await viewer.operation.rows(tell(releaseTopic, before.id));
  const published = await requireRelease(viewer, release.id);
  await recorded(viewer, published, { type: 'release.published', givers: sources });
  return published;
}

/**
 * Takes a release back for good: nobody reads it any more. One that is being built is given up.
 *
 * @throws DomainError as for publishing; BAD_USER_INPUT no reason.
 */
export async function withdrawRelease(
  viewer: Viewer,
  { reason, ...target }: ReleaseTarget & { readonly reason: string },
): Promise<ReleaseRecord> {
  const release = await requireAllowed(viewer, target, 'WITHDRAWN');
  const said = checkedReason(reason);
  await move(viewer, release, {
    status: 'WITHDRAWN',
    reason: said,
    endedAt: viewer.clock.now(),
  });
  const withdrawn = await requireRelease(viewer, release.id);
  const givers = await sourcesOf(viewer, release);
  await recorded(viewer, withdrawn, { type: 'release.withdrawn', givers });
  return withdrawn;
}

/** @throws DomainError BAD_USER_INPUT nothing, too much, or no plain text. */
function checkedReason(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed.length === 0 || trimmed.length > 500 || !isPlainText(trimmed)) {
    throw badInput('Give the reason in 1 to 500 characters.');
  }
  return trimmed;
}

/** From where a release may be moved. */
const movableFrom: Readonly<Record<'PUBLISHED' | 'WITHDRAWN', readonly ReleaseStatus[]>> = {
  PUBLISHED: ['READY'],
  WITHDRAWN: ['BUILDING', 'READY', 'PUBLISHED', 'SUPERSEDED'],
};

const may = (
  { actor }: Viewer,
  { tenantId, status }: ReleaseRecord,
  to: 'PUBLISHED' | 'WITHDRAWN',
) =>
  actor.permissions.has('release:publish') &&
  tenantId === actor.organisationId &&
  movableFrom[to].includes(status);

/** True where this viewer could publish it now, as far as it stands. */
export const canPublish = (viewer: Viewer, release: ReleaseRecord): boolean =>
  may(viewer, release, 'PUBLISHED');

/** True where this viewer could withdraw it now. */
export const canWithdraw = (viewer: Viewer, release: ReleaseRecord): boolean =>
  may(viewer, release, 'WITHDRAWN');

/** @throws DomainError NOT_FOUND there is none that the viewer may read. */
export async function requireRelease(viewer: Viewer, id: string): Promise<ReleaseRecord> {
  const release = await findRelease(viewer, { id });
  if (!release) throw notFound('release', id);
  return release;
}

/** The release, if this viewer may move it there now. */
async function requireAllowed(
  viewer: Viewer,
  { id, revision }: ReleaseTarget,
  to: 'PUBLISHED' | 'WITHDRAWN',
): Promise<ReleaseRecord> {
  requirePermission(viewer.actor, 'release:publish');
  const release = await requireRelease(viewer, id);
  // A release of another hub is read, never moved.
  if (release.tenantId !== viewer.actor.organisationId) throw notFound('release', id);
  if (!may(viewer, release, to)) {
    throw conflict(
      `This release is ${releaseStatusInWords[release.status]}: it cannot be ${releaseStatusInWords[to]}.`,
      { revision: release.revision },
    );
  }
  if (release.revision !== revision) throw changedMeanwhile(release.revision);
  return release;
}

const changedMeanwhile = (revision?: number) =>
  conflict(
    'This release was changed meanwhile. Look at it again, then repeat your change.',
    revision === undefined ? {} : { revision },
  );

/** Moves a release on, if it still stands where it was read. */
async function move(
  viewer: Viewer,
  { tenantId, id, revision }: Pick<ReleaseRecord, 'tenantId' | 'id' | 'revision'>,
  data: Prisma.ReleaseUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await viewer.db.release.updateMany({
    where: { tenantId, id, revision },
    data: { ...data, revision: revision + 1 },
  });
  if (count === 0) throw changedMeanwhile();
}

/** What agreements in force today let into this release, of the authorities that are in it. */
async function sourcesOf(viewer: Viewer, release: ReleaseRecord): Promise<ReleaseSource[]> {
  const sources = await viewer.operation.rows<ReleaseSource>(
    releaseSources({ ...release, consortium: release.consortiumCode }),
  );
  return sources.filter(({ authorityCode }) => release.contributors.includes(authorityCode));
}

/** @throws DomainError CONFLICT an authority in the release is no longer shared with its audience, or by a stricter rule. */
async function requireShared(
  viewer: Viewer,
  { contributors, dataset, minimumCount, rounding }: ReleaseRecord,
  sources: readonly ReleaseSource[],
): Promise<void> {
  const shared = new Set(sources.map(({ authorityCode }) => authorityCode));
  const ended = contributors.filter((code) => !shared.has(code));
  if (ended.length > 0) {
    throw conflict(
      `No agreement in force releases ${dataset} of ${await namesOf(viewer, ended)} to this audience any more. Withdraw this release and build it anew.`,
    );
  }
  const stricter = sources.filter(
    (source) => source.minimumCount > minimumCount || source.rounding > rounding,
  );
  if (stricter.length === 0) return;
  const codes = stricter.map(({ authorityCode }) => authorityCode);
  throw conflict(
    `Agreements in force ask for a stricter rule for ${await namesOf(viewer, codes)} than this release was built by. Withdraw this release and build it anew.`,
  );
}

/** Names of authorities, in their order. */
async function namesOf(viewer: Viewer, codes: readonly string[]): Promise<string> {
  const authorities = await authoritiesOf(viewer, codes);
  return authorities
    .map(({ name }) => name)
    .toSorted()
    .join(', ');
}

/** @throws DomainError CONFLICT somebody is shown exact figures of it whom it was not protected against. */
async function requireForeseen(
  viewer: Viewer,
  { tenantId, id, consortiumCode, dataset, periodEnd }: ReleaseRecord,
): Promise<void> {
  const insiders = await viewer.operation.rows<InsiderRow>(
    releaseInsiders({ consortium: consortiumCode, dataset, periodEnd }),
  );
  const contributing = await viewer.db.releaseAuthority.findMany({
    where: { tenantId, releaseId: id, contributes: true },
  });
  const shown = contributing.filter(({ authorityCode, exactTo }) =>
    insiders.some(
      ({ authority, insider }) => authority === authorityCode && !exactTo.includes(insider),
    ),
  );
  if (shown.length === 0) return;
  const codes = shown.map(({ authorityCode }) => authorityCode);
  throw conflict(
    `Since this release was built, agreements began to show exact figures of ${await namesOf(viewer, codes)} to more organisations: it is not protected against these. Withdraw this release and build it anew.`,
  );
}

/** Tells the log of the hub, and of everybody whose figures are in it. */
export async function recorded(
  viewer: Viewer,
  release: ReleaseRecord,
  { type, givers }: { readonly type: AuditType; readonly givers: readonly ReleaseSource[] },
): Promise<void> {
  const { dataset, period, consortiumCode, audience, id } = release;
  await viewer.operation.rows(tell(releaseTopic, id));
  const details = { dataset, periods: [period], consortium: consortiumCode, audience, id };
  await recordAudit(viewer, { tenantIds: [viewer.actor.organisationId], type, details });
  for (const [giverId, theirs] of Map.groupBy(givers, (source) => source.giverId)) {
    const [first] = theirs;
    await recordAudit(viewer, {
      tenantIds: [giverId],
      type,
      ...(first && { agreement: { id: first.agreementId, version: first.agreementVersion } }),
      details: { ...details, authorities: theirs.map(({ authorityCode }) => authorityCode) },
    });
  }
}
