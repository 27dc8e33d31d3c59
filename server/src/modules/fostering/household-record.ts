import type { Prisma } from '@sufficiency/prisma/client.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';

type HouseholdRow = Prisma.FosteringHouseholdGetPayload<object>;

/** An approved fostering household. Days are `YYYY-MM-DD`. */
export interface HouseholdRecord extends Omit<HouseholdRow, 'approvedOn' | 'deregisteredOn'> {
  readonly approvedOn: string;
  /** The day from which it is approved no more. */
  readonly deregisteredOn: string | null;
}

export const toHousehold = ({
  approvedOn,
  deregisteredOn,
  ...row
}: HouseholdRow): HouseholdRecord => ({
  ...row,
  approvedOn: dayText(approvedOn),
  deregisteredOn: dayOrNull(deregisteredOn),
});

type ConstellationRow = Prisma.FosteringConstellationGetPayload<object>;

/** A Mockingbird constellation. Days are `YYYY-MM-DD`. */
export interface ConstellationRecord extends Omit<ConstellationRow, 'startedOn' | 'endedOn'> {
  readonly startedOn: string;
  /** Its last day. */
  readonly endedOn: string | null;
}

export const toConstellation = ({
  startedOn,
  endedOn,
  ...row
}: ConstellationRow): ConstellationRecord => ({
  ...row,
  startedOn: dayText(startedOn),
  endedOn: dayOrNull(endedOn),
});

/** What changed of a household's approval on a day, `YYYY-MM-DD`. */
export interface HouseholdChange {
  readonly kind: string;
  readonly changedOn: string;
  readonly placesBefore: number | null;
  readonly placesAfter: number;
  readonly typeBefore: string | null;
  readonly typeAfter: string;
  readonly reason: string | null;
}

/** How a household's places were used from a day on, `YYYY-MM-DD`. */
export interface PlaceState {
  readonly fromOn: string;
  /** Its last day; null while it lasts. */
  readonly toOn: string | null;
  readonly placesApproved: number;
  readonly filled: number;
  readonly vacant: number;
  readonly unavailable: number;
  readonly unavailableReason: string | null;
}
