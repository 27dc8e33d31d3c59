import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { PlaceCounts } from '@sufficiency/shared/beds/places.ts';
import type { ReasonCount, SourceKind } from './home-record.ts';
import { countsIn, reasonsOf } from './home-record.ts';

export type HomeEventKind = 'TAKEN_ON' | 'PLACES_CHANGED' | 'CHANGED' | 'CONFIRMED' | 'DESCRIBED';

/** A home as a change left it. */
export interface HomeEventRecord {
  readonly version: number;
  readonly at: Date;
  readonly kind: HomeEventKind;
  readonly by: SourceKind;
  readonly counts: PlaceCounts;
  readonly closedByReason: readonly ReasonCount[];
}

export const toHomeEvent = (row: Prisma.HomeEventGetPayload<object>): HomeEventRecord => ({
  version: row.version,
  at: row.at,
  kind: row.kind as HomeEventKind,
  by: row.byKind as SourceKind,
  counts: countsIn(row),
  closedByReason: reasonsOf(row.closedByReason),
});
