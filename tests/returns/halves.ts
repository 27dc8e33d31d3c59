import type pg from 'pg';

/** What each way of keeping half of a sending or an acceptance would look like, as SQL that finds it. */
const halves: Readonly<Record<string, string>> = {
  'a return without its rows': `select r.id from "return" r where r.kind = 'FILE'
    and r.status in ('READY', 'SUBMITTED', 'APPROVED', 'ACCEPTED')
    and not exists (select from return_row w where w.return_id = r.id)`,
  'a return without its figures': `select r.id from "return" r where r.kind = 'FILE'
    and r.status in ('READY', 'SUBMITTED', 'APPROVED', 'ACCEPTED')
    and not exists (select from return_figure f where f.return_id = r.id)`,
  'a return without its file': `select r.id from "return" r where r.kind = 'FILE'
    and not exists (select from return_upload u where u.return_id = r.id)`,
  'a return without its story': `select r.id from "return" r where r.kind = 'FILE'
    and not exists (select from return_step s where s.return_id = r.id and s.action = 'received')`,
  'a return that the log does not know': `select r.id from "return" r where r.kind = 'FILE'
    and not exists (select from audit_event e where e.type = 'return.received' and e.details ->> 'id' = r.id::text)`,
  'a file without all its parts': `select f.content_hash from return_file f where f.size is distinct from
    (select sum(octet_length(p.bytes)) from return_file_part p where p.content_hash = f.content_hash)`,
  'a figure in use of a return that is not accepted': `select o.return_id from observation o
    join "return" r on r.id = o.return_id where o.superseded_at is null and r.status <> 'ACCEPTED'`,
  'a return in use without its figures': `select r.id from "return" r
    left join (select return_id, count(*) from return_figure group by 1) said on said.return_id = r.id
    left join (select return_id, count(*) from observation where superseded_at is null group by 1) used
      on used.return_id = r.id
    where r.status = 'ACCEPTED' and said.count is distinct from used.count`,
};

/** Everything in the database that was only half kept, in words. */
export async function halvesIn(db: pg.Pool): Promise<string[]> {
  const statements = Object.entries(halves).map(
    ([what, found]) => `select '${what}' as half from (${found}) as found`,
  );
  const { rows } = await db.query<{ half: string }>(statements.join(' union all '));
  return rows.map(({ half }) => half);
}
