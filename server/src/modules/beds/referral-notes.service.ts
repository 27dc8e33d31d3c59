import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { ReferralOutcome } from '@sufficiency/shared/beds/referral-outcomes.ts';
import { inBands, keptOf } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import type { Basis } from '@sufficiency/shared/beds/vacancy-fit.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { addMonths } from '@sufficiency/shared/sharing/agreement-dates.ts';
import { dayOf, today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { referralsReadableBy } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { isHomeId } from './homes.service.ts';
import type { ReferralNoteRecord } from './referral-note-record.ts';
import { toReferralNote } from './referral-note-record.ts';
import { searched } from './vacancies.service.ts';
import type { AskedVacancies } from './vacancies-input.service.ts';

type Given<Value> = Value | null | undefined;

/** Which notes; what is absent does not matter. */
export interface ReferralFilter {
  readonly outcomes?: Given<readonly ReferralOutcome[]>;
}

const whereOf = (viewer: Viewer, { outcomes }: ReferralFilter): Prisma.ReferralNoteWhereInput => ({
  ...referralsReadableBy(viewer.actor),
  ...(outcomes && { outcome: { in: [...outcomes] } }),
});

/** Notes of the viewer's own tenant, the latest first. */
export async function listReferralNotes(
  viewer: Viewer,
  filter: ReferralFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<ReferralNoteRecord[]> {
  requirePermission(viewer.actor, 'beds:find');
  const rows = await viewer.db.referralNote.findMany({
    where: whereOf(viewer, filter),
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    skip: page.offset,
    take: page.limit,
  });
  return rows.map(toReferralNote);
}

/** How many there are. */
export async function countReferralNotes(viewer: Viewer, filter: ReferralFilter): Promise<number> {
  requirePermission(viewer.actor, 'beds:find');
  return await viewer.db.referralNote.count({ where: whereOf(viewer, filter) });
}

/** Notes by their ids, in the same order; null where there is none, or it is another tenant's. */
export async function findReferralNotes(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(ReferralNoteRecord | null)[]> {
  const known = ids.filter(isHomeId);
  if (!viewer.actor.permissions.has('beds:find') || known.length === 0) return ids.map(() => null);
  const rows = await viewer.db.referralNote.findMany({
    where: { ...referralsReadableBy(viewer.actor), id: { in: known } },
  });
  const found = new Map(rows.map((row) => [row.id, toReferralNote(row)]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The day after which a note is deleted, `YYYY-MM-DD`. */
export const keptUntil = ({ madeAt }: Pick<ReferralNoteRecord, 'madeAt'>): string =>
  addMonths(dayOf(madeAt), 12);

/** Name of the account that made a note; empty where it is gone. */
export async function madeByOf(viewer: Viewer, { madeBy }: ReferralNoteRecord): Promise<string> {
  if (madeBy === null) return '';
  const account = await viewer.db.account.findUnique({ where: { id: madeBy } });
  return account?.name ?? '';
}

/**
 * Notes that somebody looked for a home: what was asked, in bands, and how many homes were found now, by how a place of theirs
 * can be had. The search is made here: nobody says what it would have found.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT as for searching.
 */
export async function recordReferral(
  viewer: Viewer,
  search: AskedVacancies,
): Promise<ReferralNoteRecord> {
  requirePermission(viewer.actor, 'beds:find');
  const { wanted, found } = await searched(viewer, search, { offset: 0, limit: 0 });
  const row = await viewer.db.referralNote.create({
    data: {
      tenantId: viewer.actor.organisationId,
      madeAt: viewer.clock.now(),
      madeBy: viewer.actor.accountId,
      criteria: keptOf(inBands(wanted)) as Prisma.InputJsonObject,
      offered: found.homes,
      offeredBy: Object.fromEntries(found.bases.map(({ key, homes }) => [key, homes])),
    },
  });
  await recordOwn(viewer, { type: 'referral.noted', details: { id: row.id } });
  return toReferralNote(row);
}

/** What became of a search. Days are `YYYY-MM-DD`. */
export interface NewOutcome {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  readonly outcome: ReferralOutcome;
  /** Today where absent. */
  readonly on?: Given<string>;
  /** With PLACED: how the place was had. */
  readonly placedBy?: Given<Basis>;
  /** With PLACED: GSS code of the area. */
  readonly placedIn?: Given<string>;
}

/**
 * Says what became of a search; said wrongly, it is said again.
 *
 * @throws DomainError NOT_FOUND there is no such note of the viewer's tenant.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT a day before the search or in the future, or a place where nobody was placed.
 */
export async function recordReferralOutcome(
  viewer: Viewer,
  { id, version, ...said }: NewOutcome,
): Promise<ReferralNoteRecord> {
  requirePermission(viewer.actor, 'beds:find');
  const [note] = await findReferralNotes(viewer, [id]);
  if (!note) throw notFound('referral note', id);
  if (note.version !== version) throw changedMeanwhile('referral note', note.version);
  const data = await checkedOutcome(viewer, note, said);
  const [changed] = await viewer.db.referralNote.updateManyAndReturn({
    where: { ...referralsReadableBy(viewer.actor), id, version },
    data: { ...data, version: version + 1 },
  });
  if (!changed) throw changedMeanwhile('referral note');
  await recordOwn(viewer, { type: 'referral.outcomeRecorded', details: { id } });
  return toReferralNote(changed);
}

type SaidOutcome = Omit<NewOutcome, 'id' | 'version'>;

async function checkedOutcome(viewer: Viewer, { madeAt }: ReferralNoteRecord, said: SaidOutcome) {
  const { outcome, placedBy, placedIn } = said;
  const problems = new InputProblems();
  const day = said.on ?? today(viewer.clock);
  if (day > today(viewer.clock)) problems.add('on', 'must not be in the future');
  if (day < dayOf(madeAt)) problems.add('on', `must not be before the search on ${dayOf(madeAt)}`);
  requirePlace(said, problems);
  problems.refuse();
  return {
    ...{ outcome, outcomeOn: outcome === 'OPEN' ? null : dayFrom(day) },
    ...{ placedBy: placedBy ?? null, placedIn: placedIn ? await areaOf(viewer, placedIn) : null },
  };
}

/** How and where a place was had belongs to PLACED, and to nothing else. */
function requirePlace({ outcome, placedBy, placedIn }: SaidOutcome, problems: InputProblems): void {
  for (const [path, value] of Object.entries({ placedBy, placedIn })) {
    if (outcome === 'PLACED' && value == null) problems.add(path, 'must be given with PLACED');
    if (outcome !== 'PLACED' && value != null) problems.add(path, 'is for PLACED alone');
  }
}

/** @throws DomainError NOT_FOUND there is no such authority. */
async function areaOf(viewer: Viewer, code: string): Promise<string> {
  const area = await findAuthority(viewer, code);
  if (!area) throw notFound('authority', code);
  return area.code;
}
