import { randomUUID } from 'node:crypto';
import { forgetBuying } from '../providers/buying.ts';
import { codes } from '../providers/use.ts';
import { arrangeAgreement } from '../sharing/agreements.ts';
import type { TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import { forgetReleases } from './releases.ts';

/** The month that fees are of, unless a test says otherwise. */
export const month = '2026-05';

const members = ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'] as const;

/** Ids of a framework's lots, and of the memberships of its first. */
export interface Lots {
  readonly first: string;
  readonly second: string;
  readonly awards: readonly string[];
}

/** All members release their costs; one framework, with two lots, and six fictitious providers on the first. */
export async function givenLots({ db }: Pick<TestApp, 'db'>): Promise<Lots> {
  await forgetReleases({ db });
  await forgetBuying(db);
  await arrangeAgreement(db, {
    id: randomUUID(),
    reference: 'T/8',
    parties: ['d2n2', ...members].map((organisation) => ({ organisation, signed: true })),
    items: [
      { dataset: 'costs', recipient: 'HUB', level: 'RELEASED' },
      { dataset: 'costs', recipient: 'MEMBERS', level: 'RELEASED' },
    ],
  });
  const { rows } = await db.query<{ lots: string[]; awards: string[] }>(
    `with held as (select id from organisation where slug = 'derbyshire'), f as (
       insert into framework (tenant_id, id, reference, title, lead_authority_code, lead_text, services, open_to_new, source,
         synthetic, changed_at)
       select id, gen_random_uuid(), 'T-1', 'A test', $1, 'Derbyshire', '{FOSTERING}', true, 'A test', true, now() from held
       returning tenant_id, id
     ), l as (
       insert into framework_lot (tenant_id, id, framework_id, number, title)
       select tenant_id, gen_random_uuid(), id, n, 'Lot ' || n from f, unnest(array['1', '2']) n returning tenant_id, id, framework_id, number
     ), b as (
       insert into framework_buyer (tenant_id, framework_id, authority_code)
       select tenant_id, id, c from f, unnest($2::text[]) c
     ), a as (
       insert into framework_award (tenant_id, id, framework_id, lot_id, provider_id, starts_on, synthetic, added_at)
       select l.tenant_id, gen_random_uuid(), l.framework_id, l.id, p.id, '2025-04-01', true, now()
       from l, (select min(id) as id from provider where synthetic group by group_id order by 1 limit 6) p
       where l.number = '1' returning id
     )
     select (select array_agg(id order by number) from l) as lots, (select array_agg(id) from a) as awards`,
    [codes.derbyshire, members.map((slug) => codes[slug])],
  );
  const [first = '', second = ''] = rows[0]?.lots ?? [];
  return { first, second, awards: rows[0]?.awards ?? [] };
}

/** Every member calls two placements off each membership in a month, at 1,000 pounds. */
export const givenCallOffs = (
  { db }: Pick<TestApp, 'db'>,
  awards: readonly string[],
  period = month,
): Promise<unknown> =>
  db.query(
    `insert into call_off (tenant_id, id, authority_code, holder_id, award_id, made_on, method, placements, weekly_price, synthetic)
     select o.organisation_id, gen_random_uuid(), o.authority_code, a.tenant_id, a.id, ($3 || '-12')::date, 'DIRECT', 2, 1000, true
     from framework_award a join organisation_authority o on o.authority_code = any ($2::text[])
     where a.id = any ($1::uuid[])`,
    [awards, members.map((slug) => codes[slug]), period],
  );

/** Fees of the first framework's lots as an account reads them: number, value and why. */
export async function feesSeen(app: TestApp, account: string) {
  const answer = await app.as<{
    fees: {
      bands: {
        lot: { number: string };
        members: { value: number | null; why: string; text: string; synthetic: boolean };
      }[];
    };
  }>(
    account,
    `{ fees(consortium: "d2n2") { bands { lot { number } members { value why text synthetic } } } }`,
  );
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.fees.bands.map(({ lot, members: figure }) => ({
    lot: lot.number,
    ...figure,
  }));
}

/** What a release stores of fees: lots and values. */
export async function storedFees(
  { db }: Pick<TestApp, 'db'>,
  release: { readonly id: string },
): Promise<unknown[]> {
  const { rows } = await db.query(
    `select codes as lot, value from release_cell where table_name = 'lot-fees' and release_id = $1`,
    [Buffer.from(release.id, 'base64').toString().slice('Release:'.length)],
  );
  return rows;
}
