import type { Pool } from 'pg';
import { areas, owner } from './vacancy-homes.ts';

type Area = keyof typeof areas;

/** A framework as a test says it, with one lot: held by the tenant of its lead. */
export interface ArrangedFramework {
  readonly reference: string;
  readonly lead: Area;
  readonly buyers: readonly Area[];
  readonly published?: boolean;
  readonly endsOn?: string;
  readonly awardedFrom?: string;
  readonly awardedTo?: string;
  readonly lot?: string;
  readonly tier?: number;
  readonly maximum?: number;
  readonly urns: readonly string[];
}

/** Puts a framework and who is on it into the database as the superuser. */
export async function givenFramework(db: Pool, framework: ArrangedFramework): Promise<void> {
  const said = {
    ...{ published: true, awardedFrom: '2026-01-01', lot: '1' },
    ...framework,
    lead: areas[framework.lead],
    buyers: framework.buyers.map((buyer) => areas[buyer]),
  };
  await db.query(addFramework, [JSON.stringify(said), owner.key]);
}

const addFramework = `
  with given as (
    select o.organisation_id as tenant, md5(u.reference)::uuid as framework, md5(u.reference || 'lot')::uuid as lot_id,
      md5(u.reference || 'award')::uuid as award, case when u.tier is not null then md5(u.reference || 'tier')::uuid end as tier_id,
      p.id as provider, u.*
    from jsonb_to_record($1::jsonb) as u(reference text, lead text, buyers text[], published boolean, "endsOn" date,
      "awardedFrom" date, "awardedTo" date, lot text, tier smallint, maximum numeric, urns text[])
    join organisation_authority o on o.authority_code = u.lead
    cross join provider p where p."key" = $2),
  added as (
    insert into framework (tenant_id, id, reference, title, lead_authority_code, lead_text, services, ends_on, open_to_new,
      source, published, changed_at)
    select tenant, framework, reference, 'A test', lead, 'A lead', '{RESIDENTIAL}', "endsOn", true, 'A test', published, now()
    from given),
  bought as (
    insert into framework_buyer (tenant_id, framework_id, authority_code) select tenant, framework, unnest(buyers) from given),
  lots as (
    insert into framework_lot (tenant_id, id, framework_id, number, title, maximum_weekly_price)
    select tenant, lot_id, framework, lot, 'A lot', maximum from given),
  tiers as (
    insert into framework_tier (tenant_id, id, lot_id, number, title)
    select tenant, tier_id, lot_id, tier, 'A tier' from given where tier is not null),
  awards as (
    insert into framework_award (tenant_id, id, framework_id, lot_id, tier_id, provider_id, starts_on, ends_on, synthetic,
      added_at)
    select tenant, award, framework, lot_id, tier_id, provider, "awardedFrom", "awardedTo", true, now() from given)
  insert into service_offer (tenant_id, award_id, urn, synthetic) select tenant, award, unnest(urns), true from given`;

/** What was tendered on a framework, as a tenant recorded it. Unit: GBP a week. */
export const givenPrice = (
  db: Pool,
  said: {
    readonly of: Area;
    readonly reference: string;
    readonly need?: string;
    readonly price: number;
  },
) =>
  db.query(
    `insert into award_price (tenant_id, id, holder_id, award_id, need, weekly_price, synthetic, changed_at)
     select o.organisation_id, gen_random_uuid(), a.tenant_id, a.id, $3, $4, true, now()
     from organisation_authority o, framework_award a where o.authority_code = $1 and a.id = md5($2 || 'award')::uuid`,
    [areas[said.of], said.reference, said.need ?? '', said.price],
  );

/** A block contract of an authority in a home, and what a place costs. Unit: GBP a week. */
export const givenBlock = (
  db: Pool,
  said: {
    readonly of: Area;
    readonly urn: string;
    readonly price: number;
    readonly endsOn?: string;
  },
) =>
  db.query(
    `with made as (
       insert into block_contract (tenant_id, id, authority_code, reference, provider_id, beds, starts_on, ends_on, synthetic,
         changed_at)
       select o.organisation_id, gen_random_uuid(), o.authority_code, 'B-' || $2, p.id, 2, '2026-01-01', $4, true, now()
       from organisation_authority o, provider p where o.authority_code = $1 and p."key" = $5 returning tenant_id, id),
     homes as (
       insert into block_contract_service (tenant_id, contract_id, urn, synthetic) select tenant_id, id, $2::text, true from made)
     insert into block_contract_price (tenant_id, contract_id, weekly_price) select tenant_id, id, $3 from made`,
    [areas[said.of], said.urn, said.price, said.endsOn ?? '2026-12-31', owner.key],
  );
