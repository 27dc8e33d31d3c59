import type { Prisma, SavedComparison } from '@sufficiency/prisma/client.ts';
import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import type { ComparisonInput } from '@sufficiency/shared/indicators/comparison-input.ts';
import { comparisonInput, isPlainText } from '@sufficiency/shared/indicators/comparison-input.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import {
  requirePermission,
  savedComparisonsReadableBy,
  savedComparisonsWritableBy,
} from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { checkedComparisonInput, readComparison } from './comparison.service.ts';

type Visibility = SavedComparison['visibility'];

/** A page's selection, as Pothos makes it. */
type Selection = Omit<Prisma.SavedComparisonFindManyArgs, 'where'>;

/** Newest first; the id decides between equals, so that a page never repeats a row. */
const newestFirst = [{ updatedAt: 'desc' }, { id: 'asc' }] as const;

/** The viewer's own saved comparisons and those shared within its organisation. */
export async function listSavedComparisons(
  viewer: Viewer,
  selection: Selection,
): Promise<SavedComparison[]> {
  if (selection.cursor && !(await standsOnVisible(viewer, selection.cursor))) return [];
  return await viewer.db.savedComparison.findMany({
    ...selection,
    where: savedComparisonsReadableBy(viewer.actor),
    orderBy: [...newestFirst],
  });
}

/**
 * Prisma looks a cursor up without the page's filter: where somebody else's saved comparison stands in the order would
 * be told by what follows it.
 */
async function standsOnVisible(
  viewer: Viewer,
  cursor: Prisma.SavedComparisonWhereUniqueInput,
): Promise<boolean> {
  const { tenantId, id } = cursor.tenantId_id ?? {};
  if (!isUuid(tenantId) || !isUuid(id))
    throw badInput('This cursor cannot be read. Use one that the server gave you.');
  const where = { ...savedComparisonsReadableBy(viewer.actor), AND: { tenantId, id } };
  return (await viewer.db.savedComparison.count({ where })) === 1;
}

/** How many there are. */
export async function countSavedComparisons(viewer: Viewer): Promise<number> {
  return await viewer.db.savedComparison.count({ where: savedComparisonsReadableBy(viewer.actor) });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (id: unknown): id is string => typeof id === 'string' && uuid.test(id);

/** An id that no row has: what is not an id finds nothing, like one that belongs to somebody else. */
const nobodys = '00000000-0000-0000-0000-000000000000';

/** Where the saved comparison of an id is, if this viewer may see it. */
export const savedComparisonById = (viewer: Viewer, id: string) => ({
  ...savedComparisonsReadableBy(viewer.actor),
  tenantId_id: { tenantId: viewer.actor.organisationId, id: isUuid(id) ? id : nobodys },
});

/** The comparison's input, as it was checked when it was saved. */
export const inputOf = (saved: SavedComparison): ComparisonInput =>
  comparisonInput.parse(saved.query);

/** True where this viewer may change or delete it. */
export const canEdit = (viewer: Viewer, saved: SavedComparison): boolean =>
  saved.tenantId === viewer.actor.organisationId && saved.ownerId === viewer.actor.accountId;

/** Name of the account that saved it. */
export async function ownerOf(viewer: Viewer, saved: SavedComparison): Promise<string> {
  const account = await viewer.db.account.findUnique({ where: { id: saved.ownerId } });
  return account?.name ?? '';
}

/**
 * Keeps a comparison under a name.
 *
 * @throws DomainError BAD_USER_INPUT an empty or overlong name; and as `readComparison`: what cannot be compared is
 *   not kept.
 */
export async function saveComparison(
  viewer: Viewer,
  input: { name: string; visibility: Visibility; query: unknown },
): Promise<SavedComparison> {
  requirePermission(viewer.actor, 'comparison:save');
  const now = viewer.clock.now();

  const saved = await viewer.db.savedComparison.create({
    data: {
      tenantId: viewer.actor.organisationId,
      ownerId: viewer.actor.accountId,
      name: checkedName(input.name),
      visibility: input.visibility,
      query: await checkedQuery(viewer, input.query),
      createdAt: now,
      updatedAt: now,
    },
  });
  await recordOwn(viewer, { type: 'comparison.saved', details: { id: saved.id } });
  return saved;
}

export interface Change {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly visibility?: Visibility | null | undefined;
  readonly query?: unknown;
}

/**
 * Renames, shares or replaces a saved comparison of the viewer's own.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT as for saving.
 */
export async function updateSavedComparison(
  viewer: Viewer,
  change: Change,
): Promise<SavedComparison> {
  requirePermission(viewer.actor, 'comparison:save');
  const where = await requireUnchanged(viewer, change);

  const [updated] = await viewer.db.savedComparison.updateManyAndReturn({
    where,
    data: {
      ...(change.name != null && { name: checkedName(change.name) }),
      ...(change.visibility != null && { visibility: change.visibility }),
      ...(change.query != null && { query: await checkedQuery(viewer, change.query) }),
      version: { increment: 1 },
      updatedAt: viewer.clock.now(),
    },
  });
  if (!updated) throw changedMeanwhile();
  await recordOwn(viewer, { type: 'comparison.changed', details: { id: updated.id } });
  return updated;
}

/**
 * Deletes a saved comparison of the viewer's own; gives the id of what is gone.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for updating.
 */
export async function deleteSavedComparison(
  viewer: Viewer,
  target: { id: string; version: number },
): Promise<string> {
  requirePermission(viewer.actor, 'comparison:save');
  const where = await requireUnchanged(viewer, target);

  const { count } = await viewer.db.savedComparison.deleteMany({ where });
  if (count === 0) throw changedMeanwhile();
  await recordOwn(viewer, { type: 'comparison.deleted', details: { id: target.id } });
  return target.id;
}

async function requireUnchanged(viewer: Viewer, { id, version }: { id: string; version: number }) {
  const writable = { ...savedComparisonsWritableBy(viewer.actor), id };
  const present = isUuid(id)
    ? await viewer.db.savedComparison.findFirst({ where: writable })
    : null;
  if (!present) throw notFound('saved comparison of yours', globalIdOf('SavedComparison', id));
  if (present.version !== version) throw changedMeanwhile(present.version);
  return { ...writable, version };
}

const changedMeanwhile = (version?: number) =>
  conflict(
    'This saved comparison was changed meanwhile. Look at it again, then repeat your change.',
    version === undefined ? {} : { version },
  );

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (!isPlainText(trimmed)) throw badInput('A name must not contain control characters.');
  // Blanks of no width are neither trimmed nor seen.
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(trimmed) || trimmed.length > 120) {
    throw badInput('Give the comparison a name of 1 to 120 characters.');
  }
  return trimmed;
}

async function checkedQuery(viewer: Viewer, raw: unknown): Promise<Prisma.InputJsonValue> {
  const input = checkedComparisonInput(viewer, raw);
  await readComparison(viewer, input);
  return JSON.parse(JSON.stringify(input));
}
