import type { ReleaseAudience } from '@sufficiency/shared/disclosure/release-enums.ts';
import type { Statement } from '../../platform/database.ts';

/** What a release is of: one is built at a time, whatever its audience. */
export interface ReleasePlace {
  readonly consortium: string;
  readonly dataset: string;
  readonly period: string;
}

/** Lets nobody else ask for a release of a place, or publish one, until the transaction ends. */
export const lockReleasePlace = ({ consortium, dataset, period }: ReleasePlace): Statement => ({
  name: 'release_lock_place',
  text: `select pg_advisory_xact_lock(hashtextextended('release ' || $1 || ' ' || $2 || ' ' || $3, 0))`,
  values: [consortium, dataset, period],
});

/** Lets nobody else of a hub ask for a release until the transaction ends. Taken before a place is. */
export const lockReleaseRequests = ({ tenantId }: { readonly tenantId: string }): Statement => ({
  name: 'release_lock_requests',
  text: `select pg_advisory_xact_lock(hashtextextended('releases of ' || $1::text, 0))`,
  values: [tenantId],
});

/** An authority whose figures of a dataset and month agreements in force release to an audience, and how. */
export interface ReleaseSource {
  readonly authorityCode: string;
  /** The organisation that answers for it. */
  readonly giverId: string;
  readonly agreementId: string;
  readonly agreementVersion: number;
  readonly minimumCount: number;
  readonly rounding: number;
}

/** Authorities that agreements in force today let into a release. */
export const releaseSources = (
  place: Pick<ReleasePlace, 'consortium' | 'dataset'> & {
    readonly audience: ReleaseAudience;
    /** Last day of the month. */
    readonly periodEnd: Date;
  },
): Statement => ({
  name: 'release_sources',
  text: `select authority_code as "authorityCode", giver_id as "giverId", agreement_id as "agreementId",
      version as "agreementVersion", minimum_count as "minimumCount", rounding
    from release_sources($1, $2::release_audience, $3, $4::date) order by authority_code`,
  values: [
    place.consortium,
    place.audience,
    place.dataset,
    place.periodEnd.toISOString().slice(0, 10),
  ],
});

/** An organisation that agreements show exact figures of an authority that others answer for. */
export interface InsiderRow {
  /** GSS code. */
  readonly authority: string;
  /** Id of the organisation. */
  readonly insider: string;
}

/** Whom agreements in force show exact figures of members. */
export const releaseInsiders = (place: {
  readonly consortium: string;
  readonly dataset: string;
  /** Last day of the month. */
  readonly periodEnd: Date;
}): Statement => ({
  name: 'release_insiders',
  text: `select authority_code as authority, insider_id as insider from release_insiders($1, $2, $3::date)
    order by authority_code, insider_id`,
  values: [place.consortium, place.dataset, place.periodEnd.toISOString().slice(0, 10)],
});
