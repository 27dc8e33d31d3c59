import { monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import type { PoolClient } from 'pg';
import { profilesOf } from './demonstration-calibration.ts';
import type { FosteringStock } from './demonstration-fostering.ts';
import { stockOf } from './demonstration-fostering.ts';
import { monthLabel } from './demonstration-month.ts';
import type { RecruitmentEvent } from './demonstration-recruitment.ts';
import { cohortOf, longestWay } from './demonstration-recruitment.ts';
import { selectPublished } from './demonstration-returns.queries.ts';

export type { RecruitmentEvent };

/** One household of the demonstration’s returns on its way to fostering. */
export interface Recruit {
  /** GSS code of the authority whose returns count it. */
  readonly authority: string;
  /** As the returns have it; unique within the authority. */
  readonly reference: string;
  /** Earliest first; whatever comes of it, also what is still to come. */
  readonly events: readonly RecruitmentEvent[];
}

/**
 * Households whose enquiries the invented returns of some authorities count, made again from the same chance: those who
 * enquired from some months before one, as far back as any may still be on its way, to the month of a day.
 *
 * @param client connected as the loader role, after the reference data.
 */
export async function readRecruits(
  client: PoolClient,
  {
    authorities,
    from,
    day,
  }: { readonly authorities: readonly string[]; readonly from: string; readonly day: string },
): Promise<readonly Recruit[]> {
  const profiles = profilesOf(await selectPublished(client));
  const first = monthsFrom(monthLabel(0), `${from}-01`).length - 1;
  const last = monthsFrom(monthLabel(0), day).length - 1;
  return authorities.flatMap((authority) => {
    const profile = profiles(authority);
    return Array.from({ length: last - first + longestWay + 1 }, (_, nth) =>
      cohortOf(profile, first - longestWay + nth),
    ).flatMap((events) =>
      [...Map.groupBy(events, ({ reference }) => reference)].map(([reference, own]) => ({
        authority,
        reference,
        events: own,
      })),
    );
  });
}

/** What one authority's returns say of its households in a month, with the share of its places that are filled. */
export interface MonthlyStock extends FosteringStock {
  /** GSS code. */
  readonly authority: string;
  /** Written `2026-09`. */
  readonly period: string;
  /** Published. Unit: percent. */
  readonly filledShare: number;
}

/**
 * Households that the invented returns of some authorities count, from one month to the month of a day.
 *
 * @param client connected as the loader role, after the reference data.
 */
export async function readStocks(
  client: PoolClient,
  {
    authorities,
    from,
    day,
  }: { readonly authorities: readonly string[]; readonly from: string; readonly day: string },
): Promise<readonly MonthlyStock[]> {
  const profiles = profilesOf(await selectPublished(client));
  const months = monthsFrom(monthLabel(0), day);
  return authorities.flatMap((authority) => {
    const profile = profiles(authority);
    return months.flatMap((period, month) =>
      period < from
        ? []
        : {
            ...stockOf({ profile, period, month, shape: month }),
            ...{ authority, period },
            filledShare: profile.published('foster-places-filled-share'),
          },
    );
  });
}
