import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { Comparison, Figure } from '../indicators/comparison.service.ts';
import { readComparison } from '../indicators/comparison.service.ts';
import type { ReferenceSourceRecord } from '../indicators/indicators.service.ts';
import { sourceOf } from '../indicators/indicators.service.ts';

/** The only year of which recruitment is published by authority. */
const ofstedYear = '2018-19';

const ofstedIndicators = [
  'fostering-enquiries',
  'fostering-applications',
  'fostering-approvals',
  'fostering-deregistrations',
] as const;

/** What Ofsted published of one authority's recruitment; the four are of different households. */
export interface OfstedRecruitment {
  readonly authority: AuthorityRecord;
  readonly enquiries: Figure;
  readonly applications: Figure;
  readonly approvals: Figure;
  readonly deregistrations: Figure;
}

/** The last year of recruitment that is public by authority. */
export interface OfstedYear {
  readonly year: string;
  readonly rows: readonly OfstedRecruitment[];
  /** Null where no figure of it is to be had. */
  readonly source: ReferenceSourceRecord | null;
  /** Why there are no rows; null where there are. */
  readonly why: string | null;
}

/**
 * What Ofsted published of authorities, to stand beside their own funnel; a sentence instead for whoever does not read public
 * figures as they come.
 *
 * @unit   enquiries, applications and households of a year, rounded to the nearest 5 by Ofsted.
 * @source Ofsted, Fostering in England 1 April 2018 to 31 March 2019.
 */
export async function readOfstedYear(
  viewer: Viewer,
  {
    consortium,
    authorities,
  }: {
    readonly consortium: ConsortiumRecord;
    readonly authorities: readonly AuthorityRecord[];
  },
): Promise<OfstedYear> {
  const nothing: OfstedYear = { year: ofstedYear, rows: [], source: null, why: notForRole };
  if (!viewer.actor.permissions.has('reference:read')) return nothing;
  const comparison = await readComparison(viewer, {
    consortium: consortium.code,
    indicators: [...ofstedIndicators],
    authorities: authorities.map(({ code }) => code),
    period: ofstedYear,
  });
  const rows = rowsOf(comparison, authorities);
  const sourceId = rows.flatMap((row) => row.enquiries.provenance.sourceId ?? []).at(0);
  const source = sourceId === undefined ? null : await sourceOf(viewer, sourceId);
  return { year: ofstedYear, rows, source: source ?? null, why: null };
}

const notForRole =
  'Your role reads what was released, and no public figures as they come: Ofsted publishes them on GOV.UK as “Fostering in England”.';

/** Figures as they stand in a comparison of `ofstedIndicators`, authority by authority. */
function rowsOf(
  { rows }: Comparison,
  authorities: readonly AuthorityRecord[],
): OfstedRecruitment[] {
  const figureOf = (key: string, code: string) =>
    rows.find(({ indicator }) => indicator.key === key)?.cells.find((cell) => cell.code === code)
      ?.figure;
  return authorities.flatMap((authority) => {
    const [enquiries, applications, approvals, deregistrations] = ofstedIndicators.map((key) =>
      figureOf(key, authority.code),
    );
    return enquiries && applications && approvals && deregistrations
      ? [{ authority, enquiries, applications, approvals, deregistrations }]
      : [];
  });
}
