import { releaseTitle } from '@sufficiency/shared/disclosure/release-name.ts';
import { notFound } from '@sufficiency/shared/errors.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { readTables } from '../disclosure/release-tables.service.ts';
import { findRelease } from '../disclosure/releases.service.ts';
import type { Comparison } from '../indicators/comparison.service.ts';
import { checkedComparisonInput, readComparison } from '../indicators/comparison.service.ts';
import { listSources } from '../indicators/indicators.service.ts';
import {
  comparisonColumns,
  comparisonNotes,
  comparisonRows,
  comparisonTitle,
} from './comparison-sheet.ts';
import { releaseColumns, releaseNotes, releaseRows } from './release-sheet.ts';
import type { Sheet, SheetKind } from './sheet-file.ts';

/**
 * A comparison as a sheet: the same figures, under the same locks, as the page shows. The log tells of it before it
 * leaves.
 *
 * @throws DomainError as `readComparison`.
 */
export async function exportComparison(
  viewer: Viewer,
  raw: unknown,
  file: SheetKind,
): Promise<Sheet> {
  requirePermission(viewer.actor, 'comparison:export');
  const input = checkedComparisonInput(viewer, raw);

  const comparison = await readComparison(viewer, input);
  const consortium = await findConsortium(viewer, input.consortium);
  const sources = await listSources(viewer);

  noteOwn(viewer, {
    type: 'comparison.exported',
    details: {
      file,
      consortium: input.consortium,
      indicators: input.indicators,
      authorities: (input.authorities ?? []).filter((code) => code !== null),
      periods: [input.period ?? []].flat(),
    },
  });
  const chosen = input.authorities ? namesOf(comparison) : consortium?.name;
  const title = comparisonTitle(comparison, chosen ?? input.consortium);
  return {
    name: 'Comparison',
    title,
    columns: comparisonColumns,
    rows: comparisonRows(comparison, sources, title),
    notes: comparisonNotes(comparison, viewer.clock.now()),
  };
}

/**
 * A release as a sheet: what of it the viewer may read, as its page shows it. The log tells of it before it leaves.
 *
 * @throws DomainError NOT_FOUND there is none that the viewer may read, or it has no figures, or no longer.
 */
export async function exportRelease(viewer: Viewer, key: string, file: SheetKind): Promise<Sheet> {
  requirePermission(viewer.actor, 'comparison:export');
  const release = await findRelease(viewer, { key });
  const tables = release ? await readTables(viewer, release, null) : [];
  if (!release || tables.length === 0) throw notFound('release', key);
  const { consortiumCode, dataset, period, audience, id } = release;
  noteOwn(viewer, {
    type: 'figures.exported',
    details: { file, consortium: consortiumCode, dataset, periods: [period], audience, id },
  });
  const consortium = await findConsortium(viewer, consortiumCode);
  const title = releaseTitle({ ...release, consortium: consortium?.name ?? consortiumCode });
  return {
    name: 'Release',
    title,
    columns: releaseColumns,
    rows: releaseRows(release, tables, key),
    notes: releaseNotes(release, { title, key, exportedAt: viewer.clock.now() }),
  };
}

/** More than this are told as a number. */
const mostNames = 4;
const inWords = new Intl.ListFormat('en-GB');

/** The authorities of a comparison, for its title. */
function namesOf({ rows }: Comparison): string {
  const cells = rows[0]?.cells ?? [];
  const names = [...new Set(cells.flatMap(({ code, subject }) => (code ? [subject] : [])))];
  return names.length > mostNames ? `${names.length} authorities` : inWords.format(names);
}
