import { isDay } from '../indicators/london-day.ts';

/** Which frameworks the list shows. */
export interface FrameworksFilter {
  /** Code of what it buys; null for any. */
  readonly service: string | null;
  /** Only those in force on this day, `YYYY-MM-DD`; null for all there are. */
  readonly on: string | null;
  /** Those of other authorities too, not the consortium’s alone. */
  readonly everywhere: boolean;
}

/** Reads the list’s state from an address; the day is today unless it says another, or `any`. */
export function frameworksFilter(address: URLSearchParams, today: string): FrameworksFilter {
  const on = address.get('on') ?? today;
  return {
    service: address.get('service') || null,
    on: isDay(on) ? on : null,
    everywhere: address.get('of') === 'all',
  };
}

/** Writes it. */
export function frameworksSearch({ service, on, everywhere }: FrameworksFilter): URLSearchParams {
  const search = new URLSearchParams();
  if (service !== null) search.set('service', service);
  search.set('on', on ?? 'any');
  if (everywhere) search.set('of', 'all');
  return search;
}
