/** The stretch of time a figure speaks for. Days are written `2025-03-31`. */
export interface Period {
  /** As the publisher prints it: `2025`, `2024-25`. */
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A count on one day: 31 March of a year written `2025`. */
export function snapshotAt31March(year: string): Period {
  return { label: year, startsOn: `${year}-03-31`, endsOn: `${year}-03-31` };
}

/** The year from 1 April to 31 March, named by the year it ends in, written `2025`. */
export function yearEnding31March(year: string): Period {
  return { label: year, startsOn: `${Number(year) - 1}-04-01`, endsOn: `${year}-03-31` };
}

/** The financial year from 1 April to 31 March, written `2024-25`. */
export function financialYear(label: string): Period {
  const starts = Number(label.slice(0, 4));
  return { label, startsOn: `${starts}-04-01`, endsOn: `${starts + 1}-03-31` };
}

/** A calendar month, written `2026-09`. */
export function calendarMonth(label: string): Period {
  const [year = 0, month = 0] = label.split('-').map(Number);
  // Day 0 of the next month.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { label, startsOn: `${label}-01`, endsOn: `${label}-${last}` };
}

/** First month of the figures that members' returns say. */
export const firstCollectedMonth = '2024-04';

/** Every calendar month from one, written `2024-04`, to the one that a day is in, written `2026-11-22`. */
export function monthsFrom(first: string, day: string): string[] {
  const counted = (label: string) => Number(label.slice(0, 4)) * 12 + Number(label.slice(5, 7)) - 1;
  const start = counted(first);
  return Array.from({ length: Math.max(0, counted(day) - start + 1) }, (_, later) => {
    const month = start + later;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
