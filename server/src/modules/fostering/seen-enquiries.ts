import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';
import type { StandardStage } from '@sufficiency/shared/fostering/stages.ts';
import { standardStages } from '@sufficiency/shared/fostering/stages.ts';
import type { HouseholdLock } from './fostering-sight.service.ts';

/** Where the day of each stage that every consortium has is kept, in order. */
const stageColumns = {
  RECEIVED: 'received_on',
  'FIRST-RESPONSE': 'first_response_on',
  'INFORMATION-EVENT': 'information_event_on',
  'INITIAL-VISIT': 'initial_visit_on',
  APPLICATION: 'application_on',
  'STAGE1-START': 'stage1_start_on',
  'STAGE1-END': 'stage1_end_on',
  'STAGE2-START': 'stage2_start_on',
  'STAGE2-END': 'stage2_end_on',
  PANEL: 'panel_on',
  DECISION: 'decision_on',
  APPROVAL: 'approval_on',
} as const satisfies Readonly<Record<StandardStage, string>>;

/** Which enquiries a statement is of, as far as they may be read. */
export interface EnquiriesWanted {
  readonly consortium: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly lock: HouseholdLock;
  /** GSS codes. */
  readonly authorities: readonly string[];
  /** Those that are attributed to nobody, too. */
  readonly unattributed: boolean;
  /** Null for all. */
  readonly sources: readonly string[] | null;
  readonly campaigns: readonly string[] | null;
  readonly householdTypes: readonly string[] | null;
  /** The consortium's own stages, in order. */
  readonly ownStages: readonly string[];
}

/** The parameters that every statement begins with, as `seen` reads them: $1 to $13. */
export const seenValues = (wanted: EnquiriesWanted): readonly unknown[] => [
  wanted.consortium,
  wanted.from,
  wanted.to,
  wanted.lock.codes,
  wanted.lock.since,
  wanted.lock.tenantId,
  wanted.lock.holdsForOthers,
  wanted.authorities,
  wanted.unattributed,
  wanted.sources,
  wanted.campaigns,
  wanted.householdTypes,
  wanted.ownStages,
];

/** The first lock's authorities, as a table. */
export const readable = `readable as materialized (
    select * from unnest($4::text[], $5::date[]) as r(authority_code, since))`;

const locked = `fostering_enquiry e left join readable r on r.authority_code = e.authority_code
    where e.consortium_code = $1 and e.duplicate_of is null
      and (r.since <= e.received_on or (e.tenant_id = $6::uuid and (e.authority_code is null or $7::boolean)))`;

/** First lock: enquiries of authorities that are seen, and what one's own organisation holds. Duplicates are never counted. */
export const seenEnquiries = `${locked}
      and (e.authority_code = any ($8::text[]) or (e.authority_code is null and $9::boolean))`;

/** As `seenEnquiries`, of authorities alone: without an alternative PostgreSQL answers from an index. */
export const seenOfAuthorities = `${locked} and e.authority_code = any ($8::text[])`;

/** What was asked for of them. */
export const passes = `(($10::text[] is null or e.source = any ($10)) and ($11::text[] is null or e.campaign = any ($11))
      and ($12::text[] is null or e.household_type = any ($12)))`;

/** By what they are counted. */
export const keyOf: Readonly<Record<FosteringGrouping, string>> = {
  AUTHORITY: 'e.authority_code',
  SOURCE: 'e.source',
  CAMPAIGN: 'e.campaign',
  HOUSEHOLD_TYPE: 'e.household_type',
};

/** How each stands today. */
export const stateOf = `case when e.approval_on is not null then 'APPROVED' when e.not_approved_on is not null then 'NOT_APPROVED'
      when e.withdrawn_on is not null then 'WITHDRAWN' when e.hold_since is not null then 'ON_HOLD' else 'OPEN' end`;

/** Bits of the stages that were reached: those every consortium has first, then its own. */
export const reachedBits = `(${standardStages
  .map((code, nth) =>
    nth === 0 ? '1::bigint' : `case when e.${columnOf(code)} is null then 0 else ${2 ** nth} end`,
  )
  .join(' + ')}
      + case when e.own_stages is null then 0 else coalesce((
        select sum(1::bigint << (${standardStages.length - 1} + o.nth::int))::bigint
        from unnest($13::text[]) with ordinality as o(code, nth) where e.own_stages ? o.code), 0) end)`;

/** The column of a stage that every consortium has. */
export function columnOf(code: StandardStage): string {
  return stageColumns[code];
}
