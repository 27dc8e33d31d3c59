import type { Viewer } from '../access/viewer.ts';
import type { CohortFunnel } from './cohort-funnel.ts';
import { cohortFunnelOf } from './cohort-funnel.ts';
import { CountedMonths, readCountedMonths } from './counted-months.service.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { seesNothing } from './fostering-scope.ts';
import type { CohortRow, PeriodRow } from './funnel.queries.ts';
import { cohortWanted, periodWanted } from './funnel.queries.ts';
import type { PeriodFunnel } from './period-funnel.ts';
import { eventMonths, periodFunnelOf } from './period-funnel.ts';

/**
 * Those who enquired in some months, and what became of each so far.
 *
 * @unit   households; shares in percent.
 * @source enquiries as they were recorded, as far as this viewer may see them.
 */
export async function readCohortFunnel(
  viewer: Viewer,
  scope: FosteringScope,
): Promise<CohortFunnel> {
  const rows = seesNothing(scope)
    ? []
    : await viewer.operation.rows<CohortRow>(cohortWanted(scope.wanted, scope.by));
  return cohortFunnelOf(scope, rows);
}

/**
 * What happened in some months, stage by stage: events where they were recorded, else what returns and releases say.
 *
 * @unit   households, different ones at every stage.
 * @source enquiries as they were recorded, and cells of comparisons, as far as this viewer may see them.
 */
export async function readPeriodFunnel(
  viewer: Viewer,
  scope: FosteringScope,
): Promise<PeriodFunnel> {
  const [found = { events: [], spans: [] }] = seesNothing(scope)
    ? []
    : await viewer.operation.rows<PeriodRow>(
        periodWanted(scope.wanted, {
          by: scope.by,
          monthStarts: scope.months.map((month) => `${month}-01`),
        }),
      );
  const recorded = eventMonths(scope, found);
  const isCounted = scope.by === 'AUTHORITY' && !scope.isFiltered;
  const uncovered = scope.authorities.filter(
    ({ code }) => (recorded.get(code)?.size ?? 0) < scope.months.length,
  );
  const counts = isCounted
    ? await readCountedMonths(viewer, scope, uncovered)
    : new CountedMonths(new Map());
  return periodFunnelOf(scope, found, { counts, recorded });
}
