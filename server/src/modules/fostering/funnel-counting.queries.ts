import type { Statement } from '../../platform/database.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';
import { passes, readable, seenEnquiries, seenValues } from './seen-enquiries.ts';

/** How enquiries of some days were counted. */
export interface CountingRow {
  readonly enquiries: number;
  readonly reapplications: number;
  readonly back_loaded: number;
  readonly on_hold: number;
  readonly duplicates: number;
  /** Events that are held until whoever sent them has answered. */
  readonly queries: number;
  readonly enquiries_with_queries: number;
}

/** The first lock says that duplicates are never counted; here they are what is counted. */
const duplicates = seenEnquiries.replace('e.duplicate_of is null', 'e.duplicate_of is not null');

/**
 * Of enquiries received within some days: what is linked, kept out of clocks, or waits for an answer. What is asked is between
 * those who may write an enquiry: its holder, and whoever sees all of its authority’s, without a first day. It has no use for
 * the consortium’s own stages, but PostgreSQL wants every parameter named.
 */
export const countingWanted = (wanted: EnquiriesWanted): Statement => ({
  name: 'fostering_counting',
  text: `
    with ${readable},
    seen as materialized (
      select e.tenant_id, e.id, r.since, e.reapplication_of, e.back_loaded, e.hold_since from ${seenEnquiries}
        and e.received_on between $2::date and $3::date and ${passes} and $13::text[] is not null
    ), held as (
      select count(*)::int as queries, count(distinct q.enquiry_id)::int as enquiries_with_queries
      from fostering_query q join seen s on s.tenant_id = q.tenant_id and s.id = q.enquiry_id
      where q.answer is null and (s.tenant_id = $6::uuid or s.since = '-infinity')
    )
    select count(*)::int as enquiries, count(reapplication_of)::int as reapplications,
      (count(*) filter (where back_loaded))::int as back_loaded, count(hold_since)::int as on_hold,
      (select count(*) from ${duplicates} and e.received_on between $2::date and $3::date and ${passes})::int as duplicates,
      (select queries from held), (select enquiries_with_queries from held)
    from seen`,
  values: seenValues(wanted),
});

/** Enquiries that passed from one authority to another. */
export interface TransfersRow {
  /** Null: attributed to none before. */
  readonly from_authority_code: string | null;
  /** Null: attributed to none since. */
  readonly to_authority_code: string | null;
  readonly enquiries: number;
}

/**
 * Enquiries that passed within some days: those one's own organisation holds, and those from or to an authority whose
 * households are seen. What passed more than once counts each time.
 */
export const transfersWanted = ({
  consortium,
  from,
  to,
  lock,
  authorities,
}: EnquiriesWanted): Statement => ({
  name: 'fostering_transfers',
  text: `
    with readable as materialized (select * from unnest($4::text[], $5::date[]) as r(authority_code, since))
    select t.from_authority_code, t.to_authority_code, count(*)::int as enquiries
    from fostering_transfer t
    where t."on" between $2::date and $3::date
      and (t.tenant_id = $6::uuid or exists (
        select from readable r where r.authority_code in (t.from_authority_code, t.to_authority_code) and r.since <= t."on"))
      and (t.from_authority_code = any ($7::text[]) or t.to_authority_code = any ($7::text[]))
      and exists (
        select from consortium_member m where m.consortium_code = $1
          and m.authority_code in (t.from_authority_code, t.to_authority_code))
    group by 1, 2 order by 1 nulls first, 2 nulls first`,
  values: [consortium, from, to, lock.codes, lock.since, lock.tenantId, authorities],
});
