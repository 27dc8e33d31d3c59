import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import type { Trend, TrendSeries, Voids } from './history-queries.ts';

/** What of homes is shown over time. */
export interface Measure {
  readonly name:
    | 'ofUsable'
    | 'ofOperational'
    | 'ofRegistered'
    | 'accepting'
    | 'closedLost'
    | 'fresh';
  readonly title: string;
  readonly unit: 'percent' | 'places';
  /** What it says, and what it leaves out. */
  readonly explanation: string;
}

const usable: Measure = {
  name: 'ofUsable',
  title: 'Occupied of usable places',
  unit: 'percent',
  explanation: 'Of places where somebody could sleep that day: how full homes were.',
};

/** The three figures of occupancy, and what was free or lost. */
export const measures: readonly Measure[] = [
  usable,
  {
    name: 'ofOperational',
    title: 'Occupied of operational places',
    unit: 'percent',
    explanation: 'Of places that were open and staffed, usable that day or not.',
  },
  {
    name: 'ofRegistered',
    title: 'Occupied of registered places',
    unit: 'percent',
    explanation: 'Of all places on the certificates, open or not.',
  },
  {
    name: 'accepting',
    title: 'Vacant and accepting places',
    unit: 'places',
    explanation: 'What was free for somebody; what was kept for a block is among them.',
  },
  {
    name: 'closedLost',
    title: 'Places lost to matching and solo use',
    unit: 'places',
    explanation: 'Vacant, but closed so that those who live there are matched, or one lives alone.',
  },
  {
    name: 'fresh',
    title: 'Homes confirmed in time',
    unit: 'percent',
    explanation: 'Of homes, those whose places had been confirmed in time when the day ended.',
  },
];

/** The measure of a name; the first where there is none. */
export const measureOf = (name: string | null): Measure =>
  measures.find((one) => one.name === name) ?? usable;

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A value with its unit: “82.4%”, “11.3”. */
export const measured = (value: number | null, { unit }: Measure): string =>
  value === null ? 'not known' : `${number.format(value)}${unit === 'percent' ? '%' : ''}`;

/** A step’s first day as a person reads it, short: “23 Nov 26”, “Nov 26”. */
export function stepName(start: string, step: Trend['step']): string {
  return new Intl.DateTimeFormat('en-GB', {
    ...(step !== 'MONTH' && { day: 'numeric' }),
    ...{ month: 'short', year: '2-digit', timeZone: 'UTC' },
  }).format(new Date(`${start}T12:00:00Z`));
}

const mostLines = 4;

/** The lines that are drawn: at most four, the chosen one and those with most places. */
export function drawnSeries(
  series: readonly TrendSeries[],
  chosen: string,
): readonly TrendSeries[] {
  const size = ({ registered }: TrendSeries) => Math.max(0, ...registered.map((one) => one ?? 0));
  const isChosen = ({ key }: TrendSeries) => (key === chosen ? 1 : 0);
  return series
    .toSorted((one, other) => isChosen(other) - isChosen(one) || size(other) - size(one))
    .slice(0, mostLines);
}

/** How each of some lines went, in a sentence. */
export function trendSentence(series: readonly TrendSeries[], measure: Measure): string {
  const moves = series.flatMap((one) => {
    const known = one[measure.name].filter((value) => value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [`${one.title} from ${measured(first, measure)} to ${measured(last, measure)}`];
  });
  if (moves.length === 0) return 'Nothing is known of these days.';
  return `${measure.title}: ${moves.join('; ')}.`;
}

/** What of a year of days is to be said first: how it was on average, and its highest and lowest day. */
export function calendarSentence(
  days: readonly { readonly day: string; readonly value: number | null }[],
  of: { readonly whose: string; readonly measure: Measure },
): string {
  const known = days.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const ordered = known.toSorted((one, other) => one.value - other.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (!lowest || !highest) return `Nothing is known of these days of ${of.whose}.`;
  const mean = known.reduce((sum, { value }) => sum + value, 0) / known.length;
  const on = ({ day, value }: { readonly day: string; readonly value: number }) =>
    `${measured(value, of.measure)} on ${writtenDay(day)}`;
  return `${of.whose}: ${measured(mean, of.measure)} on a mean day; least ${on(lowest)}, most ${on(highest)}.`;
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

/** What was paid for empty beds; null where a price is not known. */
export const costWords = (cost: number | null): string =>
  cost === null ? 'not known' : pounds.format(cost);

/** What block beds were empty, before anything else. */
export function voidsSentence({ total, from, to }: Voids): string {
  const days = `from ${writtenDay(from)} to ${writtenDay(to)}`;
  if (total === null) return `Nothing is known of block beds of yours ${days}.`;
  const share = Math.round((100 * total.voidDays) / Math.max(1, total.bedDays));
  const cost = total.cost === null ? '' : `, for which ${costWords(total.cost)} was paid`;
  return `${counted(total.voidDays, 'bed day')} of ${counted(total.bedDays, 'bed day')} (${share}%) of your block contracts were empty ${days}${cost}.`;
}

/** All contracts of which something is known together, month by month; a cost is known where all of it is. */
export function monthlyVoids({ contracts }: Voids) {
  const months = Map.groupBy(
    contracts.flatMap((one) => one.months),
    ({ month }) => month,
  );
  return [...months]
    .map(([month, of]) => ({
      month,
      bedDays: of.reduce((sum, { bedDays }) => sum + bedDays, 0),
      voidDays: of.reduce((sum, { voidDays }) => sum + voidDays, 0),
      cost: of.some(({ cost }) => cost === null)
        ? null
        : of.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
    }))
    .toSorted((one, other) => one.month.localeCompare(other.month));
}
