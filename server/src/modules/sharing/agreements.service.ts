import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { Permission } from '@sufficiency/shared/access/permissions.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import type { AgreementAction } from '@sufficiency/shared/sharing/agreement-states.ts';
import { refusalOf } from '@sufficiency/shared/sharing/agreement-states.ts';
import type { AgreementStatus } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { today } from '../../platform/clock.ts';
import { agreementsReadableBy, requirePermission } from '../access/actor.ts';
import type { OrganisationRecord } from '../access/organisation.ts';
import { findOrganisations } from '../access/organisations.service.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { consortiaOfActor } from '../authorities/authorities.service.ts';
import type { AgreementRecord } from './agreement.ts';
import { stateOf } from './agreement.ts';
import type { AgreementRow } from './agreement-record.ts';
import { recordOf } from './agreement-record.ts';

export type { AgreementRecord };

/** Which of the agreements that the viewer may read. */
export interface AgreementFilter {
  /** Code of a consortium. */
  readonly consortium?: string | null | undefined;
  readonly status?: AgreementStatus | null | undefined;
}

const everything = {
  parties: true,
  items: { orderBy: [{ dataset: 'asc' }, { recipient: 'asc' }] },
} satisfies Prisma.SharingAgreementInclude;

/** Where the agreements that this viewer may read are. */
async function readable(viewer: Viewer): Promise<Prisma.SharingAgreementWhereInput> {
  const consortia = await consortiaOfActor(viewer);
  return agreementsReadableBy(
    viewer.actor,
    consortia.map(({ code }) => code),
  );
}

/** A consortium the viewer's organisation belongs to today. @throws DomainError NOT_FOUND any other. */
export async function requireOwnConsortium(
  viewer: Viewer,
  code: string,
): Promise<ConsortiumRecord> {
  const own = await consortiaOfActor(viewer);
  const found = own.find((consortium) => consortium.code === code);
  if (!found) throw notFound('consortium of yours', code);
  return found;
}

async function toRecords(
  viewer: Viewer,
  rows: readonly AgreementRow[],
): Promise<AgreementRecord[]> {
  const ids = [
    ...new Set(
      rows.flatMap(({ draftedById, parties }) => [
        draftedById,
        ...parties.map(({ organisationId }) => organisationId),
      ]),
    ),
  ];
  const found = await findOrganisations(viewer, ids);
  const byId = new Map<string, OrganisationRecord>();
  for (const organisation of found) if (organisation) byId.set(organisation.id, organisation);
  return rows.map((row) =>
    recordOf(row, (id) => {
      const organisation = byId.get(id);
      if (!organisation) throw new Error('An agreement names an organisation that does not exist.');
      return organisation;
    }),
  );
}

async function filtered(viewer: Viewer, { consortium, status }: AgreementFilter) {
  if (consortium != null) await requireOwnConsortium(viewer, consortium);
  return {
    AND: [
      await readable(viewer),
      { ...(consortium != null && { consortiumCode: consortium }), ...(status && { status }) },
    ],
  };
}

/**
 * Versions of agreements that the viewer may read, changed last first.
 *
 * @throws DomainError NOT_FOUND a consortium that the viewer's organisation does not belong to.
 */
export async function listAgreements(
  viewer: Viewer,
  filter: AgreementFilter,
  page: { readonly offset: number; readonly limit: number } | 'all' = 'all',
): Promise<AgreementRecord[]> {
  requirePermission(viewer.actor, 'agreement:read');
  const rows = await viewer.db.sharingAgreement.findMany({
    where: await filtered(viewer, filter),
    include: everything,
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }, { version: 'desc' }],
    ...(page !== 'all' && { skip: page.offset, take: page.limit }),
  });
  const records = await toRecords(viewer, rows);
  // Whoever reads all of them names them one by one next: cells of a matrix, reasons of a figure.
  for (const record of records) knownTo(viewer).set(textOfKey(record), Promise.resolve(record));
  return records;
}

/** How many there are. */
export async function countAgreements(viewer: Viewer, filter: AgreementFilter): Promise<number> {
  return await viewer.db.sharingAgreement.count({ where: await filtered(viewer, filter) });
}

/** A version, by the agreement's id and its number. */
export interface VersionKey {
  readonly id: string;
  readonly version: number;
}

const keyText = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,3})$/;

/** A version as one text, for ids. */
export const textOfKey = ({ id, version }: VersionKey): string => `${id}.${version}`;

/** Reads that text again; null for anything else. */
export function keyOfText(text: string): VersionKey | null {
  const [, id, version] = keyText.exec(text) ?? [];
  return id === undefined ? null : { id, version: Number(version) };
}

/** The versions of these keys, in the same order; null where there is none that the viewer may read. */
export async function findAgreements(
  viewer: Viewer,
  texts: readonly string[],
): Promise<(AgreementRecord | null)[]> {
  if (!viewer.actor.permissions.has('agreement:read')) return texts.map(() => null);
  const keys = texts.flatMap((text) => keyOfText(text) ?? []);
  const rows = await viewer.db.sharingAgreement.findMany({
    where: {
      AND: [await readable(viewer), { OR: keys.map(({ id, version }) => ({ id, version })) }],
    },
    include: everything,
  });
  const found = new Map(
    (await toRecords(viewer, rows)).map((record) => [textOfKey(record), record]),
  );
  return texts.map((text) => found.get(text) ?? null);
}

type Known = Map<string, Promise<AgreementRecord | null>>;

const knownByViewer = new WeakMap<Viewer, Known>();

function knownTo(viewer: Viewer): Known {
  const known = knownByViewer.get(viewer) ?? (new Map() as Known);
  knownByViewer.set(viewer, known);
  return known;
}

/** One version, read once for each operation however many cells name it; null if the viewer may not read it. */
export function findAgreement(viewer: Viewer, text: string): Promise<AgreementRecord | null> {
  const known = knownTo(viewer);
  const found =
    known.get(text) ?? findAgreements(viewer, [text]).then(([agreement]) => agreement ?? null);
  known.set(text, found);
  return found;
}

/** Every version of an agreement that the viewer may read, newest first. */
export async function versionsOf(
  viewer: Viewer,
  { id }: Pick<VersionKey, 'id'>,
): Promise<AgreementRecord[]> {
  const rows = await viewer.db.sharingAgreement.findMany({
    where: { AND: [await readable(viewer), { id }] },
    include: everything,
    orderBy: { version: 'desc' },
  });
  return await toRecords(viewer, rows);
}

/** Which permission each action needs. */
export const permissionFor = {
  edit: 'agreement:draft',
  delete: 'agreement:draft',
  propose: 'agreement:draft',
  renew: 'agreement:draft',
  sign: 'agreement:sign',
  suspend: 'agreement:suspend',
  resume: 'agreement:suspend',
  end: 'agreement:end',
  recordAccessReview: 'agreement:review',
} as const satisfies Record<AgreementAction, Permission>;

/** Why the viewer's organisation may not do something with an agreement today; null where it may. */
export const refusalFor = (
  viewer: Viewer,
  agreement: AgreementRecord,
  action: AgreementAction,
): string | null =>
  refusalOf(action, stateOf(agreement), {
    organisationId: viewer.actor.organisationId,
    today: today(viewer.clock),
  });

/** True where the viewer may do something with an agreement now. */
export const viewerCan = (
  viewer: Viewer,
  agreement: AgreementRecord,
  action: AgreementAction,
): boolean =>
  viewer.actor.permissions.has(permissionFor[action]) &&
  refusalFor(viewer, agreement, action) === null;

/** A later version that is being prepared: while there is one, no other can be drafted. */
export const pendingVersion = (versions: readonly AgreementRecord[]): AgreementRecord | undefined =>
  versions.find(({ status }) => status === 'DRAFT' || status === 'PROPOSED');

/** True where the viewer may draft the next version of an agreement now. */
export const viewerCanRenew = async (
  viewer: Viewer,
  agreement: AgreementRecord,
): Promise<boolean> =>
  viewerCan(viewer, agreement, 'renew') &&
  pendingVersion(await versionsOf(viewer, agreement)) === undefined;
