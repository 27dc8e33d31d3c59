import type { Statement } from '../../platform/database.ts';

/** What searches are counted by: when they were made, or what they asked for. */
export type ReferralGrouping = 'MONTH' | 'AGE_BAND' | 'NEED' | 'NOTICE';

/** Searches that are alike. Unit: searches. */
export interface ReferralCount {
  /** A month, `YYYY-MM`, or what was asked for, as criteria have it; null where that did not matter. */
  readonly key: string | null;
  readonly searches: number;
  /** Of those, searches that found no home. */
  readonly foundNone: number;
  /** Of those, searches that ended with a place in a home that was found. */
  readonly placed: number;
  /** Of those, searches of which it is not said yet what became of them. */
  readonly open: number;
  /** True where one of them is made up. */
  readonly synthetic: boolean;
}

/** A search that named two needs counts with each of them. */
const keyOf: Readonly<Record<ReferralGrouping, string>> = {
  MONTH: `(select to_char(n.made_at at time zone 'Europe/London', 'YYYY-MM'))`,
  AGE_BAND: `(select n.criteria ->> 'ageBand')`,
  NEED: `jsonb_array_elements_text(n.criteria -> 'needs')`,
  NOTICE: `(select n.criteria ->> 'notice')`,
};

/**
 * How many searches a tenant noted since a day, and what they came to.
 *
 * @param since `YYYY-MM-DD`.
 */
export const referralCountsWanted = (
  by: ReferralGrouping,
  { tenantId, since }: { readonly tenantId: string; readonly since: string },
): Statement => ({
  name: `referral_counts_${by}`,
  text: `
    select w.key, count(*)::int as searches, (count(*) filter (where n.offered = 0))::int as "foundNone",
      (count(*) filter (where n.outcome = 'PLACED'))::int as placed,
      (count(*) filter (where n.outcome = 'OPEN'))::int as open, bool_or(n.synthetic) as synthetic
    from referral_note n left join lateral ${keyOf[by]} w(key) on true
    where n.tenant_id = $1 and n.made_at >= $2::date::timestamp at time zone 'Europe/London'
    group by w.key order by w.key nulls last`,
  values: [tenantId, since],
});
