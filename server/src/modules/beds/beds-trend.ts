import { occupanciesOf } from '@sufficiency/shared/beds/occupancy.ts';
import type { PlaceCountsThen } from '@sufficiency/shared/beds/places.ts';
import { dayInWords } from '@sufficiency/shared/days.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { TrendRow } from './home-days.queries.ts';

/** A number for each step of a trend; null where nothing is known. */
export type Column = readonly (number | null)[];

/** One line of a trend. */
export interface TrendColumns {
  readonly homes: Column;
  /** Means of a day. Unit: places. */
  readonly registered: Column;
  readonly operational: Column;
  readonly usable: Column;
  readonly occupied: Column;
  readonly reserved: Column;
  readonly accepting: Column;
  readonly closed: Column;
  readonly closedLost: Column;
  /** Unit: percent. */
  readonly ofRegistered: Column;
  readonly ofOperational: Column;
  readonly ofUsable: Column;
  /** Homes whose states were fresh when the day ended. Unit: percent. */
  readonly fresh: Column;
}

const tenths = (value: number | null | undefined) => (value == null ? null : roundTo(value, 1));

/** The rows of one group as columns, in the order of the steps: a step without a row is a gap. */
export function columnsOf(starts: readonly string[], rows: readonly TrendRow[]): TrendColumns {
  const byStart = new Map(rows.map((row) => [row.start, row]));
  const column = (of: (row: TrendRow) => number | null | undefined): Column =>
    starts.map((start) => {
      const row = byStart.get(start);
      return row ? tenths(of(row)) : null;
    });
  const places = (name: keyof PlaceCountsThen) => column((row) => row[name]);
  const share = (nth: number) => column((row) => occupanciesOf(row)[nth]?.percent);
  return {
    homes: column(({ homes }) => homes),
    registered: places('registered'),
    operational: places('operational'),
    usable: places('usable'),
    occupied: places('occupied'),
    reserved: places('reserved'),
    accepting: places('accepting'),
    closed: places('closed'),
    closedLost: places('closedLost'),
    ofRegistered: share(0),
    ofOperational: share(1),
    ofUsable: share(2),
    fresh: column(({ fresh }) => fresh),
  };
}

/** What an answer about days that are over is of. */
interface Told {
  readonly homes: number;
  readonly shortBreakHomes: number;
  readonly from: string;
  readonly to: string;
  /** Names of authorities none of whose homes is seen. */
  readonly notShown: readonly string[];
  /** True where it is unknown of some day what could have been offered to the viewer. */
  readonly openUnknown: boolean;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What an answer is of, and what is not in it. */
export function daysSentence(told: Told): string {
  const { homes, shortBreakHomes, from, to, notShown, openUnknown } = told;
  const days =
    from === to ? `on ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(to)}`;
  const counted = homes - shortBreakHomes;
  return [
    counted === 0
      ? `No home that you see has places ${days}.`
      : `${many(counted, 'home', 'homes')} ${days}.`,
    ...(shortBreakHomes > 0
      ? [
          `${many(shortBreakHomes, 'more home gives', 'more homes give')} short breaks: nights are counted there, not places.`,
        ]
      : []),
    ...(notShown.length > 0 ? [`You see no home in ${notShown.join(', ')}.`] : []),
    ...(openUnknown
      ? [
          'Of some days it was not kept which vacant places were for somebody’s block: how many were accepting is not available there.',
        ]
      : []),
  ].join(' ');
}
