-- CreateTable
CREATE TABLE "published_recruitment" (
    "source_id" INTEGER NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "month_end" DATE NOT NULL,
    "enquiries" SMALLINT,
    "starters" SMALLINT,

    CONSTRAINT "published_recruitment_pkey" PRIMARY KEY ("source_id","authority_code","month_end")
);

-- CreateTable
CREATE TABLE "published_recruitment_total" (
    "source_id" INTEGER NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "year" VARCHAR(7) NOT NULL,
    "enquiries" SMALLINT,
    "starters" SMALLINT,

    CONSTRAINT "published_recruitment_total_pkey" PRIMARY KEY ("source_id","authority_code","year")
);

-- AddForeignKey
ALTER TABLE "published_recruitment" ADD CONSTRAINT "published_recruitment_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_recruitment" ADD CONSTRAINT "published_recruitment_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_recruitment_total" ADD CONSTRAINT "published_recruitment_total_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "reference_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_recruitment_total" ADD CONSTRAINT "published_recruitment_total_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table published_recruitment
  add constraint published_recruitment_month check (extract(month from month_end + 1) <> extract(month from month_end)),
  add constraint published_recruitment_counts check (enquiries >= 0 and starters >= 0);
alter table published_recruitment_total
  add constraint published_recruitment_total_year check (year ~ '^[0-9]{4}-[0-9]{2}$'),
  add constraint published_recruitment_total_counts check (enquiries >= 0 and starters >= 0);

grant select on published_recruitment, published_recruitment_total to exchange_app;
grant select, insert on published_recruitment, published_recruitment_total to exchange_loader;

-- Closed to reviewers, who read releases only.
do $$
declare
  name text;
begin
  foreach name in array array['published_recruitment', 'published_recruitment_total']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to exchange_app using ((select app_reads_reference()))',
      name || '_read', name);
    execute format('create policy %I on %I to exchange_loader using (true) with check (true)', name || '_load', name);
  end loop;
end $$;
