import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { ComparedRow, Subject } from './comparison-model.ts';
import { nameInSentence } from './comparison-model.ts';
import { figureFormat } from './figure-format.ts';

/** First and last known figure of a series. */
interface Ends {
  readonly first: { readonly period: string; readonly value: number };
  readonly last: { readonly period: string; readonly value: number };
}

/**
 * How figures went over the periods of a trend, in one sentence: first and last known figure of the
 * chosen authority, then of what it is held against.
 */
export function trendSentence(row: ComparedRow, subjects: readonly Subject[]): string {
  const known = subjects.flatMap((subject) => {
    const ends = seriesEnds(row, subject);
    return ends === null ? [] : [{ subject, ends }];
  });
  const parts = known.map(({ subject, ends }, index) => {
    const name = index === 0 ? subject.name : nameInSentence(subject);
    // Periods are said once, and again for whatever has others.
    const before = index === 0 ? undefined : known[0]?.ends;
    return `${name} ${movement(ends, before, figureFormat(row))}`;
  });
  return parts.length === 0 ? 'No figure is available in these periods.' : `${parts.join('; ')}.`;
}

function seriesEnds(row: ComparedRow, { id }: Subject): Ends | null {
  const known = (row.series.get(id) ?? []).flatMap(({ period, value }) =>
    value === null ? [] : [{ period, value }],
  );
  const [first, last] = [known[0], known.at(-1)];
  return first && last ? { first, last } : null;
}

function movement(
  { first, last }: Ends,
  said: Ends | undefined,
  format: (value: number) => string,
): string {
  const isSaid = said?.first.period === first.period && said.last.period === last.period;
  const when = (period: string) => (isSaid ? '' : ` in ${periodInWords(period)}`);

  if (first.period === last.period)
    return `was at ${format(last.value)} in ${periodInWords(last.period)}`;
  if (format(first.value) === format(last.value)) {
    return `was at ${format(last.value)} both in ${periodInWords(first.period)} and in ${periodInWords(last.period)}`;
  }
  const verb = last.value > first.value ? 'rose' : 'fell';
  return `${verb} from ${format(first.value)}${when(first.period)} to ${format(last.value)}${when(last.period)}`;
}
