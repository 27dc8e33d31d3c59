import { isInAudience, wholeConsortium } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReleaseRecord } from './release-record.ts';
import type { ReadableAreas } from './release-sight.service.ts';
import { readableAreas, shownReleases } from './release-sight.service.ts';
import type { ReadableArea, ReleasedCellRow, StandingRelease } from './released-cells.queries.ts';
import { releasedCells, standingReleases } from './released-cells.queries.ts';
import { ReleasedCells } from './released-cells.ts';
import { releasedFigure } from './released-figure.ts';

export type { ReleasedCell } from './released-cells.ts';
export type { ReleasedCells };

/** Which released figures are wanted. */
interface ReleasedWanted {
  readonly indicators: readonly { readonly id: number; readonly dataset: string }[];
  /** GSS codes of the authorities asked for. */
  readonly authorities: readonly string[];
  /** Code of the consortium whose own figures are asked for; null where they are not. */
  readonly consortium: string | null;
  /** A label, or null for the latest. */
  readonly label: string | null;
  /** How many periods back, the named one included. */
  readonly periods: number;
  readonly asAt: Date | null;
}

interface Readable extends ReadableAreas {
  readonly release: ReleaseRecord;
  /** Last day of its month, `YYYY-MM-DD`. */
  readonly endsOn: string;
  /** Those of its areas that are wanted. */
  readonly wanted: readonly string[];
}

/** How many months without a value are looked through for the latest. Unit: months. */
const monthsWithout = 3;

/**
 * Figures of audited, frozen releases that this viewer may read: of each area and period those of the newest release,
 * or of the one that was the newest at an instant. Sight is as of now.
 *
 * @source `release_cell`, which nothing enters without a certificate that holds.
 */
export async function readReleasedCells(
  viewer: Viewer,
  wanted: ReleasedWanted,
): Promise<ReleasedCells> {
  const cells = new ReleasedCells((await shownReleases(viewer)).shown);
  const readable = await readableReleases(viewer, wanted);
  const months = [...new Set(readable.map(({ endsOn }) => endsOn))].sort().reverse();
  const inMonths = (these: readonly string[]) =>
    newestOfEach(readable.filter(({ endsOn }) => these.includes(endsOn)));
  await addFrom(viewer, inMonths(months.slice(0, wanted.periods)), { cells, wanted });
  // Further back only where the newest month says nothing: what is the latest then?
  if (wanted.label === null && wanted.indicators.some(({ id }) => cells.latest(id) !== months[0])) {
    await addFrom(viewer, inMonths(months.slice(wanted.periods)), { cells, wanted });
  }
  return cells;
}

/** Each authority's figures are in the newest release alone; the consortium's may be missing there, and in an older one. */
function newestOfEach(readable: readonly Readable[]): Readable[] {
  const known = new Set<string>();
  const isNewest = ({ release, endsOn }: Readable, area: string) => {
    const key = `${release.dataset} ${area} ${endsOn}`;
    return area === wholeConsortium || (!known.has(key) && known.add(key));
  };
  return readable.map((each) => ({
    ...each,
    wanted: each.wanted.filter((area) => isNewest(each, area)),
  }));
}

/** Reads the figures of releases, the newest first, and adds them. */
async function addFrom(
  viewer: Viewer,
  readable: readonly Readable[],
  { cells, wanted }: { readonly cells: ReleasedCells; readonly wanted: ReleasedWanted },
): Promise<void> {
  const areas = readable.flatMap(areasToRead);
  if (areas.length === 0) return;
  const rows = await viewer.operation.rows<ReleasedCellRow>(
    releasedCells(
      wanted.indicators.map(({ id }) => id),
      areas,
    ),
  );
  const byRelease = Map.groupBy(rows, (row) => row.release_id);
  for (const each of readable) {
    const found = Map.groupBy(byRelease.get(each.release.id) ?? [], ({ area }) => area);
    for (const [area, ofArea] of found) addArea(cells, area, ofArea, each);
  }
}

const areasToRead = ({ release, wanted, endsOn }: Readable): ReadableArea[] =>
  wanted.map((area) => ({ tenantId: release.tenantId, releaseId: release.id, area, endsOn }));

/** Adds the figures of one area of a release. */
function addArea(
  cells: ReleasedCells,
  area: string,
  rows: readonly ReleasedCellRow[],
  { release, authorities, endsOn }: Readable,
): void {
  const about = area === wholeConsortium ? release.contributors : [area];
  const shown = about.flatMap((code) => {
    const seen = authorities.get(code);
    return seen === undefined || seen === 'own' ? [] : [seen];
  });
  for (const row of rows) {
    const place = { indicatorId: row.indicator_id, area, endsOn };
    cells.add(place, { figure: releasedFigure(row), release, shown });
    if (area !== wholeConsortium && row.value !== null) cells.noteValue(place);
  }
}

/** Releases with an area that is wanted and may be read, newest first. */
async function readableReleases(viewer: Viewer, wanted: ReleasedWanted): Promise<Readable[]> {
  if (!viewer.actor.permissions.has('release:read')) return [];
  const sight = await shownReleases(viewer);
  const rows = await viewer.operation.rows<StandingRelease>(
    standingReleases({
      datasets: [...new Set(wanted.indicators.map(({ dataset }) => dataset))],
      label: wanted.label,
      months: wanted.periods + (wanted.label === null ? monthsWithout : 0),
      asAt: wanted.asAt,
    }),
  );
  const releases = rows
    .filter((release) => isInAudience(viewer.actor, release, sight))
    .map((release): ReleaseRecord => ({ ...release, progress: null }));
  const found = await Promise.all(
    releases.map(async (release) => {
      const seen = await readableAreas(viewer, release);
      const areas = seen.areas.filter((area) =>
        area === wholeConsortium
          ? release.consortiumCode === wanted.consortium
          : wanted.authorities.includes(area),
      );
      const endsOn = release.periodEnd.toISOString().slice(0, 10);
      return { ...seen, release, wanted: areas, endsOn };
    }),
  );
  return found.filter((each) => each.wanted.length > 0);
}
