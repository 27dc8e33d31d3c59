-- Names in a function mean what they meant when it was written, whatever schemas its caller looks in.
alter function register_names_like(text) set search_path = pg_catalog, public, pg_temp;
alter function keep_provider_name() set search_path = pg_catalog, public, pg_temp;
alter function keep_service_name() set search_path = pg_catalog, public, pg_temp;
alter function search_text(text) set search_path = pg_catalog, pg_temp;
