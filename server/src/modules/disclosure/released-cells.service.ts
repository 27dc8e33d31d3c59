import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { isInAudience, wholeConsortium } from '../access/release-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { Sight } from '../sharing/sight.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type { ReleaseRecord } from './release-record.ts';
import type { ReadableAreas } from './release-sight.service.ts';
import { readableAreas, shownReleases } from './release-sight.service.ts';
import type { ReadableArea, ReleasedAreaRow, StandingRelease } from './released-cells.queries.ts';
import { releasedCells, standingReleases } from './released-cells.queries.ts';
import type { ReleasedCell } from './released-cells.ts';
import { ReleasedCells } from './released-cells.ts';
import { releasedFigure } from './released-figure.ts';

export type { ReleasedCell, ReleasedCells };

/** Which released figures are wanted. */
interface ReleasedWanted {
  readonly indicators: readonly { readonly id: number; readonly dataset: string }[];
  /** GSS codes of the authorities asked for. */
  readonly authorities: readonly string[];
  /** The consortium whose own figures are asked for; null where they are not. */
  readonly consortium: ConsortiumRecord | null;
  /** A label, or null for the latest. */
  readonly label: string | null;
  /** How many periods back, the named one included. */
  readonly periods: number;
  readonly asAt: Date | null;
}

/** Releases in which a viewer may look for figures. */
interface FoundReleases {
  /** Last day of the newest month of each dataset with figures of authorities, `YYYY-MM-DD`. */
  readonly newest: ReadonlyMap<string, string>;
  /** Reads the figures: of each area and period those of the newest release. */
  readonly read: () => Promise<ReleasedCells>;
}

/** An area of a release that is wanted, and what shows each authority it is about; one's own are not among them. */
interface WantedArea extends ReadableArea {
  readonly release: ReleaseRecord;
  readonly shown: readonly Sight[];
}

/** How many months without a value are looked through for the latest. Unit: months. */
const monthsWithout = 3;

/**
 * Audited, frozen releases with figures that this viewer may read and does not see exactly: those that stand now, or stood
 * at an instant. Sight is as of now.
 *
 * @source `release_cell`, which nothing enters without a certificate that holds.
 */
export async function findReleases(viewer: Viewer, wanted: ReleasedWanted): Promise<FoundReleases> {
  // Neither waits for the other: they travel in one trip.
  const [{ shown }, releases] = await Promise.all([
    shownReleases(viewer),
    standingOf(viewer, wanted),
  ]);
  const areas = await areasOf(viewer, releases, wanted);
  return {
    newest: newestOf(areas),
    read: () => readCells(viewer, areas, { wanted, cells: new ReleasedCells(shown) }),
  };
}

function newestOf(areas: readonly WantedArea[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { release, area, endsOn } of areas) {
    const before = newest.get(release.dataset) ?? '';
    if (area !== wholeConsortium && endsOn > before) newest.set(release.dataset, endsOn);
  }
  return newest;
}

async function readCells(
  viewer: Viewer,
  areas: readonly WantedArea[],
  { cells, wanted }: { readonly cells: ReleasedCells; readonly wanted: ReleasedWanted },
): Promise<ReleasedCells> {
  const months = [...new Set(areas.map(({ endsOn }) => endsOn))].sort().reverse();
  const inMonths = (these: readonly string[]) =>
    areas.filter(({ endsOn }) => these.includes(endsOn));
  const ids = wanted.indicators.map(({ id }) => id);
  await addFrom(viewer, { ids, areas: inMonths(months.slice(0, wanted.periods)), cells });
  // Further back only where the newest month says nothing: what is the latest then?
  const without = wanted.label === null ? ids.filter((id) => cells.latest(id) !== months[0]) : [];
  await addFrom(viewer, { ids: without, areas: inMonths(months.slice(wanted.periods)), cells });
  return cells;
}

/** Figures of indicators in areas, those of the newest releases first, and what they are added to. */
interface CellsToRead {
  readonly ids: readonly number[];
  readonly areas: readonly WantedArea[];
  readonly cells: ReleasedCells;
}

async function addFrom(viewer: Viewer, { ids, areas, cells }: CellsToRead): Promise<void> {
  if (ids.length === 0 || areas.length === 0) return;
  const rows = await viewer.operation.rows<ReleasedAreaRow>(releasedCells(ids, areas));
  for (const { nth, figures } of rows) {
    const of = areas[nth - 1];
    if (of) cells.add(of.area, of.endsOn, cellsIn(of, JSON.parse(figures)));
  }
}

/** Figures of an area by indicator, from the id of each and then its value or symbol. */
function cellsIn(
  { release, shown }: WantedArea,
  figures: readonly (number | DataSymbol)[],
): Map<number, ReleasedCell> {
  const cells = new Map<number, ReleasedCell>();
  for (let at = 0; at < figures.length; at += 2) {
    const found = figures[at + 1] ?? 'x';
    const figure =
      typeof found === 'number' ? { value: found, symbol: null } : { value: null, symbol: found };
    cells.set(Number(figures[at]), { figure: releasedFigure(figure), release, shown });
  }
  return cells;
}

/** Published releases of one's audience, newest first. */
async function standingOf(viewer: Viewer, wanted: ReleasedWanted): Promise<ReleaseRecord[]> {
  if (!viewer.actor.permissions.has('release:read')) return [];
  const [rows, sight] = await Promise.all([
    viewer.operation.rows<StandingRelease>(
      standingReleases({
        datasets: [...new Set(wanted.indicators.map(({ dataset }) => dataset))],
        label: wanted.label,
        months: wanted.periods + (wanted.label === null ? monthsWithout : 0),
        asAt: wanted.asAt,
      }),
    ),
    shownReleases(viewer),
  ]);
  return rows
    .filter((release) => isInAudience(viewer.actor, release, sight))
    .map((release) => ({ ...release, progress: null }));
}

/**
 * Areas that are wanted and may be read, of the newest releases first. Each authority's figures of a month are in its newest
 * release alone; the consortium's may be missing there, and in an older one.
 */
async function areasOf(
  viewer: Viewer,
  releases: readonly ReleaseRecord[],
  wanted: ReleasedWanted,
): Promise<WantedArea[]> {
  const exact = await readExactSight(viewer);
  const known = new Set<string>();
  const areas: WantedArea[] = [];
  for (const release of releases) {
    const { tenantId, id: releaseId, dataset, consortiumCode } = release;
    const endsOn = release.periodEnd.toISOString().slice(0, 10);
    const isExact = (code: string) => exact.of(code, dataset, endsOn) !== null;
    const isNew = (code: string) => known.size < known.add(`${code} ${dataset} ${endsOn}`).size;
    const seen = await readableAreas(viewer, release);
    const here = seen.areas.filter((area) =>
      area === wholeConsortium
        ? wanted.consortium?.code === consortiumCode &&
          !wanted.consortium.members.every(({ code }) => isExact(code))
        : wanted.authorities.includes(area) && !isExact(area) && isNew(area),
    );
    for (const area of here) {
      areas.push({
        tenantId,
        releaseId,
        area,
        endsOn,
        release,
        shown: shownOf(seen, release, area),
      });
    }
  }
  return areas;
}

function shownOf({ authorities }: ReadableAreas, release: ReleaseRecord, area: string): Sight[] {
  const about = area === wholeConsortium ? release.contributors : [area];
  return about.flatMap((code) => {
    const seen = authorities.get(code);
    return seen === undefined || seen === 'own' ? [] : [seen];
  });
}
