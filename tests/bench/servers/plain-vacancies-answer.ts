import { vacanciesWanted } from '@sufficiency/server/modules/beds/vacancies.queries.ts';
import { inWords } from '@sufficiency/server/modules/beds/vacancies.service.ts';
import type { VacanciesFound, VacancyRow } from '@sufficiency/server/modules/beds/vacancies.ts';
import { today } from '@sufficiency/server/platform/clock.ts';
import type pg from 'pg';
import type { VacancyCase } from '../vacancy-cases.ts';
import { vacancyBuyer, vacancyPage, vacancyRegion } from '../vacancy-cases.ts';
import type { PlainDirectory } from './plain-directory.ts';
import type { Recorded } from './plain-server.ts';

interface SightRow {
  readonly tenant: string;
  readonly tenants: readonly string[];
  readonly areas: readonly string[];
}

const sight = `
  select current_setting('app.tenant') as tenant, coalesce(array_agg(giver_id::text), '{}') as tenants,
    coalesce(array_agg(authority_code::text), '{}') as areas
  from bed_sight()`;

const homes = `
  select h.id, h.urn, h.name, h.provision_type, h.version, h.registered, h.occupied,
    h.accepting_open + least(h.accepting - h.accepting_open, w.own) as accepting,
    h.closed + greatest(h.accepting - h.accepting_open - w.own, 0) as closed
  from unnest($1::uuid[], $2::int[]) as w(id, own) join home h on h.id = w.id`;

/** Tells everybody whose homes were looked through, by which agreement. */
const record = `
  insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, agreement_id, agreement_version,
    details, occurred_at)
  select s.giver_id, gen_random_uuid(), 'figures.read', a.name, current_setting('app.role'),
    current_setting('app.tenant')::uuid, s.agreement_id, s.version,
    jsonb_build_object('dataset', 'beds', 'authorities', jsonb_agg(s.authority_code order by s.authority_code),
      'indicators', '["homes"]'::jsonb, 'periods', '[]'::jsonb), current_setting('app.now')::timestamptz
  from (
    select distinct on (authority_code) authority_code, giver_id, agreement_id, version from bed_sight()
    where authority_code = any ($1::text[]) order by authority_code, since, agreement_id, version desc) s
  join account a on a.id = current_setting('app.account')::uuid
  group by s.giver_id, s.agreement_id, s.version, a.name`;

interface HomeRow {
  readonly id: string;
  readonly urn: string;
  readonly name: string | null;
  readonly provision_type: string;
  readonly version: number;
  readonly registered: number;
  readonly occupied: number;
  readonly accepting: number;
  readonly closed: number;
}

/** A page of a search: what the server asks of PostgreSQL, word for word, and the same JSON. */
export async function vacanciesAnswer(
  client: pg.PoolClient,
  { authorities, members }: PlainDirectory,
  { wanted: asked }: VacancyCase,
): Promise<Recorded> {
  const clock = { now: () => new Date() };
  const seen = (await client.query<SightRow>({ name: 'sight_by_hand', text: sight })).rows[0];
  if (!seen) throw new Error('There is no sight.');
  const wanted = { ...asked, areas: members.get(vacancyRegion) ?? [], day: today(clock) };
  const lock = {
    tenantId: seen.tenant,
    authorities: [vacancyBuyer],
    shownTenants: seen.tenants,
    shownAreas: seen.areas,
  };
  const { values, ...statement } = vacanciesWanted(wanted, {
    lock,
    page: { offset: 0, limit: vacancyPage + 1 },
    now: clock.now(),
  });
  const [found] = (await client.query<VacanciesFound>({ ...statement, values: [...values] })).rows;
  if (!found) throw new Error('A search answered nothing.');
  const shown = found.page.slice(0, vacancyPage);
  const { rows } = await client.query<HomeRow>({
    name: 'homes_by_hand',
    text: homes,
    values: [shown.map(({ id }) => id), shown.map(({ blockPlaces }) => blockPlaces)],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const near = wanted.near === null ? null : (authorities.get(wanted.near) ?? null);

  const nodeOf = (row: VacancyRow, index: number) => {
    const { rank, basis, places, blockPlaces, tier, price, miles, stale, why, ...fit } = inWords(
      row,
      wanted,
      { rank: index + 1, near },
    );
    const home = byId.get(row.id);
    if (!home) throw new Error('A home is not there.');
    const { urn, name, provision_type: provisionType, version, ...counts } = home;
    const { registered, occupied, accepting, closed } = counts;
    return {
      ...{ rank, basis, places, blockPlaces, tier, price, miles, stale, why },
      ...{ fits: fit.fits, doesNotFit: fit.doesNotFit, notKnown: fit.notKnown },
      home: {
        ...{ urn, name, provisionType, version },
        counts: { registered, occupied, accepting, closed },
      },
    };
  };
  const vacancies = {
    totalCount: found.homes,
    places: found.places,
    fitting: found.fitting,
    bases: found.bases.map(({ key, homes: many }) => ({ basis: key, homes: many })),
    areas: found.areas.map(({ key, ...count }) => ({
      authority: { code: key, name: authorities.get(key) },
      ...count,
    })),
    pageInfo: { hasNextPage: found.page.length > vacancyPage },
    edges: shown.map((row, index) => ({ node: nodeOf(row, index) })),
  };
  return {
    text: JSON.stringify({ data: { vacancies } }),
    log: {
      name: 'record_by_hand',
      text: record,
      values: [found.givers.map(({ authorityCode }) => authorityCode)],
    },
  };
}
