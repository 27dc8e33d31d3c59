import type { Pool } from 'pg';
import { givenProvider } from '../providers/use.ts';
import type { Arranged } from '../sharing/agreements.ts';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';

/** When these tests take place: noon in England. */
export const at = '2026-06-15T11:00:00Z';

export const areas = {
  derby: 'E06000015',
  derbyshire: 'E10000007',
  nottingham: 'E06000018',
  nottinghamshire: 'E10000024',
} as const;

type Area = keyof typeof areas;

/** A place: its state, and perhaps whose block it is. */
export interface ArrangedPlace {
  readonly state?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly block?: Area;
}

/** A home as a test says it; by default a fresh home for anybody, offered to all, with one accepting place of two. */
export interface ArrangedHome {
  readonly urn: string;
  readonly area: Area;
  readonly type?: string;
  readonly district?: string;
  readonly judgement?: string;
  readonly inHouse?: boolean;
  readonly ages?: readonly [number, number];
  readonly genders?: string;
  readonly needs?: readonly string[];
  readonly education?: boolean;
  readonly siblings?: boolean;
  readonly solo?: boolean;
  readonly emergency?: boolean;
  readonly noticeDays?: number;
  readonly shortBreaks?: boolean;
  readonly spot?: boolean;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly located?: readonly [number, number];
  readonly places?: readonly ArrangedPlace[];
  readonly confirmedAt?: string;
}

export const owner = { key: 'vale-homes-fictitious', name: 'Vale Homes (fictitious)', homes: [] };

const accepting: ArrangedPlace = {};
const occupied: ArrangedPlace = { state: 'OCCUPIED' };

/** Puts homes and their places into the database as the superuser: its triggers make of them what they would of anybody's. */
export async function givenHomes(db: Pool, homes: readonly ArrangedHome[]): Promise<void> {
  const known = await db.query(`select from provider where "key" = $1`, [owner.key]);
  if (known.rowCount === 0) await givenProvider(db, owner);
  for (const home of homes) await givenHome(db, home);
}

async function givenHome(db: Pool, { places = [accepting, occupied], ...home }: ArrangedHome) {
  const said = {
    type: 'CHILDRENS_HOME',
    ages: [0, 17],
    genders: 'ANY',
    needs: ['EMOTIONAL'],
    spot: true,
    confirmedAt: at,
    ...home,
    code: areas[home.area],
  };
  const client = await db.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [said.confirmedAt]);
    await client.query(addService, [JSON.stringify(said), owner.key]);
    await client.query(addHome, [JSON.stringify(said)]);
    if (home.located) await client.query(addLocation, [said.urn, ...home.located]);
    await client.query(addPlaces, [said.urn, JSON.stringify(places.map(placeOf))]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

const placeOf = ({ state = 'ACCEPTING', reason, until, block }: ArrangedPlace, index: number) => ({
  number: index + 1,
  state,
  reason,
  until,
  block: block && areas[block],
});

const addService = `
  insert into service (urn, provider_id, provision_type, status, authority_code, area_text, name, postcode_district, places,
    judgement, judged_on, in_house, synthetic, source_id)
  select h.urn, p.id, h.type::provision_type, 'ACTIVE', h.code, h.area, 'Home ' || h.urn, h.district, 4,
    h.judgement::judgement, case when h.judgement is not null then date '2026-01-10' end, coalesce(h."inHouse", false), true,
    (select min(id) from reference_source)
  from jsonb_to_record($1::jsonb) as h(urn text, type text, code text, area text, district text, judgement text,
    "inHouse" boolean), provider p where p."key" = $2
  on conflict (urn) do update set provider_id = excluded.provider_id, judgement = excluded.judgement, postcode_district = excluded.postcode_district,
    provision_type = excluded.provision_type, authority_code = excluded.authority_code, judged_on = excluded.judged_on`;

const addHome = `
  insert into home (tenant_id, id, urn, synthetic, authority_code, provision_type, in_house, age_from, age_to, genders, needs,
    education, siblings, solo, emergency, notice_days, short_breaks, spot, opens_on, closes_on, changed_at)
  select o.organisation_id, md5(h.urn)::uuid, h.urn, true, h.code, h.type::provision_type, coalesce(h."inHouse", false),
    h.ages[1], h.ages[2], h.genders, h.needs, coalesce(h.education, false), coalesce(h.siblings, false),
    coalesce(h.solo, false), coalesce(h.emergency, false), coalesce(h."noticeDays", 0), coalesce(h."shortBreaks", false),
    h.spot, h."opensOn", h."closesOn", app_now()
  from jsonb_to_record($1::jsonb) as h(urn text, code text, type text, "inHouse" boolean, ages smallint[], genders text,
    needs text[], education boolean, siblings boolean, solo boolean, emergency boolean, "noticeDays" smallint,
    "shortBreaks" boolean, spot boolean, "opensOn" date, "closesOn" date)
  join organisation_authority o on o.authority_code = h.code`;

const addLocation = `
  insert into home_location (tenant_id, home_id, latitude, longitude) select tenant_id, id, $2, $3 from home where urn = $1`;

const addPlaces = `
  insert into home_place (tenant_id, home_id, number, state, reason, reserved_until, block_authority_code)
  select h.tenant_id, h.id, p.number, p.state, p.reason, p.until, p.block
  from home h, jsonb_to_recordset($2::jsonb) as p(number smallint, state text, reason text, until date, block text)
  where h.urn = $1`;

/** Forgets every home, what was looked for, how anybody buys of these, and every agreement. */
export async function forgetHomes(db: Pool): Promise<void> {
  await db.query(
    `truncate home, home_place, home_block, home_event, home_day, home_night, home_location, home_plan, home_plan_stage,
       referral_note, vacancy_search`,
  );
  await forgetAgreements(db);
}

/** Derby and Nottingham, or others, show placement officers the records of their beds for matching vacancies. */
export async function arrangeBeds(
  db: Pool,
  said: Partial<Arranged> & { readonly purposes?: readonly string[] } = {},
): Promise<void> {
  const { purposes = ['vacancy matching'], ...agreement } = said;
  const arranged = {
    id: 'd2000000-0000-4000-8000-0000000000be',
    reference: 'T/02',
    items: [{ dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS' }],
    ...agreement,
  };
  await arrangeAgreement(db, arranged);
  await db.query('update sharing_agreement set purposes = $2 where id = $1', [
    arranged.id,
    [...purposes],
  ]);
}
