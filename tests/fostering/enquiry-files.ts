import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import type { TestApp } from '../testkit/app.ts';
import { globalId } from '../testkit/requests.ts';
import { codes } from './arranged.ts';

/** A file of enquiries as it is sent. */
export const crmFile = (lines: readonly string[], apply = true) => ({
  query: `mutation ($input: ImportEnquiriesInput!) { importEnquiries(input: $input) {
    applied problems { row column message } items { row reference outcome recorded questions } } }`,
  variables: { input: { file: null, apply } },
  files: { 'variables.input.file': { name: 'crm.csv', text: lines.join('\n') } },
});

/** An accepted return of fostering of Derby's with these events, `reference, code, day`; its id. */
export async function givenFosteringReturn(
  { db }: Pick<TestApp, 'db'>,
  events: readonly (readonly string[])[],
): Promise<string> {
  await db.query(
    `update "return" set status = 'SUPERSEDED', ended_at = now() where dataset = 'fostering' and period = '2024-03' and status = 'ACCEPTED'`,
  );
  const { rows } = await db.query<{ id: string }>(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
     select o.id, gen_random_uuid(), $1, 'fostering', '2024-03',
       (select 1 + count(*) from "return" r where r.tenant_id = o.id and r.dataset = 'fostering' and r.period = '2024-03'),
       'a test', true, now(), ${acceptedValues({ month: `'2024-03'`, at: 'now()' })}
     from organisation o where o.slug = 'derby'
     returning id`,
    [codes.derby],
  );
  const id = rows[0]?.id ?? '';
  await db.query(
    `insert into return_row (tenant_id, return_id, table_name, "row", cells)
     select r.tenant_id, r.id, 'fostering-events', e.nth + 1, array(select jsonb_array_elements_text(e.cells))
     from "return" r, jsonb_array_elements($2::jsonb) with ordinality as e(cells, nth) where r.id = $1`,
    [
      id,
      JSON.stringify(
        events.map((cells) => [codes.derby, '2024-03', ...cells, 'MAINSTREAM', 'WEB']),
      ),
    ],
  );
  return globalId('Return', id);
}
