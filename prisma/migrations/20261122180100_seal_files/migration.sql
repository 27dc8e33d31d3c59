-- A file that is kept is whole, is what its hash says, and belongs to a return; nothing is added to it later.

-- Parts come in their order, and no more of them than the file is large: so none comes after the last.
create function guard_return_file_part() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  already bigint;
  held bigint;
begin
  if not row_security_active('public.return_file_part') or not pg_has_role(current_user, 'exchange_app', 'member') then
    return new;
  end if;
  select count(*), coalesce(sum(octet_length(p.bytes)), 0) into already, held from return_file_part p
  where p.tenant_id = new.tenant_id and p.content_hash = new.content_hash;
  if new.part <> already or held + octet_length(new.bytes) > (
    select f.size from return_file f where f.tenant_id = new.tenant_id and f.content_hash = new.content_hash)
  then
    raise exception 'the parts of a file come in their order, and then no more' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_return_file_part before insert on return_file_part
  for each row execute function guard_return_file_part();

-- Looked at when the transaction ends, when all parts have come.
create function guard_return_file() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not row_security_active('public.return_file') or not pg_has_role(current_user, 'exchange_app', 'member') then
    return null;
  end if;
  if (select (encode(sha256(string_agg(p.bytes, ''::bytea order by p.part)), 'hex'), sum(octet_length(p.bytes)))
      is distinct from (new.content_hash::text, new.size::bigint)
    from return_file_part p where p.tenant_id = new.tenant_id and p.content_hash = new.content_hash)
    or not exists (
      select from return_upload u where u.tenant_id = new.tenant_id and u.content_hash = new.content_hash)
  then
    raise exception 'a file is kept whole, under the hash of what it holds, with the return it was sent for'
      using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger guard_return_file after insert on return_file deferrable initially deferred
  for each row execute function guard_return_file();

revoke all on all functions in schema public from public;
