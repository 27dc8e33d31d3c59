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

/** What says how sure we are of a home’s states. */
export interface Confirmed {
  readonly provisionType: HomeProvisionType;
  readonly confirmedAt: Date | null;
  /** First of the days until which places are reserved, `YYYY-MM-DD`; null where none is. */
  readonly reservedUntil: string | null;
}

/** The day until which a place was reserved, if it has passed and nobody has said since what became of it; otherwise null. */
export const reservationEndedOn = (
  { reservedUntil }: Pick<Confirmed, 'reservedUntil'>,
  today: string,
): string | null => (reservedUntil !== null && reservedUntil < today ? reservedUntil : null);

/**
 * True where a home’s states are not to be relied on: confirmed longer ago than may be, or never, or a reservation has ended
 * and nobody has said what came of it. What was confirmed exactly as long ago as may be is still fresh.
 */
export const isStale = (
  home: Confirmed,
  { now, today }: { readonly now: Date; readonly today: string },
): boolean =>
  home.confirmedAt === null ||
  home.confirmedAt < freshSince(home.provisionType, now) ||
  reservationEndedOn(home, today) !== null;

/** When a home’s confirmation will be too old, or has been since; null where it never was confirmed. */
export const tooOldAt = ({ provisionType, confirmedAt }: Confirmed): Date | null =>
  confirmedAt && new Date(confirmedAt.getTime() + ageLimits[provisionType] * hour);
