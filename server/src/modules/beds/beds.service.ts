import { reservationEndedOn } from '@sufficiency/shared/beds/freshness.ts';
import { dayInWords } from '@sufficiency/shared/days.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { confirmHomes, sayPlaces } from './home-changes.queries.ts';
import type { HomeRecord } from './home-record.ts';
import type { SeenVersion } from './home-seen.service.ts';
import { holdHomes, keptBy, recordHomes } from './home-seen.service.ts';
import { findHomes, requireHome } from './homes.service.ts';
import type { PlaceInput } from './said-places.ts';
import { checkPlaces } from './said-places.ts';

/**
 * Says how places of a home are; those that are not named stay. It is confirmed by that.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer keeps.
 * @throws DomainError CONFLICT it changed since the version given: says how it is now.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 */
export async function updateBeds(
  viewer: Viewer,
  { home: id, version, places }: SeenVersion & { readonly places: readonly PlaceInput[] },
): Promise<HomeRecord> {
  const held = await holdHomes(viewer, [{ home: id, version }]);
  const problems = new InputProblems();
  checkPlaces(places, {
    found: problems.found,
    registered: held[0]?.counts.registered ?? 0,
    today: today(viewer.clock),
  });
  problems.refuse();
  const said = places.map(({ number, state, reason, reservedUntil }) => ({
    ...{ home: id, number, state },
    reason: reason ?? null,
    reservedUntil: reservedUntil ?? null,
  }));
  await viewer.operation.rows(sayPlaces(said, await keptBy(viewer)));
  await recordHomes(viewer, 'home.placesSaid', held);
  return await requireHome(viewer, id);
}

/** Of what has ended nobody can say that it is as it was. */
const unsaid = ({ urn }: HomeRecord, ended: string) =>
  badInput(
    `In home ${urn} a reservation ended on ${dayInWords(ended)}: say how its places are now, instead of confirming it.`,
    { path: 'homes' },
  );

/** As many homes are confirmed at once. */
const mostHomes = 200;

/**
 * Says of homes that nothing changed: of all of them or of none.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for saying how its places are; names the home.
 * @throws DomainError BAD_USER_INPUT none, too many, one twice, or one whose reservation has ended.
 */
export async function confirmBeds(
  viewer: Viewer,
  seen: readonly SeenVersion[],
): Promise<readonly HomeRecord[]> {
  const held = await holdHomes(viewer, seen);
  const ids = seen.map(({ home }) => home);
  if (ids.length === 0 || ids.length > mostHomes) {
    throw badInput(`Name 1 to ${mostHomes} homes.`, { path: 'homes' });
  }
  if (new Set(ids).size < ids.length) throw badInput('Name each home once.', { path: 'homes' });
  const empty = held.find(({ counts }) => counts.registered === 0);
  if (empty) {
    throw badInput(`Home ${empty.urn} has no places yet: there is nothing to confirm.`, {
      path: 'homes',
    });
  }
  const day = today(viewer.clock);
  for (const home of held) {
    const ended = reservationEndedOn(home, day);
    if (ended !== null) throw unsaid(home, ended);
  }
  await viewer.operation.rows(confirmHomes(ids, await keptBy(viewer)));
  await recordHomes(viewer, 'home.confirmed', held);
  const homes = await findHomes(viewer, ids);
  return homes.flatMap((home) => (home ? [home] : []));
}
