import type { Break } from './break.ts';

const lockBeds = 'prisma/migrations/20261125090100_lock_beds/migration.sql';
const followOwners = 'prisma/migrations/20261126123300_follow_owners/migration.sql';
const endReservations = 'prisma/migrations/20261126123000_end_reservations/migration.sql';
const beds = 'server/src/modules/beds';

const sight = 'tests/beds/home-sight.test.ts';
const secondLock = 'tests/beds/home-second-lock.test.ts';
const races = 'tests/beds/home-races.test.ts';

/** What keeps homes and their places from others, and what is said of them true. */
export const bedBreaks: readonly Break[] = [
  {
    name: 'homes-changed-unseen',
    file: `${beds}/home-seen.service.ts`,
    from: 'if (present !== version) throw await changedSince(viewer, home);',
    to: '',
    tests: [races],
  },
  {
    name: 'homes-not-held',
    file: `${beds}/home-changes.queries.ts`,
    from: 'order by h.id for no key update',
    to: 'order by h.id',
    tests: [races],
  },
  {
    name: 'homes-to-any-role',
    file: lockBeds,
    from: `where app_role() = 'placement-officer' and s.dataset = 'beds'`,
    to: `where s.dataset = 'beds'`,
    tests: [sight],
  },
  {
    name: 'homes-for-any-purpose',
    file: lockBeds,
    from: `
    and 'vacancy matching' = any (a.purposes);`,
    to: ';',
    tests: [sight],
  },
  {
    name: 'homes-without-first-lock',
    file: 'server/src/modules/access/bed-locks.ts',
    from: `{ providerIds, shown }: HomesSeen) => ({
  OR: [
    ...homesKeptBy(actor, providerIds).OR,
    ...shown.map(({ tenantId, authorityCode }) => ({ tenantId, authorityCode })),`,
    to: `{ providerIds, shown }: HomesSeen) => ({
  OR: [
    { version: { gte: 0 } },
    ...homesKeptBy(actor, providerIds).OR,
    ...shown.map(({ tenantId, authorityCode }) => ({ tenantId, authorityCode })),`,
    tests: ['tests/beds/home-first-lock.test.ts'],
  },
  {
    name: 'homes-by-id-without-first-lock',
    file: `${beds}/homes.queries.ts`,
    from: 'and (k.kept or (h.tenant_id, h.authority_code) in (select * from unnest($4::uuid[], $5::text[])))',
    to: 'and cardinality($4::uuid[]) + cardinality($5::text[]) >= 0',
    tests: ['tests/beds/home-first-lock.test.ts'],
  },
  {
    name: 'homes-without-second-lock',
    file: followOwners,
    from: 'or (tenant_id, authority_code) in (select s.giver_id, s.authority_code from bed_sight() s)));',
    to: 'or tenant_id is not null));',
    tests: [secondLock],
  },
  {
    name: 'homes-of-former-owners',
    file: `${beds}/run-homes.ts`,
    from: 'and h.provider_id = (select s.provider_id from service s where s.urn = h.urn)',
    to: '',
    tests: ['tests/beds/home-first-lock.test.ts'],
  },
  {
    name: 'places-to-others',
    file: lockBeds,
    from: `(select app_reads_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k));
create policy home_place_add`,
    to: `(select app_reads_beds()) and (tenant_id, home_id) in (select h.tenant_id, h.id from home h));
create policy home_place_add`,
    tests: [secondLock],
  },
  {
    name: 'history-before-the-agreement',
    file: 'prisma/migrations/20261126122000_tighten_beds/migration.sql',
    from: 'or day >= (select max(s.since) from bed_sight() s)',
    to: 'or day is not null',
    tests: [secondLock],
  },
  {
    name: 'others-blocks-offered',
    file: `${beds}/home-record.ts`,
    from: 'if (kept <= 0) return home;',
    to: 'if (kept !== null) return home;',
    tests: [sight],
  },
  {
    name: 'homes-read-unlogged',
    file: `${beds}/bed-sight.service.ts`,
    from: 'if (seen === null) continue;',
    to: 'if (seen !== null) continue;',
    tests: [sight],
  },
  {
    name: 'block-places-open-to-all',
    file: endReservations,
    from: `where p.state = 'ACCEPTING' and p.block_authority_code is null)`,
    to: `where p.state = 'ACCEPTING')`,
    tests: [sight],
  },
  {
    name: 'reservations-that-end-unseen',
    file: `${beds}/stale-homes.ts`,
    from: ' or coalesce(h.reserved_until < (select app_today()), false)',
    to: '',
    tests: ['tests/beds/ended-reservations.test.ts'],
  },
];
