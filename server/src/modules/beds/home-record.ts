import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { HomeProvisionType } from '@sufficiency/shared/beds/freshness.ts';
import type { PlaceCounts, PlaceCountsThen, PlaceState } from '@sufficiency/shared/beds/places.ts';
import { dayOrNull } from '../../platform/days.ts';

type HomeRow = Prisma.HomeGetPayload<object>;

export type Genders = 'ANY' | 'FEMALE' | 'MALE';

/** Who said how a home is. */
export type SourceKind = 'PROVIDER' | 'AUTHORITY' | 'IMPORT' | 'LOADER';

/** A home as a viewer sees it. Days are `YYYY-MM-DD`. */
export interface HomeRecord
  extends Omit<
    HomeRow,
    | 'opensOn'
    | 'closesOn'
    | 'reservedUntil'
    | 'closedByReason'
    | 'provisionType'
    | 'genders'
    | 'confirmedByKind'
    | 'acceptingOpen'
    | keyof PlaceCounts
  > {
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  /** First of the days until which places are reserved; null where none is. */
  readonly reservedUntil: string | null;
  readonly provisionType: HomeProvisionType;
  readonly genders: Genders;
  readonly confirmedByKind: SourceKind | null;
  /** As the viewer may have them: places kept for others' blocks are closed. */
  readonly counts: PlaceCounts;
  readonly closedByReason: readonly ReasonCount[];
}

/** Closed places of one reason. */
export interface ReasonCount {
  readonly reason: string;
  readonly places: number;
}

/** A place of a home. Days are `YYYY-MM-DD`. */
export interface PlaceRecord {
  readonly number: number;
  readonly state: PlaceState;
  readonly reason: string | null;
  readonly reservedUntil: string | null;
  readonly blockAuthorityCode: string | null;
}

/** Closed places by reason, most first. */
export const reasonsOf = (counted: Prisma.JsonValue): ReasonCount[] =>
  Object.entries(counted as Record<string, number>)
    .map(([reason, places]) => ({ reason, places }))
    .toSorted((one, other) => other.places - one.places || one.reason.localeCompare(other.reason));

/** The counts in a row. */
export const countsIn = <Counts extends PlaceCountsThen>(
  row: Counts,
): Pick<Counts, keyof PlaceCounts> => ({
  registered: row.registered,
  operational: row.operational,
  usable: row.usable,
  occupied: row.occupied,
  reserved: row.reserved,
  accepting: row.accepting,
  closed: row.closed,
  closedLost: row.closedLost,
});

/** A row as whoever keeps the home sees it. */
export const toHome = ({ acceptingOpen: _open, ...row }: HomeRow): HomeRecord => ({
  ...row,
  opensOn: dayOrNull(row.opensOn),
  closesOn: dayOrNull(row.closesOn),
  reservedUntil: dayOrNull(row.reservedUntil),
  provisionType: row.provisionType as HomeProvisionType,
  genders: row.genders as Genders,
  confirmedByKind: row.confirmedByKind as SourceKind | null,
  counts: countsIn(row),
  closedByReason: reasonsOf(row.closedByReason),
});

/**
 * A row as others see it: without its holder's name for it, and accepting places that are kept for somebody else's block are
 * closed to them.
 *
 * @param own accepting places of the viewer's own blocks.
 */
export function toOthersHome(row: HomeRow, own: number): HomeRecord {
  const home = { ...toHome(row), name: null };
  const kept = row.accepting - row.acceptingOpen - own;
  if (kept <= 0) return home;
  return { ...home, ...withKept(home, kept) };
}

/** Counts and reasons as they are to whom so many accepting places are closed, being kept for somebody else's block. */
export function withKept(
  { counts, closedByReason }: Pick<HomeRecord, 'counts' | 'closedByReason'>,
  kept: number,
): Pick<HomeRecord, 'counts' | 'closedByReason'> {
  const blocked = closedByReason.find(({ reason }) => reason === 'BLOCK')?.places ?? 0;
  return {
    counts: { ...counts, accepting: counts.accepting - kept, closed: counts.closed + kept },
    closedByReason: [
      ...closedByReason.filter(({ reason }) => reason !== 'BLOCK'),
      { reason: 'BLOCK', places: blocked + kept },
    ],
  };
}
