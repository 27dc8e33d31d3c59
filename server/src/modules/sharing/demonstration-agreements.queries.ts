import type pg from 'pg';
import type {
  DemonstrationAgreement,
  DemonstrationConsortium,
} from './demonstration-agreements.ts';

/** Consortia with their hubs and the organisations that answer for members, as they are on a day. */
export async function selectConsortia(
  client: pg.ClientBase,
  today: string,
): Promise<DemonstrationConsortium[]> {
  const { rows } = await client.query<DemonstrationConsortium>(
    `select c.code, c.name, hub.slug as hub, array_agg(distinct o.slug order by o.slug) as members
     from consortium c
     join organisation hub on hub.consortium_code = c.code and hub.kind = 'HUB'
     join consortium_member m on m.consortium_code = c.code and m.joined_on <= $1::date
       and (m.left_on is null or m.left_on > $1::date)
     join organisation_authority oa on oa.authority_code = m.authority_code
     join organisation o on o.id = oa.organisation_id
     group by c.code, c.name, hub.slug order by c.code`,
    [today],
  );
  return rows;
}

/** An invented agreement as it is: how often it was changed, and how many versions it has. */
export interface KnownAgreement {
  readonly id: string;
  readonly reference: string;
  readonly consortium_code: string;
  readonly created_at: Date;
  /** True where nobody has done anything with it. */
  readonly untouched: boolean;
}

/** The invented agreements there are. */
export async function selectKnown(client: pg.ClientBase): Promise<KnownAgreement[]> {
  const { rows } = await client.query<KnownAgreement>(
    `select id, consortium_code, reference, min(created_at) as created_at, max(version) = 1 and max(revision) = 1 as untouched
     from sharing_agreement where synthetic group by id, consortium_code, reference`,
  );
  return rows;
}

/** Removes an invented agreement, so that it can be invented again with later days. */
export async function deleteAgreement(client: pg.ClientBase, id: string): Promise<void> {
  await client.query('delete from sharing_agreement where id = $1', [id]);
}

const snake = (name: string) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll(/(\d+)$/g, '_$1');

/** Adds an invented agreement with its parties and items. */
export async function insertAgreement(
  client: pg.ClientBase,
  { id, agreement, at }: { id: string; agreement: DemonstrationAgreement; at: Date },
): Promise<void> {
  const { parties, items, draftedBy, ...said } = agreement;
  const columns = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [snake(name), value]),
  );
  const row = {
    ...columns,
    id,
    version: 1,
    revision: 1,
    synthetic: true,
    created_at: at,
    changed_at: at,
  };
  await client.query(
    `insert into sharing_agreement
     select a.* from organisation o
     cross join jsonb_populate_record(null::sharing_agreement, $1::jsonb || jsonb_build_object('drafted_by', o.id)) a
     where o.slug = $2`,
    [JSON.stringify(row), draftedBy],
  );
  await client.query(
    `insert into agreement_party
       (agreement_id, version, organisation_id, role, dpo_contact, signatory, signed_at, signed_by)
     select $1, 1, o.id, 'JOINT_CONTROLLER', 'Data protection office of ' || o.name, 'Senior Information Risk Owner',
       p."signedOn"::timestamp at time zone 'Europe/London' + interval '10 hours',
       case when p."signedOn" is not null then 'ig-lead.' || o.slug end
     from jsonb_to_recordset($2::jsonb) as p(organisation text, "signedOn" date)
     join organisation o on o.slug = p.organisation`,
    [id, JSON.stringify(parties)],
  );
  await client.query(
    `insert into agreement_item
       (agreement_id, version, dataset, recipient, level, granularity, minimum_count, rounding, history_months)
     select $1, 1, i.dataset, i.recipient, i.level, i.granularity, i."minimumCount", i.rounding, i."historyMonths"
     from jsonb_to_recordset($2::jsonb) as i(dataset text, recipient sharing_recipient, level sharing_level,
       granularity text, "minimumCount" smallint, rounding smallint, "historyMonths" smallint)`,
    [id, JSON.stringify(items)],
  );
}
