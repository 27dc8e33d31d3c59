import type { FosteringScope } from './fostering-scope.ts';
import type { HouseholdSight } from './fostering-sight.service.ts';
import type { PeriodRow } from './funnel.queries.ts';

/** What an authority's month is made of. The two are never added up for one authority and month. */
export type FunnelBasis = 'EVENTS' | 'COUNTS' | 'NONE';

/** Months of an authority of which events were recorded as they came, from 0. */
export function monthsOfEvents(
  { months, wanted }: FosteringScope,
  { authority, since }: HouseholdSight,
  { events, spans }: PeriodRow,
): ReadonlySet<number> {
  const span = spans.find(({ authority_code }) => authority_code === authority.code);
  const happened = new Set(
    events
      .filter(
        ({ key, households, back_loaded }) => key === authority.code && households > back_loaded,
      )
      .map(({ month }) => month),
  );
  const seenFrom = since === null ? wanted.from : since;
  return new Set(
    months.flatMap((month, nth) => {
      const isWithin =
        span !== undefined &&
        month >= span.first_on.slice(0, 7) &&
        month <= span.last_on.slice(0, 7);
      const isSeen = `${month}-01` >= seenFrom;
      return isSeen &&
        (isWithin ||
          (span !== undefined && month >= span.first_on.slice(0, 7) && happened.has(nth)))
        ? [nth]
        : [];
    }),
  );
}

/** Months in which nothing but what was back-loaded is known of an authority, from 0. */
export const monthsBackLoaded = (
  { months }: FosteringScope,
  { authority, since }: HouseholdSight,
  { events }: PeriodRow,
): ReadonlySet<number> =>
  new Set(
    events
      .filter(
        ({ key, month }) =>
          key === authority.code && (since === null || `${months[month]}-01` >= since),
      )
      .map(({ month }) => month),
  );
