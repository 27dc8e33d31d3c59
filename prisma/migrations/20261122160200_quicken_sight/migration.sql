-- The same answer: which recipients the viewer is, is worked out once instead of for every grant.
create or replace function sight_of(viewer_id uuid, viewer_role text)
  returns table (authority_code varchar(9), dataset text, level sharing_level, agreement_id uuid, version smallint,
    giver_id uuid, since date)
  language sql stable parallel safe
begin atomic
  select g.authority_code, g.dataset, g.level, g.agreement_id, g.version, g.giver_id, g.since
  from grants_in_force() g
  where g.receiver_id = viewer_id
    and g.recipient = any (array(select r from recipients_of(viewer_id, viewer_role) r));
end;

-- Small tables are never analysed by themselves; without knowing them PostgreSQL joins them badly. The loader sees to it.
grant maintain on organisation, organisation_authority, consortium_member, account, membership, sharing_agreement,
  agreement_party, agreement_item, observation to exchange_loader;
