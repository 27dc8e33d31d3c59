import { notFound } from '@sufficiency/shared/errors.ts';
import type { NationalFigure } from '@sufficiency/shared/fostering/national-context.ts';
import { nationalContext } from '@sufficiency/shared/fostering/national-context.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { authoritiesOf, findConsortium } from '../authorities/authorities.service.ts';
import type { ReferenceSourceRecord } from '../indicators/indicators.service.ts';
import { sourceOf } from '../indicators/indicators.service.ts';
import type { OfstedYear } from './ofsted-year.service.ts';
import { readOfstedYear } from './ofsted-year.service.ts';
import { publishedMonths, publishedTotals } from './published-recruitment.queries.ts';
import type {
  PublishedMonthRow,
  PublishedTotalRow,
  PublishedYear,
} from './published-recruitment.ts';
import { publishedYears } from './published-recruitment.ts';

/** Recruitment by month as one authority printed it. */
export interface PublishedSeries {
  readonly authority: AuthorityRecord;
  readonly source: ReferenceSourceRecord;
  readonly years: readonly PublishedYear[];
}

/** What is public of recruiting foster carers, to stand beside a consortium's own. */
export interface PublicRecruitment {
  readonly consortium: ConsortiumRecord;
  readonly series: readonly PublishedSeries[];
  readonly ofsted: OfstedYear;
  readonly national: readonly NationalFigure[];
}

/**
 * Published recruitment of foster carers: by month as authorities print it, by member as Ofsted last published it, and
 * of England.
 *
 * @unit   households; enquiries and starters of a month.
 * @source papers that authorities published; Ofsted, Fostering in England.
 * @throws DomainError FORBIDDEN the role does not read public figures as they come.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function readPublishedRecruitment(
  viewer: Viewer,
  code: string,
): Promise<PublicRecruitment> {
  requirePermission(viewer.actor, 'reference:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);

  const [series, ofsted] = await Promise.all([
    readSeries(viewer),
    readOfstedYear(viewer, { consortium, authorities: consortium.members }),
  ]);
  return { consortium, series, ofsted, national: nationalContext };
}

async function readSeries(viewer: Viewer): Promise<PublishedSeries[]> {
  const [months, totals] = await Promise.all([
    viewer.operation.rows<PublishedMonthRow>(publishedMonths),
    viewer.operation.rows<PublishedTotalRow>(publishedTotals),
  ]);
  const bySource = [...Map.groupBy(months, ({ source_id }) => source_id)];
  const series = await Promise.all(
    bySource.map(async ([sourceId, rows]) => {
      const [[authority], source] = await Promise.all([
        authoritiesOf(viewer, [...new Set(rows.map(({ authority_code }) => authority_code))]),
        sourceOf(viewer, sourceId),
      ]);
      const printed = totals.filter(({ source_id }) => source_id === sourceId);
      return authority && source
        ? [{ authority, source, years: publishedYears(rows, printed) }]
        : [];
    }),
  );
  return series.flat();
}
