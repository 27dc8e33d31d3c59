import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import type { ExactSight } from '../sharing/sight.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type { ReturnRecord } from './return-record.ts';
import { returnsById } from './returns.queries.ts';

export type { ReturnRecord };

type ReturnRow = ReturnRecord & { readonly tenantId: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The returns of these ids, in the same order; null where there is none that the viewer may see: its own, and others'
 * whose records an agreement shows.
 */
export async function findReturns(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(ReturnRecord | null)[]> {
  const sight = await readExactSight(viewer);
  const rows = await viewer.operation.rows<ReturnRow>(
    returnsById(
      ids.filter((id) => uuid.test(id)),
      viewer.actor.organisationId,
      sight.shown('RECORDS'),
    ),
  );
  for (const row of rows) noteReturn(viewer, sight, row);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** A return of another organisation is told to its log. */
function noteReturn(viewer: Viewer, sight: ExactSight, row: ReturnRow): void {
  const { authorityCode, dataset, period, tenantId } = row;
  const seen = sight.of(authorityCode, dataset, calendarMonth(period).endsOn);
  if (seen === null || seen === 'own') return;
  noteRead(viewer, {
    tenantId,
    dataset,
    agreement: seen.agreement,
    authorities: [authorityCode],
    indicators: [],
    periods: [period],
  });
}
