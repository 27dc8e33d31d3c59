import { isInAudience } from '../access/release-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import type { ReleaseRecord } from './release-record.ts';
import type { ReadableAreas } from './release-sight.service.ts';
import { readableAreas, shownReleases } from './release-sight.service.ts';
import type { StandingRelease } from './released-cells.queries.ts';
import { standingReleases } from './released-cells.queries.ts';
import type { ReleasedCell } from './released-cells.ts';
import type { ReleasedFeeRow } from './released-fees.queries.ts';
import { releasedFees } from './released-fees.queries.ts';
import { releasedFigure } from './released-figure.ts';

/** How far back a fee is looked for. Unit: months that have releases. */
const monthsBack = 24;

/**
 * The newest mean fee of each lot over all members that a consortium's releases in force tell the viewer, by the lot's id.
 * The log is told.
 *
 * @unit   GBP a week and placement.
 * @source `release_cell`, which nothing enters without a certificate that holds.
 */
export async function readReleasedFees(
  viewer: Viewer,
  consortium: string,
): Promise<ReadonlyMap<string, ReleasedCell>> {
  const fees = new Map<string, ReleasedCell>();
  const readable = await releasesOfAll(viewer, consortium);
  if (readable.length === 0) return fees;
  const rows = await viewer.operation.rows<ReleasedFeeRow>(
    releasedFees(readable.map(({ release }) => release)),
  );
  for (const { release, seen } of readable) {
    const news = rows.filter(({ releaseId, lot }) => releaseId === release.id && !fees.has(lot));
    const shown = [...seen.authorities.values()].filter((sight) => sight !== 'own');
    for (const { lot, value } of news) {
      fees.set(lot, { figure: releasedFigure({ value, symbol: null }), release, shown });
    }
    if (news.length > 0) noteFees(viewer, release, seen);
  }
  return fees;
}

interface ReadableRelease {
  readonly release: ReleaseRecord;
  readonly seen: ReadableAreas;
}

/** Releases of costs of which the viewer may read what is of all members together, of the newest month first. */
async function releasesOfAll(viewer: Viewer, consortium: string): Promise<ReadableRelease[]> {
  if (!viewer.actor.permissions.has('release:read')) return [];
  const standing = await viewer.operation.rows<StandingRelease>(
    standingReleases({ datasets: ['costs'], label: null, months: monthsBack, asAt: null }),
  );
  const sight = await shownReleases(viewer);
  const readable: ReadableRelease[] = [];
  for (const row of standing.toSorted((one, other) => other.period.localeCompare(one.period))) {
    const release = { ...row, progress: null };
    if (row.consortiumCode !== consortium || !isInAudience(viewer.actor, release, sight)) continue;
    const seen = await readableAreas(viewer, release);
    if (seen.whole) readable.push({ release, seen });
  }
  return readable;
}

function noteFees(
  viewer: Viewer,
  { dataset, period }: ReleaseRecord,
  { authorities }: ReadableAreas,
): void {
  for (const [code, seen] of authorities) {
    if (seen === 'own') continue;
    noteRead(viewer, {
      tenantId: seen.tenantId,
      dataset,
      agreement: seen.agreement,
      authorities: [code],
      indicators: [],
      periods: [period],
    });
  }
}
