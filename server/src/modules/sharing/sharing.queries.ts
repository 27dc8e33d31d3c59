import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { SharingLevel, SharingRecipient } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { Statement } from '../../platform/database.ts';

/** What an organisation sees of an authority's dataset today, and by which version of which agreement. */
export interface SightRow {
  readonly authority_code: string;
  readonly dataset: Dataset;
  readonly level: Exclude<SharingLevel, 'NONE'>;
  readonly agreement_id: string;
  readonly version: number;
  /** The organisation whose data it is. */
  readonly giver_id: string;
}

/** Of several agreements that give the same sight, the one that gives most; then the one named first. */
const mostFirst = 'level desc, agreement_id, version desc';

/** Sight with what a sentence says of the agreement that gives it. Days are `YYYY-MM-DD`. */
export interface ViewersSightRow extends SightRow {
  /** Periods that ended before this day are not shared. */
  readonly since: string;
  readonly reference: string;
  readonly title: string;
  readonly ends_on: string;
}

/** All that the viewer sees of others today, as row-level security has it; where several agreements give it, all of them. */
export const viewersSight: Statement = {
  name: 'sharing_sight',
  text: `select s.authority_code, s.dataset, s.level, s.agreement_id, s.version, s.giver_id,
      to_char(s.since, 'YYYY-MM-DD') as since, a.reference, a.title, to_char(a.ends_on, 'YYYY-MM-DD') as ends_on
    from sight() s join sharing_agreement a on a.id = s.agreement_id and a.version = s.version
    order by s.authority_code, s.dataset, ${mostFirst}`,
  values: [],
};

/** What agreements release to everybody, as row-level security has it. */
export const publicSight: Statement = {
  name: 'sharing_public_sight',
  text: `select authority_code, dataset, 'RELEASED' as level, agreement_id, version, giver_id,
      to_char(since, 'YYYY-MM-DD') as since, reference, title, to_char(ends_on, 'YYYY-MM-DD') as ends_on
    from public_sight() order by authority_code, dataset, agreement_id, version desc`,
  values: [],
};

/** What an account of any organisation sees in any role, once for each authority and dataset. */
export const sightOf = (organisationId: string, role: string): Statement => ({
  name: 'sharing_sight_of',
  text: `select distinct on (authority_code, dataset) authority_code, dataset, level, agreement_id, version,
      giver_id
    from sight_of($1::uuid, $2) order by authority_code, dataset, ${mostFirst}`,
  values: [organisationId, role],
});

/** Which recipients an account of an organisation is. */
export const recipientsOf = (organisationId: string, role: string): Statement => ({
  name: 'sharing_recipients_of',
  text: 'select r::text as recipient from recipients_of($1::uuid, $2) r',
  values: [organisationId, role],
});

export interface MatrixRow extends SightRow {
  readonly recipient: SharingRecipient;
  /** How many organisations of that kind see that much. */
  readonly receivers: number;
}

/**
 * Each authority's datasets by recipient: the most that an organisation of that kind sees today, and how many see it. Placement officers see what
 * other members see as well. The public signs nothing: for it, what signed parties agreed to release.
 */
export const matrixOf = (consortiumCode: string): Statement => ({
  name: 'sharing_matrix',
  text: `
    with seen as (
      select distinct on (g.authority_code, g.dataset, seen.recipient, g.receiver_id)
        g.authority_code, g.dataset, seen.recipient, g.level, g.agreement_id, g.version, g.giver_id
      from grants_in_force() g
      join sharing_agreement a on a.id = g.agreement_id and a.version = g.version and a.consortium_code = $1
      join organisation receiver on receiver.id = g.receiver_id
      cross join lateral (
        select g.recipient union all select 'PLACEMENT_OFFICERS' where g.recipient = 'MEMBERS') as seen(recipient)
      where case g.recipient
        when 'HUB' then receiver.kind = 'HUB'
        when 'REVIEWERS' then receiver.kind = 'HUB'
        when 'MEMBERS' then receiver.kind = 'TENANT'
        when 'PLACEMENT_OFFICERS' then receiver.kind = 'TENANT'
        when 'PROVIDERS' then receiver.kind = 'PROVIDER'
        else true end
      order by g.authority_code, g.dataset, seen.recipient, g.receiver_id, ${mostFirst})
    select distinct on (authority_code, dataset, recipient)
      authority_code, dataset, recipient::text as recipient, level::text as level, agreement_id, version, giver_id,
      count(*) over (partition by authority_code, dataset, recipient, level)::int as receivers
    from seen
    order by authority_code, dataset, recipient, seen.level desc, agreement_id, version desc`,
  values: [consortiumCode],
});
