import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import {
  cameInTime,
  collectionWindow,
  monthBefore,
} from '@sufficiency/shared/returns/collection-calendar.ts';
import { dayOf } from '../../platform/clock.ts';
import type { CollectedRow } from './return-calendar.queries.ts';

/** Where one month’s collection stands, for those who may know. */
export type CollectionState = 'NOT_DUE' | 'LATE' | 'RECEIVED' | 'IN_USE' | 'NOT_SHARED';

/** One authority’s dataset and month. Days are `YYYY-MM-DD`. */
export interface CollectionMonth {
  readonly dataset: Dataset;
  /** Written `2026-09`. */
  readonly period: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly state: CollectionState;
  /** The version in use, else the latest; null where there is none that the viewer may see. */
  readonly returnId: string | null;
  /** A later version than the one in use that is on its way; null where there is none that the viewer may see. */
  readonly newerId: string | null;
  /** When a version was first submitted that nobody withdrew; null where nothing has come. */
  readonly receivedAt: Date | null;
  /** Whether that was in time; null where nothing has come. */
  readonly onTime: boolean | null;
}

/** How well an authority has sent what was due before today; null where nothing of it is shared. */
export interface Timeliness {
  /** Datasets and months that were due. */
  readonly due: number;
  readonly received: number;
  readonly inUse: number;
  readonly onTime: number;
}

/** What a calendar is made from. */
export interface CollectionFacts {
  /** Today in England, `YYYY-MM-DD`. */
  readonly today: string;
  readonly rows: readonly CollectedRow[];
  /** True where the viewer may know of this authority’s dataset and of a month that ended on a day. */
  readonly mayKnow: (authority: string, dataset: Dataset, endsOn: string) => boolean;
}

/** Months before today’s, the latest last. */
export function monthsEnded(today: string, count: number): string[] {
  const months: string[] = [];
  for (let month = monthBefore(today.slice(0, 7)); months.length < count; ) {
    months.unshift(month);
    month = monthBefore(month);
  }
  return months;
}

/** Every dataset of some months of one authority. */
export function collectionOf(
  authority: string,
  months: readonly string[],
  { today, rows, mayKnow }: CollectionFacts,
): CollectionMonth[] {
  const own = new Map(
    rows
      .filter(({ authorityCode }) => authorityCode === authority)
      .map((row) => [`${row.dataset} ${row.period}`, row]),
  );
  return datasets.flatMap((dataset) =>
    months.map((period): CollectionMonth => {
      const window = collectionWindow(dataset, period);
      const about = { dataset, period, ...window };
      const unknown = { ...about, returnId: null, newerId: null, receivedAt: null, onTime: null };
      if (!mayKnow(authority, dataset, calendarMonth(period).endsOn)) {
        return { ...unknown, state: 'NOT_SHARED' };
      }
      const row = own.get(`${dataset} ${period}`);
      const state = stateOf(row, window.dueOn, today);
      if (!row) return { ...unknown, state };
      const { id, newerId, receivedAt } = row;
      const onTime = receivedAt && cameInTime({ dataset, period }, dayOf(receivedAt));
      return { ...about, state, returnId: id, newerId, receivedAt, onTime };
    }),
  );
}

function stateOf(row: CollectedRow | undefined, dueOn: string, today: string): CollectionState {
  if (row?.inUse) return 'IN_USE';
  if (row?.receivedAt) return 'RECEIVED';
  return dueOn < today ? 'LATE' : 'NOT_DUE';
}

/** What was due before today, counted. */
export function timelinessOf(months: readonly CollectionMonth[], today: string): Timeliness | null {
  const known = months.filter(({ state }) => state !== 'NOT_SHARED');
  if (known.length === 0) return null;
  const due = known.filter(({ dueOn }) => dueOn < today);
  const count = (those: (month: CollectionMonth) => boolean) => due.filter(those).length;
  return {
    due: due.length,
    received: count(({ state }) => state === 'RECEIVED' || state === 'IN_USE'),
    inUse: count(({ state }) => state === 'IN_USE'),
    onTime: count(({ onTime }) => onTime === true),
  };
}
