import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { Statement } from '../../platform/database.ts';

/** An event of an enquiry: one that counts, or one that was asked about. */
export interface KnownEventRow {
  readonly id: string;
  readonly enquiry_id: string;
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly counts: boolean;
}

/** What is known of some enquiries: events that were not retracted, and those that were asked about. */
export const livesWanted = (
  enquiries: readonly { readonly tenantId: string; readonly id: string }[],
): Statement => ({
  name: 'fostering_lives',
  text: `
    with wanted as materialized (select * from unnest($1::uuid[], $2::uuid[]) as w(tenant_id, enquiry_id))
    select e.id, e.enquiry_id, e.kind, to_char(e.happened_on, 'YYYY-MM-DD') as "on", true as counts
    from wanted join fostering_event e using (tenant_id, enquiry_id) where e.retracted_at is null
    union all
    select q.id, q.enquiry_id, q.kind, to_char(q.happened_on, 'YYYY-MM-DD'), false
    from wanted join fostering_query q using (tenant_id, enquiry_id)`,
  values: [enquiries.map(({ tenantId }) => tenantId), enquiries.map(({ id }) => id)],
});

/** Adds events that count. Somebody may have sent the same a moment ago: it has one effect. */
export const addEvents = (events: readonly Prisma.FosteringEventCreateManyInput[]): Statement => ({
  name: 'fostering_add_events',
  text: `
    insert into fostering_event (tenant_id, id, enquiry_id, kind, happened_on, happened_at, reason, by_whom,
      stage_set_version, recorded_at, recorded_by)
    select "tenantId", id, "enquiryId", kind, "happenedOn", "happenedAt", reason, "byWhom", "stageSetVersion", "recordedAt",
      "recordedBy"
    from jsonb_to_recordset($1::jsonb) as e("tenantId" uuid, id uuid, "enquiryId" uuid, kind text, "happenedOn" date,
      "happenedAt" timestamptz, reason text, "byWhom" text, "stageSetVersion" smallint, "recordedAt" timestamptz,
      "recordedBy" uuid)
    on conflict do nothing`,
  values: [JSON.stringify(events)],
});
