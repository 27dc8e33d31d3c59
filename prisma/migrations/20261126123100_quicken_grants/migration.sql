-- The same answer: what is in force, and who holds which area today, is worked out first and once, instead of for each pair of
-- a giver and an area of the whole consortium.
create or replace function grants_in_force()
  returns table (giver_id uuid, authority_code varchar(9), receiver_id uuid, dataset text, recipient sharing_recipient,
    level sharing_level, agreement_id uuid, version smallint, since date)
  language sql stable parallel safe
begin atomic
  with agreement as materialized (
    select a.id, a.version, a.consortium_code from sharing_agreement a
    where a.status = 'ACTIVE'
      and a.dpia_dated_on <= (select app_today())
      and (select app_today()) between a.starts_on and a.ends_on
      and (select app_today()) <= (coalesce(a.access_reviewed_on, a.starts_on)
        + make_interval(months => a.access_review_months))::date),
  held as materialized (
    select m.consortium_code, o.organisation_id, o.authority_code
    from organisation_authority o
    join consortium_member m on m.authority_code = o.authority_code
      and m.joined_on <= (select app_today()) and (m.left_on is null or m.left_on > (select app_today())))
  select giver.organisation_id, held.authority_code, receiver.organisation_id, item.dataset, item.recipient, item.level,
    agreement.id, agreement.version,
    ((select app_today()) - make_interval(months => item.history_months))::date
  from agreement
  join agreement_party receiver
    on receiver.agreement_id = agreement.id and receiver.version = agreement.version and receiver.signed_at is not null
  join consortium_organisations() present
    on present.consortium_code = agreement.consortium_code and present.organisation_id = receiver.organisation_id
  join agreement_party giver
    on giver.agreement_id = agreement.id and giver.version = agreement.version
    and giver.organisation_id <> receiver.organisation_id and giver.signed_at is not null
  join held on held.organisation_id = giver.organisation_id and held.consortium_code = agreement.consortium_code
  join agreement_item item
    on item.agreement_id = agreement.id and item.version = agreement.version and item.level <> 'NONE';
end;
