import { badInput } from '@sufficiency/shared/errors.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { searchText } from '../authorities/authorities.service.ts';
import type { IndicatorRecord, PeriodRecord, ReferenceSourceRecord } from './indicator-record.ts';

/** Every indicator's contract in force (its highest version), in the order of the catalogue. */
const catalogue = oncePerOperation(async ({ db }): Promise<IndicatorRecord[]> => {
  const rows = await db.indicator.findMany({ orderBy: [{ id: 'asc' }] });
  const inForce = new Map<string, IndicatorRecord>();
  for (const row of rows) {
    const known = inForce.get(row.key);
    if (!known || known.version < row.version) inForce.set(row.key, row);
  }
  return [...inForce.values()];
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
  const all = await catalogue(viewer);
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
  const byKey = new Map((await catalogue(viewer)).map((indicator) => [indicator.key, indicator]));
  return keys.map((key) => byKey.get(key) ?? null);
}

const periods = oncePerOperation(async ({ db }) => {
  const rows = await db.indicatorPeriod.findMany({ orderBy: { endsOn: 'asc' } });
  return Map.groupBy(rows, ({ indicatorId }) => indicatorId);
});

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Periods for which the platform has any figure of an indicator, oldest first. */
export async function periodsOf(
  viewer: Viewer,
  indicator: IndicatorRecord,
): Promise<PeriodRecord[]> {
  const rows = (await periods(viewer)).get(indicator.id) ?? [];
  return rows.map(({ label, startsOn, endsOn }) => ({
    label,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
  }));
}

/** The files that public figures came from, by id. */
export const listSources = oncePerOperation(
  async ({ db }): Promise<ReadonlyMap<number, ReferenceSourceRecord>> => {
    const rows = await db.referenceSource.findMany();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** The file a public figure came from. */
export async function sourceOf(
  viewer: Viewer,
  sourceId: number,
): Promise<ReferenceSourceRecord | null> {
  return (await listSources(viewer)).get(sourceId) ?? null;
}
