import type { Break } from './break.ts';

const lockRows = 'prisma/migrations/20261122090100_lock_rows/migration.sql';
const lockSharing = 'prisma/migrations/20261122120100_lock_sharing/migration.sql';
const lockReturnRows = 'prisma/migrations/20261122150100_lock_return_rows/migration.sql';
const lockReturns = 'prisma/migrations/20261122170100_lock_returns/migration.sql';
const keepReceipts = 'prisma/migrations/20261122180000_keep_receipts/migration.sql';
const roles = 'prisma/src/roles.ts';

const catalogue = 'tests/access/lock-catalogue.test.ts';
const ownFigures = 'tests/sharing/own-figures.test.ts';

/** What keeps tenants’ rows apart in the database, and in the code before it. */
export const rowBreaks: readonly Break[] = [
  {
    name: 'row-level-security-off',
    file: lockSharing,
    from: 'alter table observation enable row level security;\n',
    to: '',
    tests: [ownFigures],
  },
  {
    name: 'force-off',
    file: lockSharing,
    from: 'alter table observation force row level security;\n',
    to: '',
    tests: [catalogue],
  },
  {
    name: 'policy-opened',
    file: lockSharing,
    from: 'create policy audit_event_read on audit_event for select to exchange_app using (tenant_id = (select app_tenant()));',
    to: 'create policy audit_event_read on audit_event for select to exchange_app using (true);',
    tests: ['tests/audit/append-only.test.ts'],
  },
  {
    name: 'returns-to-whom-releases-are-shown',
    file: lockReturns,
    from: `    or approved_at is not null
      and period_end >= ((select sight_since('EXACT'))`,
    to: `    or approved_at is not null
      and period_end >= ((select sight_since('RELEASED'))`,
    tests: ['tests/sharing/returns-seen.test.ts'],
  },
  {
    name: 'receipts-to-whom-releases-are-shown',
    file: keepReceipts,
    from: `or period_end >= ((select sight_since('EXACT'))`,
    to: `or period_end >= ((select sight_since('RELEASED'))`,
    tests: ['tests/returns/return-sight.test.ts'],
  },
  {
    name: 'one-approves-what-they-sent',
    file: keepReceipts,
    from: `
    or new.approved_by = new.received_by)`,
    to: ')',
    tests: ['tests/returns/return-second-lock.test.ts'],
  },
  {
    name: 'receipts-written-by-hand',
    file: keepReceipts,
    from: `  with check (
    tenant_id = (select app_tenant())
    and (received_at, period_end) in (
      select came.received_at, came.period_end from receipt_of(tenant_id, authority_code, dataset, period) came)
  );
create policy return_receipt_end`,
    to: `  with check (tenant_id = (select app_tenant()));
create policy return_receipt_end`,
    tests: ['tests/returns/return-second-lock.test.ts'],
  },
  {
    name: 'nobody-is-everybody',
    file: lockSharing,
    from: `    tenant_id = (select app_tenant())
    or period_end`,
    to: `    tenant_id = coalesce((select app_tenant()), tenant_id)
    or period_end`,
    tests: ['tests/access/nobody.test.ts'],
  },
  {
    name: 'default-view',
    file: lockReturnRows,
    from: 'grant select, insert on return_row to exchange_app;',
    to: `grant select, insert on return_row to exchange_app;
create view every_figure as select * from observation;
grant select on every_figure to exchange_app;`,
    tests: [catalogue],
  },
  {
    name: 'runs-as-its-owner',
    file: lockSharing,
    from: 'create function app_consortia() returns setof text language sql stable parallel safe',
    to: 'create function app_consortia() returns setof text language sql stable parallel safe security definer',
    tests: [catalogue],
  },
  {
    name: 'key-without-tenant',
    file: lockSharing,
    from: 'on observation (indicator_id, authority_code, period_end, tenant_id)',
    to: 'on observation (indicator_id, authority_code, period_end)',
    tests: [catalogue],
  },
  {
    name: 'superuser-accepted',
    file: roles,
    from: `  ['is a superuser', 'rolsuper'],\n`,
    to: '',
    tests: [catalogue],
  },
  {
    name: 'bypassing-role-accepted',
    file: roles,
    from: `  ['passes by row-level security', 'rolbypassrls'],\n`,
    to: '',
    tests: [catalogue],
  },
  {
    name: 'strong-role-accepted',
    file: roles,
    from: '  if (found) {\n    throw new Error(\n      `The server does not start',
    to: '  if (!found) {\n    throw new Error(\n      `The server does not start',
    tests: [catalogue],
  },
  {
    name: 'role-not-asked',
    file: 'server/src/main.ts',
    from: '    for (const pool of [database.pool, chainPool, releasePool]) await requireWeakRole(pool);\n',
    to: '',
    tests: ['tests/platform/strong-role.test.ts'],
  },
  {
    name: 'set-for-the-session',
    file: 'server/src/platform/database.ts',
    from: `set_config('app.tenant', $1, true)`,
    to: `set_config('app.tenant', $1, false)`,
    tests: ['tests/access/concurrency.test.ts'],
  },
  {
    name: 'static-client',
    file: 'server/src/modules/access/viewer.service.ts',
    from: 'const records = (await operation.records()) as',
    to: 'const records = (await (globalThis.records ??= operation.records())) as',
    tests: ['tests/sharing/agreement-refusals.test.ts'],
  },
  {
    name: 'filter-of-saved-comparisons-removed',
    file: 'server/src/modules/access/actor.ts',
    from: `  tenantId: actor.organisationId,
  OR: [{ ownerId: actor.accountId }, { visibility: 'ORGANISATION' as const }],`,
    to: `  OR: [{ ownerId: actor.accountId }, { visibility: 'ORGANISATION' as const }],`,
    tests: ['tests/access/first-lock.test.ts'],
  },
  {
    name: 'filter-of-agreements-removed',
    file: 'server/src/modules/access/actor.ts',
    from: '=> ({\n  consortiumCode: { in: [...consortiumCodes] },\n',
    to: '=> ({\n',
    tests: ['tests/sharing/first-lock.test.ts'],
  },
  {
    name: 'filter-of-drafts-removed',
    file: 'server/src/modules/access/actor.ts',
    from: `  OR: [{ status: { not: 'DRAFT' as const } }, { draftedById: actor.organisationId }],\n`,
    to: '',
    tests: ['tests/sharing/first-lock.test.ts'],
  },
  {
    name: 'filter-of-the-log-removed',
    file: 'server/src/modules/audit/audit.queries.ts',
    from: 'const matching = `e.tenant_id = $1 and',
    to: 'const matching = `$1::uuid is not null and',
    tests: ['tests/sharing/first-lock.test.ts'],
  },
  {
    name: 'reviewers-read-public-figures',
    file: lockRows,
    from: `return coalesce(current_setting('app.reads_reference', true), '') = 'yes'`,
    to: 'return true',
    tests: ['tests/indicators/reviewers.test.ts'],
  },
];
