import { writtenMonth } from '../returns/return-months.ts';
import type { PublishedSeries, PublishedYear } from './published-query.ts';

/** What the paper prints of a year, in a word or a figure: its months added up, or x. */
export const totalText = ({ recomputed }: PublishedYear['enquiries']): string =>
  recomputed === null ? 'x' : String(recomputed);

/** Whether the printed total is what its months add up to. */
export function agreement({ printed, recomputed, agrees }: PublishedYear['enquiries']): string {
  if (printed === null) return 'no total printed';
  return agrees ? 'as printed' : `printed as ${printed}; its months add up to ${recomputed}`;
}

/** A part-year beside the same months of the year before, and never beside the whole of it. */
export function likeForLikeSentence(year: PublishedYear): string | null {
  const { likeForLike } = year.starters;
  if (year.stopsAfter === null || !likeForLike) return null;
  const { value, before, months, wholeYearBefore } = likeForLike;
  const [first = year.stopsAfter] = months;
  const span = `${writtenMonth(first)} to ${writtenMonth(year.stopsAfter)}`;
  return `${year.year} stops after ${writtenMonth(year.stopsAfter)}. From ${span}, ${value} households began to foster; in the same months a year before it was ${before ?? 'x'}. The whole year before (${wholeYearBefore ?? 'x'}) is no comparison for a part of one.`;
}

/** What a series shows, in a sentence. */
export function seriesSentence({ authority, years }: PublishedSeries): string {
  const whole = years.filter(({ stopsAfter }) => stopsAfter === null);
  const most = whole.toSorted(
    (one, other) => (other.enquiries.recomputed ?? 0) - (one.enquiries.recomputed ?? 0),
  )[0];
  const last = whole.at(-1);
  if (!(most && last)) return `${authority.name} prints no whole year.`;
  return `${authority.name} had ${totalText(most.enquiries)} enquiries in ${most.year}, its most, and ${totalText(last.enquiries)} in ${last.year}; ${totalText(most.starters)} and ${totalText(last.starters)} households began to foster in those years.`;
}
