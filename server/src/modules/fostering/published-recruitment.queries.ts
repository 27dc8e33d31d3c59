import type { PoolClient } from 'pg';
import type { Statement } from '../../platform/database.ts';
import type { PublishedRecruitmentReading } from './published-recruitment.importer.ts';

/** Keeps what a paper prints of an authority's recruitment. Keeping the same again changes nothing. */
export async function insertPublished(
  client: PoolClient,
  { months, totals }: PublishedRecruitmentReading,
  { sourceId, authority }: { readonly sourceId: number; readonly authority: string },
): Promise<void> {
  await client.query(
    `insert into published_recruitment (source_id, authority_code, month_end, enquiries, starters)
     select $2, $3, "monthEnd", enquiries, starters
     from json_to_recordset($1) as given ("monthEnd" date, enquiries smallint, starters smallint)
     on conflict do nothing`,
    [JSON.stringify(months), sourceId, authority],
  );
  await client.query(
    `insert into published_recruitment_total (source_id, authority_code, year, enquiries, starters)
     select $2, $3, year, enquiries, starters
     from json_to_recordset($1) as given (year text, enquiries smallint, starters smallint)
     on conflict do nothing`,
    [JSON.stringify(totals), sourceId, authority],
  );
}

/** The newest vintage of each paper. */
const newest = `(
  select distinct on (s.file) s.id from reference_source s
  where s.id in (select source_id from published_recruitment)
  order by s.file, s.vintage desc, s.recorded_at desc)`;

/** Months of every paper, in their order. */
export const publishedMonths: Statement = {
  name: 'published_recruitment_months',
  text: `select source_id, authority_code, to_char(month_end, 'YYYY-MM') as month,
       to_char(month_end - interval '3 months', 'YYYY') || '-' || to_char(month_end + interval '9 months', 'YY') as year,
       enquiries, starters
     from published_recruitment where source_id in ${newest}
     order by source_id, month_end`,
  values: [],
};

/** Printed totals of every paper. */
export const publishedTotals: Statement = {
  name: 'published_recruitment_totals',
  text: `select source_id, year, enquiries, starters from published_recruitment_total where source_id in ${newest}`,
  values: [],
};
