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

/** What the viewer sees of others today, once for each authority and dataset: as row-level security has it. */
export const viewersSight: Statement = {
  name: 'sharing_sight',
  text: `select distinct on (authority_code, dataset) authority_code, dataset, level, agreement_id, version,
      giver_id
    from sight() order by authority_code, dataset, ${mostFirst}`,
  values: [],
};

/** The same for an account of any organisation in any role. */
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
}

/**
 * Each authority's datasets by recipient, as some organisation of that kind sees them today. Placement officers see what
 * other members see as well. The public signs nothing: for it, what signed parties agreed to release.
 */
export const matrixOf = (consortiumCode: string): Statement => ({
  name: 'sharing_matrix',
  text: `
    select distinct on (g.authority_code, g.dataset, seen.recipient)
      g.authority_code, g.dataset, seen.recipient::text as recipient, g.level::text as level, g.agreement_id, g.version,
      g.giver_id
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
    order by g.authority_code, g.dataset, seen.recipient, g.level desc, g.agreement_id, g.version desc`,
  values: [consortiumCode],
});
