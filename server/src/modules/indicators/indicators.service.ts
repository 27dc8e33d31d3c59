import { badInput } from '@sufficiency/shared/errors.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { today } from '../../platform/clock.ts';
import type { Viewer } from '../access/viewer.ts';
import { publiclyKnown } from '../access/viewer.ts';
import { populationOf, searchText } from '../authorities/authorities.service.ts';
import type { Figure } from './figure.ts';
import type { IndicatorRecord, PeriodRecord, ReferenceSourceRecord } from './indicator-record.ts';
import { allIndicators, allPeriods, allSources } from './indicators.queries.ts';
import { populationFigure } from './population-figure.ts';

export type { ReferenceSourceRecord };

/** Every indicator's contract in force (its highest version) by its key, in the order of the catalogue. */
const catalogue = publiclyKnown(async (database) => {
  const inForce = new Map<string, IndicatorRecord>();
  for (const row of await database.publicRows<IndicatorRecord>(allIndicators)) {
    const known = inForce.get(row.key);
    if (!known || known.version < row.version) inForce.set(row.key, row);
  }
  return inForce;
});

/**
 * Indicators of a dataset, or whose title, key or definition contains every word of `search`.
 *
 * @throws DomainError BAD_USER_INPUT a dataset that does not exist, or a search over 200 characters.
 */
export async function listIndicators(
  viewer: Viewer,
  filter: { search?: string | null | undefined; dataset?: string | null | undefined },
): Promise<IndicatorRecord[]> {
  if (filter.dataset && !datasets.some((dataset) => dataset === filter.dataset)) {
    throw badInput(`There is no such dataset. The datasets are ${datasets.join(', ')}.`);
  }
  const words = searchText(filter.search).split(/\s+/);
  const all = [...(await catalogue(viewer)).values()];
  return all.filter((indicator) => {
    const text = `${indicator.title} ${indicator.key} ${indicator.definition}`.toLowerCase();
    return (
      (!filter.dataset || indicator.dataset === filter.dataset) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** The indicators of these keys, in the same order; null where there is none. */
export async function findIndicators(
  viewer: Viewer,
  keys: readonly string[],
): Promise<(IndicatorRecord | null)[]> {
  const known = await catalogue(viewer);
  // One that is not known may have been added a moment ago.
  const byKey = keys.every((key) => known.has(key)) ? known : await catalogue(viewer, 'fresh');
  return keys.map((key) => byKey.get(key) ?? null);
}

const periods = publiclyKnown(async (database) => {
  const rows = await database.publicRows<PeriodRecord & { indicatorId: number }>(allPeriods);
  return Map.groupBy(rows, ({ indicatorId }) => indicatorId);
});

/**
 * Periods for which the platform has any figure of an indicator, oldest first. Of one that returns say, every month that
 * has ended: which months exist must not tell who has filed.
 */
export async function periodsOf(
  viewer: Viewer,
  indicator: IndicatorRecord,
): Promise<PeriodRecord[]> {
  const known = (await periods(viewer)).get(indicator.id) ?? [];
  const day = today(viewer.clock);
  return indicator.collected ? known.filter(({ endsOn }) => endsOn < day) : known;
}

const sources = publiclyKnown(async (database) => {
  const rows = await database.publicRows<ReferenceSourceRecord>(allSources);
  return new Map(rows.map((row) => [row.id, row]));
});

/** The files that public figures came from, by id. */
export const listSources = (viewer: Viewer): Promise<ReadonlyMap<number, ReferenceSourceRecord>> =>
  sources(viewer);

/** The file a public figure came from. */
export async function sourceOf(
  viewer: Viewer,
  sourceId: number,
): Promise<ReferenceSourceRecord | null> {
  const known = (await sources(viewer)).get(sourceId);
  // A vintage that was loaded a moment ago brings figures of a file that is not known yet.
  return known ?? (await sources(viewer, 'fresh')).get(sourceId) ?? null;
}

/**
 * Children who live in an area, newest estimate; null where there is none, or this actor may not see it.
 *
 * @unit   children aged 0 to 17.
 * @source ONS mid-year population estimates.
 */
export async function readPopulation(viewer: Viewer, areaCode: string): Promise<Figure | null> {
  return populationFigure(await populationOf(viewer, areaCode));
}
