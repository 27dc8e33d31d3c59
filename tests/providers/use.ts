import type { Pool } from 'pg';
import type { Arranged } from '../sharing/agreements.ts';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';

export const codes = {
  derby: 'E06000015',
  derbyshire: 'E10000007',
  nottingham: 'E06000018',
  nottinghamshire: 'E10000024',
  leicester: 'E06000016',
} as const;

/** An owner that does not exist, with its homes. */
export interface ArrangedProvider {
  readonly key: string;
  readonly name: string;
  readonly homes: readonly {
    readonly urn: string;
    readonly area: keyof typeof codes;
    readonly places: number | null;
    readonly judgement?: string;
  }[];
}

/** Two fictitious owners: one with homes in two areas, and one with a home of which nobody says how many places it has. */
export const [moss, fell] = [
  {
    key: 'moss-gate-homes-fictitious',
    name: 'Moss Gate Homes (fictitious)',
    homes: [
      { urn: '9990001', area: 'derby', places: 4, judgement: 'GOOD' },
      { urn: '9990002', area: 'nottingham', places: 6, judgement: 'GOOD' },
    ],
  },
  {
    key: 'fell-side-homes-fictitious',
    name: 'Fell Side Homes (fictitious)',
    homes: [{ urn: '9990003', area: 'derbyshire', places: null }],
  },
] as const satisfies readonly ArrangedProvider[];

/** Puts an owner and its homes on the register as the superuser. */
export async function givenProvider(db: Pool, { key, name, homes }: ArrangedProvider) {
  await db.query(
    `with g as (insert into provider_group ("key", name, synthetic) values ($1, $2, true) returning id),
       p as (insert into provider (group_id, "key", name, synthetic) select id, $1, $2, true from g returning id)
     insert into service (urn, provider_id, provision_type, status, authority_code, area_text, name, places, judgement,
       judged_on, synthetic, source_id)
     select h.urn, p.id, 'CHILDRENS_HOME', 'ACTIVE', h.code, h.area, 'Home ' || h.urn, h.places, h.judgement::judgement,
       case when h.judgement is not null then date '2026-01-10' end, true, (select min(id) from reference_source)
     from p, jsonb_to_recordset($3::jsonb) as h(urn text, code text, area text, places int, judgement text)`,
    [key, name, JSON.stringify(homes.map((home) => ({ ...home, code: codes[home.area] })))],
  );
}

/** Placements of one authority in one home. */
export interface ArrangedUse {
  readonly placing: keyof typeof codes;
  readonly urn: string;
  readonly placements: number;
  /** GBP a week, of all of them; absent: not recorded. */
  readonly cost?: number;
  /** Absent: where the home is. Null: nobody says. */
  readonly host?: keyof typeof codes | null;
  readonly month?: string;
  readonly service?: string;
  readonly sourcing?: string;
}

function hostOf(host: ArrangedUse['host']): string | null {
  if (host === undefined) return 'home';
  return host && codes[host];
}

/** Records what authorities use, as the superuser. */
export async function givenUse(db: Pool, uses: readonly ArrangedUse[]): Promise<void> {
  const rows = uses.map(({ placing, host, ...use }) => ({
    month: '2026-05',
    service: 'RESIDENTIAL',
    sourcing: 'REGIONAL',
    ...use,
    code: codes[placing],
    host: hostOf(host),
  }));
  await db.query(
    `with given as (
       select gen_random_uuid() as id, o.organisation_id as tenant_id, s.provider_id, s.authority_code as home, u.*
       from jsonb_to_recordset($1::jsonb) as u(code text, urn text, placements smallint, cost numeric, host text,
         month text, service text, sourcing text)
       join organisation_authority o on o.authority_code = u.code
       join service s on s.urn = u.urn
     ), used as (
       insert into provider_use (tenant_id, id, authority_code, month, month_end, provider_id, urn, host_authority_code,
         service, sourcing, placements, synthetic)
       select tenant_id, id, code, month, (month || '-01')::date + interval '1 month - 1 day', provider_id, urn,
         case host when 'home' then home else host end, service, sourcing, placements, true
       from given
     )
     insert into provider_use_price (tenant_id, use_id, weekly_cost, synthetic)
     select tenant_id, id, cost, true from given where cost is not null`,
    [JSON.stringify(rows)],
  );
}

/** Forgets what authorities use, and every agreement. */
export async function forgetUse(db: Pool): Promise<void> {
  await db.query('delete from provider_use_price');
  await db.query('delete from provider_use');
  await forgetAgreements(db);
}

/** Derby and Nottingham show their hub records of providers; members see what is released. */
export const arrangeRecords = (db: Pool, said: Partial<Arranged> = {}): Promise<void> =>
  arrangeAgreement(db, {
    id: 'd2000000-0000-4000-8000-000000000007',
    reference: 'T/7',
    items: [
      { dataset: 'providers', recipient: 'HUB', level: 'RECORDS', historyMonths: 24 },
      { dataset: 'providers', recipient: 'MEMBERS', level: 'RELEASED', historyMonths: 24 },
    ],
    ...said,
  });
