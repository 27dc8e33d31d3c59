-- A file whose retention has ended goes, whoever's it is; its return keeps its name. The loader sees no file but those.
create policy return_upload_ended on return_upload for select to exchange_loader
  using ((tenant_id, content_hash) in (select f.tenant_id, f.content_hash from return_file f));
create policy return_upload_end on return_upload for update to exchange_loader
  using ((tenant_id, content_hash) in (select f.tenant_id, f.content_hash from return_file f))
  with check (content_hash is null);
grant execute on function app_today() to exchange_loader;
