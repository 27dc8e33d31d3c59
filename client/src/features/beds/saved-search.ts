import { leastNotice } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { todayInLondon } from '../indicators/london-day.ts';
import type { VacancyAsked } from './vacancy-address.ts';
import { vacancyAsked } from './vacancy-address.ts';
import type { SavedSearch } from './vacancy-queries.ts';

/** The youngest of each band: a saved search knows no age. */
const youngest = {
  UNDER_10: '9',
  FROM_10_TO_12: '10',
  FROM_13_TO_15: '13',
  FROM_16_TO_17: '16',
} as const;

/** A saved search as the form holds it, as if it was made on a day: `YYYY-MM-DD`. */
export function savedAsked(
  { criteria }: SavedSearch,
  today: string = todayInLondon(),
): VacancyAsked {
  const [type = ''] = criteria.placementTypes;
  return {
    ...vacancyAsked(new URLSearchParams()),
    type,
    age: criteria.ageBand === null ? '' : youngest[criteria.ageBand],
    gender: criteria.gender ?? '',
    // What was saved before says no number.
    children: criteria.siblings ? String(criteria.children ?? 2) : '',
    from: criteria.notice === null ? '' : daysAfter(today, leastNotice[criteria.notice]),
    needs: criteria.needs,
    solo: criteria.solo,
    emergency: criteria.emergency,
    education: criteria.education,
    near: criteria.near?.code ?? '',
  };
}

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
