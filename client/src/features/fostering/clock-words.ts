import type { ClockMeasure, FosteringClock, FosteringClocks } from './clocks-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, seenParts, shareText } from './funnel-words.ts';

type ClockNames = Pick<FosteringClock, 'from' | 'to'>;
type ClockLimit = Pick<FosteringClock, 'limit' | 'unit'>;

/** Which clock an address names: its two stages. */
export const clockKey = ({ from, to }: ClockNames): string =>
  `${from.code}.${to.code}`.toLowerCase();

/** “Enquiry received to first response”. */
export const clockTitle = ({ from, to }: ClockNames): string =>
  `${from.title} to ${to.title.toLowerCase()}`;

/** What a clock shows in days or working days; months are counted in days. */
const unitOf = (unit: FosteringClock['unit'], count: number): string => {
  const days = unit === 'WORKING_DAYS' ? 'working day' : 'day';
  return count === 1 ? days : `${days}s`;
};

/** A time as a person reads it, or “–” where there is none. */
export const timeText = (time: number | null, { unit }: ClockLimit): string =>
  time === null ? '–' : `${Number(time.toFixed(1))} ${unitOf(unit, time)}`;

/** The limit as it was set: “1 working day”, “6 months”; null where nobody set one. */
export function limitText({ limit, unit }: ClockLimit): string | null {
  if (limit === null) return null;
  if (unit === 'MONTHS') return `${limit} ${limit === 1 ? 'month' : 'months'}`;
  return `${limit} ${unitOf(unit, limit)}`;
}

/** By when half or nine in ten get there; “not reached” where the curve has not come so far. */
export const curveText = (time: number | null, clock: FosteringClock): string =>
  time === null ? 'not reached' : timeText(time, clock);

/** What is seen of a clock: all together first, where all is seen. */
export const clockParts = ({ total, rows }: FosteringClock): readonly ShownPart<ClockMeasure>[] =>
  seenParts(
    total,
    rows.map(({ group, measure }) => ({ group, part: measure })),
  );

/** The clock an address names, else the one from enquiry to approval, else the first. */
export const chosenClock = (
  { clocks }: FosteringClocks,
  key: string | null,
): FosteringClock | undefined =>
  clocks.find((clock) => clockKey(clock) === key) ??
  clocks.find(({ from, to }) => from.code === 'RECEIVED' && to.code === 'APPROVAL') ??
  clocks[0];

/** How long the chosen clock takes, in a sentence that is not flattered by those who were quick. */
export function clockSentence(
  clock: FosteringClock,
  shown: ShownPart<ClockMeasure> | null,
): string {
  const title = clockTitle(clock);
  if (!shown) return `${title}: households that are not yours to see have no clocks here.`;
  const { started, finished, median, curveMedian, open, onTimeShare } = shown.part;
  if (started === 0) return `${title}: no clock started in these months.`;
  const quick =
    finished === 0
      ? 'nobody has got there yet'
      : `half of the ${countText(finished)} who got there took up to ${timeText(median, clock)}`;
  const all = `counting the ${countText(open)} still on their way, half get there by ${curveText(curveMedian, clock)}`;
  const limit = limitText(clock);
  const kept =
    limit === null || onTimeShare === null
      ? ''
      : ` Within ${limit}: ${shareText(onTimeShare)} of those of whom it is settled.`;
  return `${title}, ${shown.title}: ${quick}; ${curveMedian === null ? `counting the ${countText(open)} still on their way, half have not got there yet` : all}.${kept}`;
}
