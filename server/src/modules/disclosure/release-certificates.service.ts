import type { Viewer } from '../access/viewer.ts';
import type { CertificateRecord, CertifiedAttacker, ReleaseRecord } from './release-record.ts';
import { readableAreas } from './release-sight.service.ts';
import type { CellCounts } from './release-tables.queries.ts';
import { cellCountsOf } from './release-tables.queries.ts';

/**
 * What an audit proved of a release that the viewer may read; null until it is audited. Whom it was audited against, and how
 * much of all of it is kept back, is for those who work on it: others are told of the figures that they may read.
 */
export async function certificateOf(
  viewer: Viewer,
  release: ReleaseRecord,
): Promise<CertificateRecord | null> {
  const { tenantId, id } = release;
  const row = await viewer.db.releaseCertificate.findFirst({ where: { tenantId, releaseId: id } });
  if (!row) return null;
  const { organisationId, permissions } = viewer.actor;
  if (tenantId === organisationId && permissions.has('release:build')) {
    return { ...row, attackers: row.attackers as unknown as readonly CertifiedAttacker[] };
  }
  const { areas } = await readableAreas(viewer, release);
  const [counts] = await viewer.operation.rows<CellCounts>(cellCountsOf(release, areas));
  const read = counts ?? { cells: 0, published: 0, suppressed: 0 };
  const narrowestInterval = read.suppressed === 0 ? null : row.narrowestInterval;
  return { ...row, ...read, narrowestInterval, attackers: [] };
}
