-- The last day of a month written 2026-09; null for any other label.
create function month_end(label text) returns date language sql immutable parallel safe
  return case when label ~ '^\d{4}-(0[1-9]|1[0-2])$'
    then (make_date(left(label, 4)::int, right(label, 2)::int, 1) + interval '1 month - 1 day')::date end;
revoke all on function month_end(text) from public;
grant execute on function month_end(text) to exchange_app;

-- A return is a record: also seen where an agreement shows records, as far back as it says.
drop policy return_own on "return";
create policy return_read on "return" for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or month_end(period) >= ((select sight_since('RECORDS')) ->> (authority_code || dataset))::date
  );
