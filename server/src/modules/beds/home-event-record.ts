import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { PlaceCountsThen } from '@sufficiency/shared/beds/places.ts';
import type { ReasonCount, SourceKind } from './home-record.ts';
import { countsIn, reasonsOf, withKept } from './home-record.ts';

export type HomeEventKind = 'TAKEN_ON' | 'PLACES_CHANGED' | 'CHANGED' | 'CONFIRMED' | 'DESCRIBED';

/** A home as a change left it. */
export interface HomeEventRecord {
  readonly version: number;
  readonly at: Date;
  readonly kind: HomeEventKind;
  readonly by: SourceKind;
  /** As the viewer could have had them: places kept for others’ blocks were closed. */
  readonly counts: PlaceCountsThen;
  /** Null where it is unknown which were closed to the viewer. */
  readonly closedByReason: readonly ReasonCount[] | null;
}

type EventRow = Prisma.HomeEventGetPayload<object>;

/** A row as whoever kept the home then sees it. */
export const toHomeEvent = (row: EventRow) => ({
  version: row.version,
  at: row.at,
  kind: row.kind as HomeEventKind,
  by: row.byKind as SourceKind,
  counts: countsIn(row),
  closedByReason: reasonsOf(row.closedByReason),
});

/**
 * A row as others see it: accepting places that were kept for somebody else's block were closed to them.
 *
 * @param own accepting places of the viewer's own blocks then.
 */
export function toOthersEvent(row: EventRow, own: number): HomeEventRecord {
  const event = toHomeEvent(row);
  if (row.acceptingOpen === null) {
    const counts = { ...event.counts, accepting: null, closed: null };
    return { ...event, counts, closedByReason: null };
  }
  const kept = row.accepting - row.acceptingOpen - own;
  return kept <= 0 ? event : { ...event, ...withKept(event, kept) };
}
