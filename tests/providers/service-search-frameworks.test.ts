import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import type { Found, Input } from './searching.ts';
import { ask, search } from './searching.ts';

const app = await testApp();

interface OnFramework {
  readonly id: string;
  readonly tenant: string;
  readonly lot: string;
  readonly services: number;
  readonly onLot: number;
  readonly lead: string;
}

/** A framework of the demonstration that Derby buys from and does not hold, with services offered today. */
const { rows } = await app.db.query<OnFramework>(`
  with offered as (
    select distinct f.id, f.tenant_id, f.lead_authority_code, a.lot_id, o.urn
    from framework f
    join framework_award a on a.tenant_id = f.tenant_id and a.framework_id = f.id
    join service_offer o on o.tenant_id = a.tenant_id and o.award_id = a.id
    join service s on s.urn = o.urn and s.status <> 'LEFT'
    where coalesce(a.ends_on, 'infinity') >= least(current_date, coalesce(f.ends_on, 'infinity')))
  select f.id, f.tenant_id as tenant, min(f.lot_id::text) as lot, count(distinct f.urn)::int as services,
    f.lead_authority_code as lead,
    count(distinct f.urn) filter (where f.lot_id::text = (
      select min(l.lot_id::text) from offered l where l.id = f.id))::int as "onLot"
  from offered f
  where exists (select from framework_buyer b where b.framework_id = f.id and b.authority_code = 'E06000015')
    and f.tenant_id <> (select organisation_id from organisation_authority where authority_code = 'E06000015')
  group by f.id, f.tenant_id, f.lead_authority_code order by services desc limit 1`);
const [framework] = rows;
if (!framework) throw new Error('The demonstration has no such framework.');

/** One with tiers that Birmingham buys from, and services by tier today, the first tier first. */
const { rows: byTier } = await app.db.query<{ id: string; value: string; services: number }>(`
  with tiered as (
    select f.id, t.number, count(distinct o.urn)::int as services
    from framework f
    join framework_buyer b on b.framework_id = f.id and b.authority_code = 'E08000025'
    join framework_award a on a.tenant_id = f.tenant_id and a.framework_id = f.id
    join framework_tier t on t.tenant_id = a.tenant_id and t.id = a.tier_id
    join service_offer o on o.tenant_id = a.tenant_id and o.award_id = a.id
    join service s on s.urn = o.urn and s.status <> 'LEFT'
    where coalesce(a.ends_on, 'infinity') >= least(current_date, coalesce(f.ends_on, 'infinity'))
    group by f.id, t.number)
  select id, number::text as value, services from tiered where id = (select min(id::text)::uuid from tiered)
  order by number`);

const idOf = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');
const frameworkId = idOf('Framework', framework.id);
const lotId = idOf('FrameworkLot', framework.lot);

const tiered = {
  framework: idOf('Framework', byTier[0]?.id ?? ''),
  tiers: byTier.map(({ value, services }) => ({ value, title: `Tier ${value}`, services })),
};
const inBirmingham = async (input: Input) =>
  (await ask(app, input, { first: 1 }, 'commissioner.birmingham')).data?.services;
const tiersOf = (found: Found | undefined) =>
  found?.facets
    .find(({ name }) => name === 'TIER')
    ?.values.map(({ value, title, services }) => ({ value, title, services }));

const readsInLog = async () =>
  (
    await app.db.query(
      `select from audit_event where tenant_id = $1 and type = 'figures.read' and account = 'commissioner.derby'`,
      [framework.tenant],
    )
  ).rowCount;

const frameworks = async (account: string, input = {}) => {
  const { data } = await ask(app, { facets: ['FRAMEWORK'], ...input }, { first: 1 }, account);
  return data?.services;
};

describe('frameworks in the search', () => {
  test('narrow it to what is offered there, fictitious services included', async () => {
    const found = await search(app, { framework: frameworkId, facets: ['FRAMEWORK'] });

    expect(found.totalCount).toBe(framework.services);
    expect(found.facets[0]?.values.find(({ value }) => value === frameworkId)?.services).toBe(
      framework.services,
    );
  });

  test('narrow it to a lot, and to a tier that nobody is in', async () => {
    const onLot = await search(app, { lot: lotId });
    const inTier = await search(app, { lot: lotId, tier: 99 });

    expect(onLot.totalCount).toBe(framework.onLot);
    expect(inTier.totalCount).toBe(0);
  });

  test('count the services of each of their tiers, whichever is chosen', async () => {
    const all = await inBirmingham({ framework: tiered.framework });
    const first = await inBirmingham({ framework: tiered.framework, tier: 1 });

    expect(tiersOf(all)).toEqual(tiered.tiers);
    expect(tiersOf(first)).toEqual(tiered.tiers);
    expect(first?.totalCount).toBe(tiered.tiers[0]?.services);
  });

  test('have no tiers together: they are numbered within one', async () => {
    const found = await search(app, { facets: ['TIER'] });

    expect(found.facets).toEqual([]);
  });

  test('count each service once on each, and those on none', async () => {
    const found = await search(app, {
      authorities: ['E06000015'],
      provisionTypes: ['CHILDRENS_HOME'],
      synthetic: true,
      facets: ['FRAMEWORK'],
    });
    const largest = Math.max(...(found.facets[0]?.values.map(({ services }) => services) ?? []));

    expect(largest).toBeGreaterThan(0);
    expect(largest + (found.facets[0]?.others ?? 0)).toBeLessThanOrEqual(found.totalCount);
  });

  test('tell nothing to who may not see who is on them: neither a service nor a count', async () => {
    const filtered = await frameworks('commissioner.norfolk', { framework: frameworkId });
    const counted = await frameworks('commissioner.norfolk', { synthetic: true });

    expect(filtered?.totalCount).toBe(0);
    expect(counted?.facets[0]?.values.filter(({ value }) => value === frameworkId)).toEqual([]);
  });

  test('tell nothing even where the first lock is left out', async () => {
    const { rows: seen } = await app.pool.query('select from framework_award');

    expect(seen).toEqual([]);
  });

  test('are told to the log of their holder where they are read, and only there', async () => {
    const before = await readsInLog();
    await search(app, { provisionTypes: ['CHILDRENS_HOME'] });
    const after = await readsInLog();
    await search(app, { framework: frameworkId });

    expect(after).toBe(before);
    expect(await readsInLog()).toBe((before ?? 0) + 1);
  });

  test.each([
    ['framework', idOf('Framework', '00000000-0000-4000-8000-000000000000')],
    ['lot', idOf('FrameworkLot', '00000000-0000-4000-8000-000000000000')],
    ['framework', idOf('Framework', 'nonsense')],
  ])('that are not there are refused: %s %s', async (name, id) => {
    const { errors } = await ask(app, { [name]: id });

    expect(errors?.[0]).toMatchObject({
      message: `There is no ${name} “${id}”.`,
      extensions: { code: 'NOT_FOUND' },
    });
  });
});
