import { together } from '@sufficiency/shared/beds/occupancy.ts';
import type { PlaceCountsThen } from '@sufficiency/shared/beds/places.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { inBatches } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { toldOf } from './beds-trend.service.ts';
import type { HomeDayRow } from './home-days.queries.ts';
import { homeDays } from './home-days.queries.ts';
import { readDaysSeen } from './home-days.service.ts';
import type { HomeRecord } from './home-record.ts';
import { countsIn } from './home-record.ts';
import { findHomes } from './homes.service.ts';

/** A home as it was when a day ended. */
export interface HomeThen {
  readonly homeId: string;
  readonly authorityCode: string;
  readonly providerId: number | null;
  readonly counts: PlaceCountsThen;
  /** `YYYY-MM-DD`; null where it never had been confirmed. */
  readonly confirmedOn: string | null;
  readonly fresh: boolean;
  /** Of a short-break home; null for all others, and where nobody said. Unit: beds. */
  readonly night: { readonly capacity: number; readonly used: number } | null;
  readonly shortBreaks: boolean;
}

/** Homes of an area together, those for short breaks left out. */
export interface AreaThen {
  readonly authority: AuthorityRecord;
  readonly homes: number;
  readonly fresh: number;
  readonly counts: PlaceCountsThen;
}

/** A consortium's homes as they were when a day ended, as far as the viewer sees them. */
export interface BedsDay {
  readonly consortium: ConsortiumRecord;
  readonly day: string;
  readonly areas: readonly AreaThen[];
  /** All areas together; of what is seen alone. */
  readonly total: PlaceCountsThen;
  readonly homes: readonly HomeThen[];
  readonly notShown: readonly AuthorityRecord[];
  readonly shortBreakHomes: number;
  readonly synthetic: boolean;
  readonly sentence: string;
}

/**
 * How homes were when a day ended: the same whenever it is asked.
 *
 * @unit   homes and places.
 * @source homes as they were when each day ended (`home_day`).
 * @throws DomainError NOT_FOUND an unknown consortium.
 * @throws DomainError BAD_USER_INPUT a day that has not ended.
 */
export async function readBedsDay(
  viewer: Viewer,
  { consortium, day }: { readonly consortium: string; readonly day: string },
): Promise<BedsDay> {
  requirePermission(viewer.actor, 'beds:read');
  if (day >= today(viewer.clock)) {
    throw badInput('day must have ended: how homes are today, “homes” says.');
  }
  const days = { from: day, to: day };
  const seen = await readDaysSeen(viewer, { consortium, ...days });
  const rows = await viewer.operation.rows<HomeDayRow>(homeDays(seen.wanted));
  const withPlaces = rows.filter(({ shortBreaks }) => !shortBreaks);
  return {
    ...{ consortium: seen.consortium, day, notShown: seen.notShown },
    areas: seen.authorities.flatMap((authority) => {
      const of = withPlaces.filter(({ authorityCode }) => authorityCode === authority.code);
      const fresh = of.filter((row) => row.fresh).length;
      return of.length > 0 ? [{ authority, homes: of.length, fresh, counts: together(of) }] : [];
    }),
    total: together(withPlaces),
    homes: rows.map(homeThen),
    ...toldOf(seen, days, withPlaces),
  };
}

const homeThen = ({ nightCapacity, nightUsed, ...row }: HomeDayRow): HomeThen => ({
  ...row,
  counts: countsIn(row),
  night:
    nightCapacity === null || nightUsed === null
      ? null
      : { capacity: nightCapacity, used: nightUsed },
});

const homesById = inBatches(async (viewer: Viewer, ids: readonly string[]) => {
  const found = await findHomes(viewer, ids);
  return new Map(found.flatMap((home): [string, HomeRecord][] => (home ? [[home.id, home]] : [])));
});

/** The home as it is now; null where the viewer no longer sees it. */
export const homeNow = (viewer: Viewer, { homeId }: HomeThen): Promise<HomeRecord | null> =>
  homesById(viewer, homeId);
