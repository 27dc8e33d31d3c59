import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { MadeRegister } from './demonstration-register.ts';

/** One seeding at a time: a second one waits for the first to finish. */
export async function lockSeeding(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('demonstration-providers'))`);
}

/** What is there of a demonstration’s providers. */
export interface Seeded {
  readonly register: boolean;
  readonly frameworks: boolean;
  /** Of whom use of providers is there, and of which month: `E06000015 2026-09`. */
  readonly used: readonly string[];
  /** The same of what was called off. */
  readonly calledOff: readonly string[];
}

export async function selectSeeded(client: PoolClient): Promise<Seeded> {
  const { rows } = await client.query<Seeded>(
    `select exists (select from service where synthetic) as register,
       exists (select from framework_award where synthetic) as frameworks,
       array(select distinct authority_code || ' ' || month from provider_use where synthetic) as used,
       array(select distinct authority_code || to_char(made_on, ' YYYY-MM') from call_off where synthetic) as "calledOff"`,
  );
  return rows[0] ?? { register: false, frameworks: false, used: [], calledOff: [] };
}

/** What Ofsted’s register has in an area that a tenant answers for. */
export interface RealSupply {
  readonly authority: string;
  readonly name: string;
  readonly consortium: string | null;
  readonly homes: number;
  readonly places: number;
  readonly supported: number;
  readonly supportedPlaces: number;
  readonly agencies: number;
}

export async function selectSupply(client: PoolClient): Promise<readonly RealSupply[]> {
  const count = (type: string) => `count(*) filter (where s.provision_type = '${type}')::int`;
  const places = (type: string) =>
    `coalesce(sum(s.places) filter (where s.provision_type = '${type}'), 0)::int`;
  const { rows } = await client.query<RealSupply>(
    `select a.code::text as authority, a.name,
       (select min(m.consortium_code) from consortium_member m where m.authority_code = a.code) as consortium,
       ${count('CHILDRENS_HOME')} as homes, ${places('CHILDRENS_HOME')} as places,
       ${count('SUPPORTED_ACCOMMODATION')} as supported, ${places('SUPPORTED_ACCOMMODATION')} as "supportedPlaces",
       ${count('INDEPENDENT_FOSTERING_AGENCY')} as agencies
     from organisation_authority oa
     join authority a on a.code = oa.authority_code
     left join service s on s.authority_code = a.code and not s.synthetic and s.status <> 'LEFT'
     group by a.code, a.name order by a.code`,
  );
  return rows;
}

/** Records where a fictitious register is from, and gives its number. */
export async function insertSource(
  client: PoolClient,
  register: MadeRegister,
  at: Date,
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into reference_source
       (file, title, publisher, licence, attribution, vintage, content_hash, recorded_at)
     values ($1, 'Synthetic: services that do not exist, made up for the demonstration', 'Nobody: synthetic',
       'None needed', 'Made up for the demonstration.', $2, $3, $4)
     returning id`,
    [
      `synthetic/register-${register.vintage}`,
      register.vintage,
      createHash('sha256').update(JSON.stringify(register)).digest('hex'),
      at,
    ],
  );
  const [source] = rows;
  if (!source) throw new Error('PostgreSQL returned no id for a fictitious register.');
  return source.id;
}

/** Says for which fictitious provider an organisation signs in: the one of its name. */
export async function linkOrganisations(client: PoolClient): Promise<void> {
  await client.query(
    `insert into organisation_provider (organisation_id, provider_id)
     select o.id, p.id from organisation o join provider p on p.name = o.name and p.synthetic
     where o.kind = 'PROVIDER' and o.synthetic
     on conflict do nothing`,
  );
}
