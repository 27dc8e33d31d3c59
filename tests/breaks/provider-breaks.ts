import type { Break } from './break.ts';

const lockFrameworks = 'prisma/migrations/20261122220100_lock_frameworks/migration.sql';
const locks = 'server/src/modules/access/purchase-locks.ts';

const rules = 'tests/providers/framework-rules.test.ts';
const firstLock = 'tests/providers/framework-first-lock.test.ts';
const secondLock = 'tests/providers/framework-second-lock.test.ts';

/** What keeps memberships, contracts and prices where they belong. */
export const providerBreaks: readonly Break[] = [
  {
    name: 'memberships-for-everybody',
    file: lockFrameworks,
    from: "    coalesce(ends_on, 'infinity') >= ((select framework_sight()) ->> (tenant_id::text || framework_id))::date\n    or",
    to: '    true or',
    tests: [secondLock],
  },
  {
    name: 'buyers-whom-nobody-names',
    file: lockFrameworks,
    from: '  where b.authority_code in (select a from app_authorities() a);',
    to: '  where true;',
    tests: [secondLock],
  },
  {
    name: 'memberships-at-any-level',
    file: lockFrameworks,
    from: "s.dataset = 'providers' and s.level >= 'EXACT') every",
    to: "s.dataset = 'providers') every",
    tests: [secondLock],
  },
  {
    name: 'contracts-at-exact',
    file: lockFrameworks,
    from: "    or ends_on >= ((select sight_since('RECORDS')) ->>",
    to: "    or ends_on >= ((select sight_since('EXACT')) ->>",
    tests: [secondLock],
  },
  {
    name: 'frameworks-published-for-others',
    file: lockFrameworks,
    from: 'case when lead is null then not is_published else',
    to: 'case when lead is null then true else',
    tests: [rules],
  },
  {
    name: 'prices-where-memberships-are-seen',
    file: lockFrameworks,
    from: 'create policy award_price_own on award_price for select to exchange_app\n  using (tenant_id = (select app_tenant()) and',
    to: 'create policy award_price_own on award_price for select to exchange_app\n  using (true and',
    tests: [rules],
  },
  {
    name: 'price-of-an-award-not-seen',
    file: lockFrameworks,
    from: "    raise exception 'there is no such award' using errcode = '23503';",
    to: '    return new;',
    tests: [rules],
  },
  {
    name: 'price-above-the-maximum',
    file: lockFrameworks,
    from: '  if new.weekly_price > maximum then',
    to: '  if false then',
    tests: [rules],
  },
  {
    name: 'twice-on-a-lot',
    file: lockFrameworks,
    from: "      and daterange(a.starts_on, a.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]'))",
    to: '      and false)',
    tests: [rules],
  },
  {
    name: 'made-up-of-a-real-provider',
    file: lockFrameworks,
    from: "  if not new.synthetic and (to_jsonb(new) ->> 'source') is null and app_is_demonstration() then",
    to: '  if false then',
    tests: [rules],
  },
  {
    name: 'membership-filter-forgotten',
    file: locks,
    from: '    })),\n    { framework: { published: true }, providerId: { in: [...providerIds] } },\n',
    to: '    })),\n    { framework: { published: true } },\n',
    tests: [firstLock],
  },
  {
    name: 'months-filter-forgotten',
    file: locks,
    from: '      ...(since !== null && { monthEnd: { gte: new Date(since) } }),\n',
    to: '',
    tests: [firstLock],
  },
  {
    name: 'price-filter-forgotten',
    file: locks,
    from: "organisationKind === 'TENANT' ? { tenantId: organisationId } : { tenantId: { in: [] } };",
    to: "organisationKind === 'TENANT' ? {} : { tenantId: { in: [] } };",
    tests: [firstLock],
  },
];
