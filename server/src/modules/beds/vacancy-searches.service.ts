import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { SavedCriteria } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import {
  criteriaOf,
  inBands,
  keptOf,
  siblingsOf,
} from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { criteriaInWords } from '@sufficiency/shared/beds/vacancy-words.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import { requirePermission } from '../access/actor.ts';
import { vacancySearchesOf } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { isHomeId } from './homes.service.ts';
import type { AskedVacancies } from './vacancies-input.service.ts';
import { checkedVacancies } from './vacancies-input.service.ts';

/** A search that somebody keeps, in bands. */
export interface VacancySearchRecord {
  readonly id: string;
  /** Made of the words of its criteria. */
  readonly label: string;
  readonly criteria: SavedCriteria;
  readonly madeAt: Date;
}

const toSearch = (row: Prisma.VacancySearchGetPayload<object>): VacancySearchRecord => ({
  ...row,
  criteria: criteriaOf(row.criteria),
});

/** How many one account keeps at most. */
const most = 50;

/** The viewer's own saved searches, the latest first. */
export async function listVacancySearches(viewer: Viewer): Promise<VacancySearchRecord[]> {
  requirePermission(viewer.actor, 'beds:find');
  const rows = await viewer.db.vacancySearch.findMany({
    where: vacancySearchesOf(viewer.actor),
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(toSearch);
}

/** Saved searches by their ids, in the same order; null where there is none, or it is somebody else's. */
export async function findVacancySearches(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(VacancySearchRecord | null)[]> {
  if (!viewer.actor.permissions.has('beds:find')) return ids.map(() => null);
  const own = new Map((await listVacancySearches(viewer)).map((search) => [search.id, search]));
  return ids.map((id) => own.get(id) ?? null);
}

/**
 * Keeps a search: what is asked of a home, in bands. Days, exact ages, prices and how it is bought are not kept. The same
 * search again is the one that is there.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT as for searching, or fifty are kept already.
 */
export async function saveVacancySearch(
  viewer: Viewer,
  asked: AskedVacancies,
): Promise<VacancySearchRecord> {
  requirePermission(viewer.actor, 'beds:find');
  const wanted = await checkedVacancies(viewer, asked);
  const { gender, education } = wanted;
  const children = siblingsOf(wanted.children);
  const criteria: SavedCriteria = { ...inBands(wanted), gender, education, children };
  const near = criteria.near === null ? null : await findAuthority(viewer, criteria.near);
  const label = criteriaInWords(criteria, near?.name ?? null);
  const known = await listVacancySearches(viewer);
  const same = known.find((search) => search.label === label);
  if (same) return same;
  if (known.length >= most) throw badInput(`You keep ${most} searches: delete one first.`);
  const row = await viewer.db.vacancySearch.create({
    data: {
      ...vacancySearchesOf(viewer.actor),
      label,
      criteria: keptOf(criteria) as Prisma.InputJsonObject,
      madeAt: viewer.clock.now(),
    },
  });
  await recordOwn(viewer, { type: 'vacancySearch.saved', details: { id: row.id } });
  return toSearch(row);
}

/**
 * Deletes a saved search of the viewer's own; gives the id of what is gone.
 *
 * @throws DomainError NOT_FOUND there is none of that id that is the viewer's.
 */
export async function deleteVacancySearch(viewer: Viewer, id: string): Promise<string> {
  requirePermission(viewer.actor, 'beds:find');
  const { count } = isHomeId(id)
    ? await viewer.db.vacancySearch.deleteMany({
        where: { ...vacancySearchesOf(viewer.actor), id },
      })
    : { count: 0 };
  if (count === 0) throw notFound('saved search of yours', id);
  await recordOwn(viewer, { type: 'vacancySearch.deleted', details: { id } });
  return id;
}
