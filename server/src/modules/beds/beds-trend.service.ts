import type { PlaceCountsThen } from '@sufficiency/shared/beds/places.ts';
import type { TrendGrouping, TrendStep } from '@sufficiency/shared/beds/trend-input.ts';
import { trendDays, trendInput } from '@sufficiency/shared/beds/trend-input.ts';
import { badInput } from '@sufficiency/shared/errors.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { providerOf } from '../providers/register.service.ts';
import type { TrendColumns } from './beds-trend.ts';
import { columnsOf, daysSentence } from './beds-trend.ts';
import type { TrendRow } from './home-days.queries.ts';
import { trendRows } from './home-days.queries.ts';
import type { DaysSeen } from './home-days.service.ts';
import { readDaysSeen } from './home-days.service.ts';

/** One line of a trend. */
export interface TrendSeries extends TrendColumns {
  /** Code of the authority, kind of home, number of the provider; `ALL` for all together. */
  readonly key: string;
  readonly title: string;
}

/** How full homes were and what was free, step by step. Days are `YYYY-MM-DD`. */
export interface BedsTrend {
  readonly consortium: ConsortiumRecord;
  readonly from: string;
  readonly to: string;
  readonly step: TrendStep;
  /** First day of each step. */
  readonly starts: readonly string[];
  readonly series: readonly TrendSeries[];
  readonly notShown: readonly AuthorityRecord[];
  readonly shortBreakHomes: number;
  readonly synthetic: boolean;
  readonly sentence: string;
}

/**
 * How full homes were and what was free, step by step: means of what there was when each day ended. Of the homes that the
 * viewer sees but those for short breaks; nothing stands for those it does not see.
 *
 * @unit   places; percent, to one decimal.
 * @source homes as they were when each day ended (`home_day`).
 * @throws DomainError NOT_FOUND an unknown consortium, member or provider.
 * @throws DomainError BAD_USER_INPUT days that have not ended, or too many of them.
 */
export async function readBedsTrend(viewer: Viewer, raw: unknown): Promise<BedsTrend> {
  requirePermission(viewer.actor, 'beds:read');
  const { data, error } = trendInput.safeParse(raw);
  if (!data) {
    throw badInput(`${[...new Set(error.issues.map(({ message }) => message))].join('. ')}.`);
  }
  const days = trendDays(data, today(viewer.clock));
  if (typeof days === 'string') throw badInput(days);
  const by = data.by ?? 'AUTHORITY';
  const step = data.step ?? 'WEEK';
  const seen = await readDaysSeen(viewer, { ...data, ...days });
  const rows = await viewer.operation.rows<TrendRow>(trendRows(seen.wanted, { by, step }));
  const starts = [...new Set(rows.map(({ start }) => start))].sort();
  const series = await Promise.all(
    [...Map.groupBy(rows, ({ key }) => key)].map(async ([key, of]) => ({
      key: by === 'ALL' ? 'ALL' : key,
      title: await titleOf(viewer, seen, { by, key }),
      ...columnsOf(starts, of),
    })),
  );
  return {
    ...{ consortium: seen.consortium, notShown: seen.notShown, ...days, step, starts },
    series: series.sort((one, other) => one.title.localeCompare(other.title)),
    ...toldOf(seen, days, rows),
  };
}

/** What is said of an answer about some days as a whole. */
export function toldOf(
  { holders, notShown }: DaysSeen,
  days: { readonly from: string; readonly to: string },
  counts: readonly PlaceCountsThen[],
) {
  const sum = (of: (holder: DaysSeen['holders'][number]) => number) =>
    holders.reduce((total, holder) => total + of(holder), 0);
  const homes = sum((holder) => holder.homes);
  const shortBreakHomes = sum(({ shortBreaks }) => shortBreaks);
  const names = notShown.map(({ name }) => name);
  return {
    shortBreakHomes,
    synthetic: holders.some(({ synthetic }) => synthetic),
    sentence: daysSentence({
      ...{ homes, shortBreakHomes, ...days, notShown: names },
      openUnknown: counts.some(({ accepting }) => accepting === null),
    }),
  };
}

async function titleOf(
  viewer: Viewer,
  { authorities }: DaysSeen,
  { by, key }: { readonly by: TrendGrouping; readonly key: string },
): Promise<string> {
  if (by === 'ALL') return 'All homes you see';
  if (by === 'AUTHORITY') return authorities.find(({ code }) => code === key)?.name ?? key;
  if (by === 'TYPE') return provisionTitles[key as ProvisionType];
  const provider = key === '' ? null : await providerOf(viewer, Number(key));
  return provider?.providerName ?? 'No owner named';
}
