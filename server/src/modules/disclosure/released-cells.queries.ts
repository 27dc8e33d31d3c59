import type { Statement } from '../../platform/database.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Figures of one area of a release. */
export interface ReleasedAreaRow {
  /** Which of the areas asked for, from 1. */
  readonly nth: number;
  /** JSON: the id of an indicator, then its value or symbol, and so on. */
  readonly figures: string;
}

/** A release, and one area of it that the first lock lets through. */
export interface ReadableArea {
  readonly tenantId: string;
  readonly releaseId: string;
  readonly area: string;
  /** Last day of its period, `YYYY-MM-DD`. */
  readonly endsOn: string;
}

/**
 * Figures of some indicators in areas of releases, in the order of the areas; row-level security, the second lock, decides
 * again. Each is looked up by itself (`offset 0`): PostgreSQL thinks there are far more, and would read every release there
 * is. One row an area: a row for each figure costs both sides more.
 */
export const releasedCells = (
  indicatorIds: readonly number[],
  readable: readonly ReadableArea[],
): Statement => ({
  name: 'released_cells',
  text: `select r.nth::int as nth,
      '[' || string_agg(c.indicator_id || ',' || coalesce(c.value::text, '"' || c.symbol || '"'), ',') || ']' as figures
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) with ordinality
      as r(tenant_id, release_id, area, ends_on, nth)
    cross join unnest($1::smallint[]) as i(id)
    cross join lateral (
      select c.indicator_id, c.value, c.symbol from release_cell c
      where c.indicator_id = i.id and c.area = r.area and c.period_end = r.ends_on
        and c.tenant_id = r.tenant_id and c.release_id = r.release_id
      offset 0) c
    group by r.nth
    order by r.nth`,
  values: [
    indicatorIds,
    readable.map(({ tenantId }) => tenantId),
    readable.map(({ releaseId }) => releaseId),
    readable.map(({ area }) => area),
    readable.map(({ endsOn }) => endsOn),
  ],
});

/** Which published releases are looked through. */
interface ReleasesWanted {
  readonly datasets: readonly string[];
  /** None of a later month; null for the latest. */
  readonly label: string | null;
  /** Of how many months that have any. */
  readonly months: number;
  /** Those that stood at this instant; null for those that stand now. */
  readonly asAt: Date | null;
}

/**
 * Published releases of the last months that have any, newest first. Under row-level security; the first lock looks at each.
 */
export const standingReleases = ({ datasets, label, months, asAt }: ReleasesWanted): Statement => ({
  name: 'standing_releases',
  text: `select ${releaseColumns}
    from (
      select r.*, dense_rank() over (order by r.period desc) as nth from release r
      where r.dataset = any ($1::text[]) and ($2::text is null or r.period <= $2)
        and case when $4::timestamptz is null then r.status = 'PUBLISHED'
          else r.status in ('PUBLISHED', 'SUPERSEDED') and r.published_at <= $4
            and (r.ended_at is null or r.ended_at > $4) end) r
    where r.nth <= $3
    order by r.published_at desc, r.requested_at desc, r.version desc, r.id`,
  values: [datasets, label, months, asAt],
});

const releaseColumns = `tenant_id as "tenantId", id, consortium_code as "consortiumCode", dataset, period,
  period_end::timestamp at time zone 'UTC' as "periodEnd", audience, version, status, revision,
  minimum_count as "minimumCount", rounding, synthetic, requested_at as "requestedAt", requested_by as "requestedBy",
  built_at as "builtAt", published_at as "publishedAt", ended_at as "endedAt", reason,
  to_json(contributors) as contributors`;

/** A release as the statement gives it: what is published is not being built. */
export type StandingRelease = Omit<ReleaseRecord, 'progress'>;
