import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { Comparison } from '../indicators/comparison.service.ts';
import { checkedComparisonInput, readComparison } from '../indicators/comparison.service.ts';
import { listSources } from '../indicators/indicators.service.ts';
import type { ComparisonSheet } from './comparison-file.ts';
import { comparisonNotes, comparisonRows, comparisonTitle } from './comparison-sheet.ts';

/**
 * A comparison as a sheet: the same figures, under the same locks, as the page shows. The log tells of it before it
 * leaves.
 *
 * @throws DomainError as `readComparison`.
 */
export async function exportComparison(
  viewer: Viewer,
  raw: unknown,
  file: 'csv' | 'xlsx',
): Promise<ComparisonSheet> {
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
    title,
    rows: comparisonRows(comparison, sources, title),
    notes: comparisonNotes(comparison, viewer.clock.now()),
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
