import type { ProvisionType } from '../providers/provision-types.ts';

/** Provision whose places are kept live. */
export const homeProvisionTypes = [
  'CHILDRENS_HOME',
  'SECURE_CHILDRENS_HOME',
  'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME',
  'SUPPORTED_ACCOMMODATION',
] as const satisfies readonly ProvisionType[];

export type HomeProvisionType = (typeof homeProvisionTypes)[number];

/**
 * How old a confirmation may be. Ours: a place in a children’s home is taken within a day, one in supported accommodation
 * more slowly. Unit: hours.
 */
export const ageLimits: Readonly<Record<HomeProvisionType, number>> = {
  CHILDRENS_HOME: 24,
  SECURE_CHILDRENS_HOME: 24,
  RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME: 24,
  SUPPORTED_ACCOMMODATION: 72,
};

const hour = 3_600_000;

/** Since when a home of this kind must have been confirmed, not to be stale now. */
export const freshSince = (provisionType: HomeProvisionType, now: Date): Date =>
  new Date(now.getTime() - ageLimits[provisionType] * hour);

/** How sure we are of a home's states. */
export interface Freshness {
  readonly isStale: boolean;
  /** Whole hours since it was confirmed; null where it never was. */
  readonly ageHours: number | null;
  /** When it will be stale, or has been since; null where it never was confirmed. */
  readonly staleAt: Date | null;
}

/** How sure we are: what was confirmed exactly as long ago as may be is still fresh. */
export function freshnessOf(
  home: { readonly provisionType: HomeProvisionType; readonly confirmedAt: Date | null },
  now: Date,
): Freshness {
  const { provisionType, confirmedAt } = home;
  if (confirmedAt === null) return { isStale: true, ageHours: null, staleAt: null };
  return {
    isStale: confirmedAt < freshSince(provisionType, now),
    ageHours: Math.max(0, Math.floor((now.getTime() - confirmedAt.getTime()) / hour)),
    staleAt: new Date(confirmedAt.getTime() + ageLimits[provisionType] * hour),
  };
}
