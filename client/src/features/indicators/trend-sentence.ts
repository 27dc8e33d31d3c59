import { figureFormat } from './chart-lines.ts';
import type { ComparedRow, Subject } from './comparison-model.ts';

/**
 * How figures went over the periods of a trend, in one sentence: first and last known figure of the
 * chosen authority, then of what it is held against.
 */
export function trendSentence(row: ComparedRow, subjects: readonly Subject[]): string {
  const format = figureFormat(row);
  const parts = subjects.flatMap(({ id, name }, index) => {
    const known = (row.series.get(id) ?? []).flatMap(({ period, value }) =>
      value === null ? [] : [{ period, value }],
    );
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return [];
    if (first === last) return [`${name} was at ${format(last.value)} in ${last.period}`];
    const verb = movement(last.value - first.value);
    return index === 0
      ? [
          `${name} ${verb} from ${format(first.value)} in ${first.period} to ${format(last.value)} in ${last.period}`,
        ]
      : [`${name} ${verb} from ${format(first.value)} to ${format(last.value)}`];
  });
  return parts.length === 0 ? 'No figure is available in these periods.' : `${parts.join('; ')}.`;
}

function movement(change: number): string {
  if (change === 0) return 'went';
  return change > 0 ? 'rose' : 'fell';
}
