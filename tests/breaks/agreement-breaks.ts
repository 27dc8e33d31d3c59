import type { Break } from './break.ts';

const lockSharing = 'prisma/migrations/20261122120100_lock_sharing/migration.sql';
const quickenGrants = 'prisma/migrations/20261126123100_quicken_grants/migration.sql';

const sight = 'tests/sharing/sight.test.ts';
const ownFigures = 'tests/sharing/own-figures.test.ts';
const tables = 'tests/sharing/sharing-tables.test.ts';

/** What makes sight across tenants follow from signed agreements in force, and from nothing else. */
export const agreementBreaks: readonly Break[] = [
  {
    name: 'end-date-ignored',
    file: quickenGrants,
    from: 'and (select app_today()) between a.starts_on and a.ends_on',
    to: 'and (select app_today()) >= a.starts_on',
    tests: [sight],
  },
  {
    name: 'days-of-utc',
    file: lockSharing,
    from: `at time zone 'Europe/London')::date;`,
    to: `at time zone 'UTC')::date;`,
    tests: [sight],
  },
  {
    name: 'suspended-still-grants',
    file: quickenGrants,
    from: `where a.status = 'ACTIVE'`,
    to: `where a.status in ('ACTIVE', 'SUSPENDED')`,
    tests: [sight],
  },
  {
    name: 'dpia-not-required',
    file: quickenGrants,
    from: '      and a.dpia_dated_on <= (select app_today())\n',
    to: '',
    tests: [sight],
  },
  {
    name: 'one-signature-is-enough',
    file: quickenGrants,
    from: 'and receiver.version = agreement.version and receiver.signed_at is not null',
    to: 'and receiver.version = agreement.version',
    tests: [sight],
  },
  {
    name: 'giver-need-not-sign',
    file: quickenGrants,
    from: 'and giver.organisation_id <> receiver.organisation_id and giver.signed_at is not null',
    to: 'and giver.organisation_id <> receiver.organisation_id',
    tests: [sight],
  },
  {
    name: 'access-review-ignored',
    file: quickenGrants,
    from: `
      and (select app_today()) <= (coalesce(a.access_reviewed_on, a.starts_on)
        + make_interval(months => a.access_review_months))::date),`,
    to: '),',
    tests: [sight],
  },
  {
    name: 'former-member-still-receives',
    file: lockSharing,
    from: 'where m.joined_on <= (select app_today()) and (m.left_on is null or m.left_on > (select app_today()));',
    to: 'where m.joined_on <= (select app_today());',
    tests: [sight],
  },
  {
    name: 'every-role-is-a-placement-officer',
    file: lockSharing,
    from: `o.kind = 'TENANT' and role = 'placement-officer'`,
    to: `o.kind = 'TENANT'`,
    tests: [sight],
  },
  {
    name: 'history-depth-ignored',
    file: lockSharing,
    from: `select jsonb_object_agg(seen.authority_code || seen.dataset, seen.since)`,
    to: `select jsonb_object_agg(seen.authority_code || seen.dataset, date '-infinity')`,
    tests: [ownFigures],
  },
  {
    name: 'level-ignored',
    file: lockSharing,
    from: 'from sight() s where s.level >= at_least group by',
    to: 'from sight() s group by',
    tests: [ownFigures],
  },
  {
    name: 'activated-by-one-signature',
    file: lockSharing,
    from: `old.status = 'PROPOSED' and signed < 2 then`,
    to: `old.status = 'PROPOSED' and signed < 1 then`,
    tests: [tables],
  },
  {
    name: 'signs-for-others',
    file: lockSharing,
    from: `  using (organisation_id = (select app_tenant()) and (select app_role()) = 'ig-lead')`,
    to: `  using ((select app_role()) = 'ig-lead')`,
    tests: [tables],
  },
  {
    name: 'terms-change-after-signing',
    file: lockSharing,
    from: `if old.status <> 'DRAFT' and to_jsonb(new) - changing <> to_jsonb(old) - changing then`,
    to: 'if false then',
    tests: [tables],
  },
  {
    name: 'sight-kept-for-the-next-request',
    file: 'server/src/modules/access/viewer.ts',
    from: `  const known = new WeakMap<Operation, Promise<Result>>();
  return (viewer: Viewer): Promise<Result> => {
    const before = known.get(viewer.operation);
    if (before) return before;
    const result = read(viewer);
    known.set(viewer.operation, result);`,
    to: `  const known = new WeakMap<object, Promise<Result>>();
  return (viewer: Viewer): Promise<Result> => {
    const before = known.get(viewer.operation.database);
    if (before) return before;
    const result = read(viewer);
    known.set(viewer.operation.database, result);`,
    tests: ['tests/indicators/own-figures.test.ts'],
  },
];
