import type { PoolClient } from 'pg';
import type { MadeAward } from './demonstration-awards.ts';
import type { MadeCallOff } from './demonstration-call-offs.ts';
import type { FrameworkFacts } from './demonstration-framework-facts.ts';
import type { MadeUplift } from './demonstration-uplifts.ts';

/** Writes frameworks with their lots, tiers, buyers, dates and extensions. */
export async function insertFrameworks(
  client: PoolClient,
  frameworks: readonly FrameworkFacts[],
  at: Date,
): Promise<void> {
  const given = JSON.stringify(frameworks);
  await client.query(
    `insert into framework (tenant_id, id, reference, title, ocid, lead_authority_code, lead_text, services, starts_on,
       ends_on, open_to_new, notice_months, decision_lead_months, value, condition_judgement, condition,
       printed_providers, printed_homes, source, source_url, synthetic, published, changed_at)
     select o.id, gen_random_uuid(), f.reference, f.title, f.ocid, f.lead, f."leadText", f.services, f."startsOn",
       f."endsOn", f."openToNew", f."noticeMonths", f."decisionLeadMonths", f.value, f."conditionJudgement", f.condition,
       f."printedProviders", f."printedHomes", f.source, f."sourceUrl", f.synthetic, true, $2
     from json_to_recordset($1) as f (reference text, title text, ocid text, holder text, lead text, "leadText" text,
       services text[], "startsOn" date, "endsOn" date, "openToNew" boolean, "noticeMonths" smallint,
       "decisionLeadMonths" smallint, value numeric, "conditionJudgement" judgement, condition text,
       "printedProviders" int, "printedHomes" int, source text, "sourceUrl" text, synthetic boolean)
     join organisation o on o.slug = f.holder`,
    [given, at],
  );
  const each = (part: string, columns: string) =>
    `json_array_elements($1::json) as g(framework)
     join framework f on f.reference = g.framework ->> 'reference'
     cross join json_to_recordset(g.framework -> '${part}') as part (${columns})`;
  await client.query(
    `insert into framework_lot (tenant_id, id, framework_id, number, title, service, need, maximum_weekly_price,
       printed_memberships)
     select f.tenant_id, gen_random_uuid(), f.id, part.number, part.title, part.service, part.need,
       part."maximumWeeklyPrice", part."printedMemberships"
     from ${each('lots', 'number text, title text, service text, need text, "maximumWeeklyPrice" numeric, "printedMemberships" int')}`,
    [given],
  );
  await client.query(
    `insert into framework_tier (tenant_id, id, lot_id, number, title, hours_to_respond)
     select l.tenant_id, gen_random_uuid(), l.id, tier.number, tier.title, tier."hoursToRespond"
     from ${each('lots', 'number text, tiers json')}
     join framework_lot l on l.tenant_id = f.tenant_id and l.framework_id = f.id and l.number = part.number
     cross join json_to_recordset(coalesce(part.tiers, '[]')) as tier (number smallint, title text, "hoursToRespond" smallint)`,
    [given],
  );
  await client.query(
    `insert into framework_buyer (tenant_id, framework_id, authority_code)
     select distinct f.tenant_id, f.id, a.code
     from json_array_elements($1::json) as g(framework)
     join framework f on f.reference = g.framework ->> 'reference'
     cross join json_array_elements_text(g.framework -> 'buyers') as buyer
     join authority a on a.code = buyer
       or a.code in (select m.authority_code from consortium_member m where m.consortium_code = buyer)`,
    [given],
  );
  await client.query(
    `insert into framework_date (tenant_id, id, framework_id, kind, "on", note)
     select f.tenant_id, gen_random_uuid(), f.id, part.kind, part."on", part.note
     from ${each('dates', 'kind framework_date_kind, "on" date, note text')}`,
    [given],
  );
  await client.query(
    `insert into framework_extension (tenant_id, framework_id, nth, months, decide_by_months)
     select f.tenant_id, f.id, part.nth, (part.value ->> 'months')::smallint, (part.value ->> 'decideByMonths')::smallint
     from json_array_elements($1::json) as g(framework)
     join framework f on f.reference = g.framework ->> 'reference'
     cross join json_array_elements(g.framework -> 'extensions') with ordinality as part (value, nth)`,
    [given],
  );
}

/** An award by what people call it. */
const awardJoin = `join framework f on f.reference = given.framework
     join framework_lot l on l.tenant_id = f.tenant_id and l.framework_id = f.id and l.number = given.lot
     join provider p on p.name = given.provider and p.synthetic`;

/** Writes memberships with what they offer; and the tendered prices, as some of those who buy know them. */
export async function insertAwards(
  client: PoolClient,
  awards: readonly MadeAward[],
  { at, pricesKnownTo }: { readonly at: Date; readonly pricesKnownTo: readonly string[] },
): Promise<void> {
  const given = JSON.stringify(awards);
  await client.query(
    `insert into framework_award (tenant_id, id, framework_id, lot_id, tier_id, provider_id, starts_on, ends_on,
       synthetic, added_at)
     select f.tenant_id, gen_random_uuid(), f.id, l.id, t.id, p.id, given."startsOn", given."endsOn", true, $2
     from json_to_recordset($1) as given (framework text, lot text, tier smallint, provider text, "startsOn" date,
       "endsOn" date)
     ${awardJoin}
     left join framework_tier t on t.tenant_id = l.tenant_id and t.lot_id = l.id and t.number = given.tier`,
    [given, at],
  );
  await client.query(
    `insert into service_offer (tenant_id, award_id, urn, synthetic)
     select a.tenant_id, a.id, offer, true
     from json_to_recordset($1) as given (framework text, lot text, provider text, offers json)
     ${awardJoin}
     join framework_award a on a.tenant_id = f.tenant_id and a.lot_id = l.id and a.provider_id = p.id
     cross join json_array_elements_text(given.offers) as offer`,
    [given],
  );
  await client.query(
    `insert into award_price (tenant_id, id, holder_id, award_id, weekly_price, synthetic, changed_at)
     select o.id, gen_random_uuid(), a.tenant_id, a.id, given."weeklyPrice", true, $2
     from json_to_recordset($1) as given (framework text, lot text, provider text, "weeklyPrice" numeric)
     ${awardJoin}
     join framework_award a on a.tenant_id = f.tenant_id and a.lot_id = l.id and a.provider_id = p.id
     join organisation o on o.slug = any($3::text[]) and o.id in (
       select oa.organisation_id from organisation_authority oa
       join framework_buyer b on b.authority_code = oa.authority_code
       where b.tenant_id = f.tenant_id and b.framework_id = f.id)`,
    [given, at, pricesKnownTo],
  );
}

/** Writes what was called off. */
export async function insertCallOffs(
  client: PoolClient,
  callOffs: readonly MadeCallOff[],
): Promise<void> {
  await client.query(
    `insert into call_off (tenant_id, id, holder_id, authority_code, award_id, made_on, method, placements, weekly_price,
       synthetic)
     select oa.organisation_id, gen_random_uuid(), a.tenant_id, given.authority, a.id, given."madeOn", given.method,
       given.placements, given."weeklyPrice", true
     from json_to_recordset($1) as given (authority text, framework text, lot text, provider text, "madeOn" date,
       method text, placements smallint, "weeklyPrice" numeric)
     ${awardJoin}
     join framework_award a on a.tenant_id = f.tenant_id and a.lot_id = l.id and a.provider_id = p.id
     join organisation_authority oa on oa.authority_code = given.authority`,
    [JSON.stringify(callOffs)],
  );
}

/** Writes requests for higher prices, and what was answered. */
export async function insertUplifts(
  client: PoolClient,
  uplifts: readonly MadeUplift[],
  at: Date,
): Promise<void> {
  const given = JSON.stringify(uplifts);
  await client.query(
    `insert into uplift_request (tenant_id, id, framework_id, provider_id, asked_on, percent, reason,
       link_authority_code, status, synthetic, changed_at)
     select f.tenant_id, gen_random_uuid(), f.id, p.id, given."askedOn", given.percent, given.reason, given.link,
       'ASKED', true, $2
     from json_to_recordset($1) as given (framework text, provider text, "askedOn" date, percent numeric, reason text,
       link text)
     join framework f on f.reference = given.framework
     join provider p on p.name = given.provider and p.synthetic`,
    [given, at],
  );
  // A request begins as it is asked, for whoever writes it.
  await client.query(
    `update uplift_request u set status = given.status, granted_percent = given."grantedPercent",
       decided_on = given."decidedOn", version = u.version + 1
     from json_to_recordset($1) as given (framework text, provider text, status uplift_status,
       "grantedPercent" numeric, "decidedOn" date)
     join framework f on f.reference = given.framework
     join provider p on p.name = given.provider and p.synthetic
     where u.tenant_id = f.tenant_id and u.framework_id = f.id and u.provider_id = p.id and given.status <> 'ASKED'`,
    [given],
  );
  await client.query(
    `insert into uplift_answer (tenant_id, holder_id, request_id, authority_code, granted_percent, from_on, answered_at)
     select oa.organisation_id, u.tenant_id, u.id, answer.authority, answer."grantedPercent", answer."fromOn", $2
     from json_to_recordset($1) as given (framework text, provider text, answers json)
     join framework f on f.reference = given.framework
     join provider p on p.name = given.provider and p.synthetic
     join uplift_request u on u.tenant_id = f.tenant_id and u.framework_id = f.id and u.provider_id = p.id
     cross join json_to_recordset(given.answers) as answer (authority text, "grantedPercent" numeric, "fromOn" date)
     join organisation_authority oa on oa.authority_code = answer.authority`,
    [given, at],
  );
}
