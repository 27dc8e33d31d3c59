import type { ForecastFacts } from './forecast.ts';
import { cohortDays } from './forecast.ts';
import type { Stay } from './passages.ts';
import { approval } from './passages.ts';

/** The whole way of a household, in days counted from anywhere. */
export interface Way {
  /** Stages in order, the first of them its enquiry. */
  readonly reached: readonly { readonly stage: string; readonly day: number }[];
  /** Null while it is on its way. */
  readonly end: { readonly day: number; readonly isApproved: boolean } | null;
  readonly backLoaded: boolean;
}

/** What a forecast is made from, of whole ways, as it was known on a day: nothing that came later. */
export function knownOn(
  ways: readonly Way[],
  day: number,
): Pick<ForecastFacts, 'open' | 'stays' | 'came'> {
  const known = ways.flatMap((way) => {
    const stays = staysOn(way, day);
    const [first] = way.reached;
    const last = stays.at(-1);
    return first && last ? [{ ...way, stays, last, daysAgo: day - first.day }] : [];
  });
  const followed = known.filter(({ backLoaded }) => !backLoaded);
  return {
    open: known
      .filter(({ last }) => last.next === 'OPEN')
      .map(({ last, daysAgo }) => ({
        ...{ stage: last.stage, age: last.days, households: 1 },
        cohort: Math.floor(daysAgo / cohortDays),
      })),
    stays: Map.groupBy(
      followed.flatMap(({ stays }) => stays),
      ({ stage }) => stage,
    ),
    came: followed.map(({ last, daysAgo }) => ({
      ...{ daysAgo, enquiries: 1, approved: last.next === approval ? 1 : 0 },
    })),
  };
}

function staysOn({ reached, end }: Way, day: number): (Stay & { readonly stage: string })[] {
  const known = reached.filter((one) => one.day <= day);
  const isOver = end !== null && end.day <= day;
  const ended = isOver && end.isApproved ? approval : 'LEFT';
  return known.map(({ stage, day: from }, nth) => {
    const next = known[nth + 1];
    const until = next?.day ?? (isOver ? end.day : day);
    return {
      ...{ stage, households: 1, days: Math.max(0, until - from) },
      next: next?.stage ?? (isOver ? ended : 'OPEN'),
    };
  });
}
