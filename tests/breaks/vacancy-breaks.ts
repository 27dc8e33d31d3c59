import type { Break } from './break.ts';

const statement = 'server/src/modules/beds/vacancies.queries.ts';
const places = 'server/src/modules/beds/vacancy-places.queries.ts';
const locks = 'prisma/migrations/20261125090100_lock_beds/migration.sql';
const entitlement = ['tests/beds/vacancy-entitlement.test.ts'];
const notes = ['tests/beds/referral-notes.test.ts'];

/** What decides who is offered a place, and what is kept of a search. */
export const vacancyBreaks: readonly Break[] = [
  {
    name: 'vacancies-without-first-lock',
    file: places,
    from: `(h.tenant_id = \${p('tenantId')}::uuid or (h.tenant_id, h.authority_code) in (select * from shown))`,
    to: 'true',
    tests: entitlement,
  },
  {
    name: 'vacancies-in-blocks-of-others',
    file: places,
    from: `where b.block_authority_code = any (\${p('authorities')}::text[]) and b.to_at is null`,
    to: 'where b.to_at is null',
    tests: entitlement,
  },
  {
    name: 'vacancies-to-no-buyer',
    file: places,
    from: ` and b.authority_code = any (\${p('authorities')})))`,
    to: '))',
    tests: entitlement,
  },
  {
    name: 'vacancies-after-the-award',
    file: places,
    from: `and a.starts_on <= (select app_today()) and coalesce(a.ends_on, 'infinity') >= (select app_today())`,
    to: '',
    tests: entitlement,
  },
  {
    name: 'vacancies-in-house-of-others',
    file: places,
    from: `when h.in_house and h.tenant_id = \${p('tenantId')}::uuid then 'IN_HOUSE'`,
    to: `when h.in_house then 'IN_HOUSE'`,
    tests: entitlement,
  },
  {
    name: 'vacancies-stale-among-fresh',
    file: statement,
    from: 'const order = `stale, missed,',
    to: 'const order = `missed,',
    tests: ['tests/beds/vacancies.test.ts'],
  },
  {
    name: 'vacancies-untold',
    file: 'server/src/modules/beds/vacancies.service.ts',
    from: '  await noteLookedThrough(viewer, found);\n  return { wanted, found };',
    to: '  return { wanted, found };',
    tests: entitlement,
  },
  {
    name: 'services-with-vacancies-untold',
    file: 'server/src/modules/beds/vacancies.service.ts',
    from: '  await noteLookedThrough(viewer, found);\n  return found.urns;',
    to: '  return found.urns;',
    tests: ['tests/providers/service-search-vacant.test.ts'],
  },
  {
    name: 'services-with-vacancies-to-anybody',
    file: 'server/src/modules/beds/vacancies.service.ts',
    from: `Promise<readonly string[]> {
  requirePermission(viewer.actor, 'beds:find');`,
    to: 'Promise<readonly string[]> {',
    tests: ['tests/providers/service-search-vacant.test.ts'],
  },
  {
    name: 'referral-notes-of-anything',
    file: locks,
    from: 'add constraint referral_note_criteria check (criteria_in_bands(criteria))',
    to: 'add constraint referral_note_criteria check (true)',
    tests: notes,
  },
  {
    name: 'referral-notes-with-how-many',
    file: 'prisma/migrations/20261126123200_keep_siblings/migration.sql',
    from: `check (not criteria ?| array['children', 'gender', 'education'])`,
    to: 'check (true)',
    tests: notes,
  },
  {
    name: 'referral-notes-to-others',
    file: locks,
    from: `create policy referral_note_read on referral_note for select to exchange_app using (
  tenant_id = (select app_tenant()) and`,
    to: `create policy referral_note_read on referral_note for select to exchange_app using (`,
    tests: notes,
  },
  {
    name: 'referral-notes-for-ever',
    file: locks,
    from: `using (made_at < app_now() - interval '12 months')`,
    to: 'using (false)',
    tests: notes,
  },
  {
    name: 'saved-searches-of-colleagues',
    file: 'server/src/modules/access/bed-locks.ts',
    from: `  tenantId: organisationId,
  ownerId: accountId,`,
    to: '  tenantId: organisationId,',
    tests: notes,
  },
];
