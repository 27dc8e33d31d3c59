-- Text is searched by trigrams, so that a misspelt owner is found. The owner of a database may make this extension.
create extension if not exists pg_trgm;

-- CreateTable
CREATE TABLE "register_name" (
    "id" SERIAL NOT NULL,
    "provider_id" INTEGER,
    "urn" TEXT,
    "text" TEXT NOT NULL,

    CONSTRAINT "register_name_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "register_name_provider_id_key" ON "register_name"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_name_urn_key" ON "register_name"("urn");

-- AddForeignKey
ALTER TABLE "register_name" ADD CONSTRAINT "register_name_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_name" ADD CONSTRAINT "register_name_urn_fkey" FOREIGN KEY ("urn") REFERENCES "service"("urn") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table register_name
  add constraint register_name_of_one check (num_nonnulls(provider_id, urn) = 1);

create index register_name_text on register_name using gin (text gin_trgm_ops);

-- How names are compared: "Barnardo's & Sons" as "barnardos and sons".
create function search_text(name text) returns text language sql immutable strict parallel safe
  return btrim(regexp_replace(replace(lower(translate(name, '''’`', '')), '&', ' and '), '[^[:alnum:]]+', ' ', 'g'));

create function keep_provider_name() returns trigger language plpgsql as $$
begin
  insert into register_name (provider_id, text)
  select n.provider_id, string_agg(distinct search_text(n.name), ' ' order by search_text(n.name))
  from provider_name n where n.provider_id = new.provider_id
  group by n.provider_id
  on conflict (provider_id) do update set text = excluded.text;
  return null;
end $$;

create function keep_service_name() returns trigger language plpgsql as $$
begin
  if new.name is null then
    delete from register_name where urn = new.urn;
  else
    insert into register_name (urn, text) values (new.urn, search_text(new.name))
    on conflict (urn) do update set text = excluded.text;
  end if;
  return null;
end $$;

create trigger provider_name_kept after insert or update on provider_name
  for each row execute function keep_provider_name();
create trigger service_name_kept after insert on service
  for each row when (new.name is not null) execute function keep_service_name();
create trigger service_name_changed after update on service
  for each row when (new.name is distinct from old.name) execute function keep_service_name();

-- Owners and services whose names are like some text in the form of search_text, and how much: 1 where every part of it is
-- in the name. Names only, without a policy: under one PostgreSQL compares the text with every name, and uses no index.
create function register_names_like(asked text) returns table (provider_id integer, urn text, score real)
  language sql stable parallel safe rows 50
  set pg_trgm.word_similarity_threshold = 0.5
  as $$
    select n.provider_id, n.urn, word_similarity(asked, n.text)
    from register_name n
    where asked <% n.text and app_reads_reference()
  $$;

revoke all on function search_text(text), keep_provider_name(), keep_service_name(), register_names_like(text) from public;
grant execute on function register_names_like(text) to exchange_app;
grant execute on function search_text(text), keep_provider_name(), keep_service_name() to exchange_loader;

grant select on register_name to exchange_app;
grant select, insert, update, delete on register_name to exchange_loader;
grant usage on sequence register_name_id_seq to exchange_loader;
