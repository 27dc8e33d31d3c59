import {
  calendarMonth,
  firstCollectedMonth,
  monthsFrom,
} from '@sufficiency/shared/indicators/period.ts';
import type { PoolClient } from 'pg';
import type { Profile } from './demonstration-calibration.ts';
import { profilesOf } from './demonstration-calibration.ts';
import { makeCosts } from './demonstration-costs.ts';
import { bedState, fictitiousProviders, homesOf } from './demonstration-homes.ts';
import type { Cells } from './demonstration-month.ts';
import { makeProviders } from './demonstration-providers.ts';
import { selectAuthorities, selectPublished } from './demonstration-returns.queries.ts';

/** A provider that the demonstration’s returns name. */
export interface NamedProvider {
  readonly name: string;
  readonly urn: string;
  readonly service: 'FOSTERING' | 'RESIDENTIAL' | 'SUPPORTED';
}

/** A home that an authority’s returns name: it runs it, or holds its beds under contract. */
export interface NamedHome {
  readonly urn: string;
  readonly owner: string;
  /** True where the authority runs it; else it holds all its beds under contract. */
  readonly isOwn: boolean;
  /** Unit: places. */
  readonly registered: number;
}

/** What an authority’s returns of one month say of whom it buys from, as rows of their tables. */
export interface MarketMonth {
  readonly period: string;
  readonly endsOn: string;
  /** Of `block-contracts`. */
  readonly contracts: readonly Cells[];
  /** Of `weekly-cost`: children and cost by placement group and provider sector. */
  readonly costs: readonly Cells[];
  /** Of `call-offs`. */
  readonly callOffs: readonly Cells[];
  /** Of `placements-by-sourcing`. */
  readonly sourced: readonly Cells[];
}

export interface Market {
  readonly tenantId: string;
  readonly authority: string;
  readonly homes: readonly NamedHome[];
  /** Months that have ended, earliest first. */
  readonly months: readonly MarketMonth[];
}

/** The providers that returns name, the first three of which sign in. */
export const namedProviders: readonly NamedProvider[] = fictitiousProviders;

/**
 * Of each authority that a tenant answers for, what its invented returns say of the market; made again from the same
 * chance, so that whatever else is invented agrees with them.
 *
 * @param client connected as the loader role, after the reference data and the organisations.
 * @param months how many of the latest months.
 */
export async function readMarkets(
  client: PoolClient,
  { day, months }: { readonly day: string; readonly months: number },
): Promise<readonly Market[]> {
  const profiles = profilesOf(await selectPublished(client));
  const ended = monthsFrom(firstCollectedMonth, day).filter(
    (period) => calendarMonth(period).endsOn < day,
  );
  return (await selectAuthorities(client)).map(({ tenantId, code }) => {
    const profile = profiles(code);
    return {
      tenantId,
      authority: code,
      homes: homesOf(profile).map(({ urn, provider, sector, registered }) => ({
        urn,
        owner: provider.name,
        isOwn: sector === 'PR1',
        registered,
      })),
      months: ended
        .map((period, month) => ({ period, month }))
        .slice(-months)
        .map((of) => monthOf(profile, of)),
    };
  });
}

/**
 * How a bed of a home that returns name stands at the end of a month: `OCCUPIED`, `RESERVED`, `ACCEPTING`, `NOT-USABLE`,
 * `NOT-OPEN`, or the reason for which it is closed.
 *
 * @param bed from 0.
 */
export const bedStateAt = (urn: string, bed: number, period: string): string =>
  bedState(urn, bed, monthsFrom(firstCollectedMonth, `${period}-01`).length - 1);

function monthOf(
  profile: Profile,
  { period, month }: { readonly period: string; readonly month: number },
): MarketMonth {
  const of = { profile, period, month, shape: month };
  const bought = makeProviders(of);
  return {
    period,
    endsOn: calendarMonth(period).endsOn,
    contracts: bought['block-contracts'] ?? [],
    callOffs: bought['call-offs'] ?? [],
    sourced: bought['placements-by-sourcing'] ?? [],
    costs: makeCosts(of)['weekly-cost'] ?? [],
  };
}
