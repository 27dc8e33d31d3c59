import type { Break } from './break.ts';

const beds = 'server/src/modules/beds';
const keeping = 'prisma/migrations/20261125090200_keep_home_days/migration.sql';
const days = 'tests/beds/home-days.test.ts';

/** What keeps how homes were true, and from others. */
export const bedHistoryBreaks: readonly Break[] = [
  {
    name: 'days-end-elsewhere',
    file: keeping,
    from: `and e.at < (d.day + 1)::timestamp at time zone 'Europe/London'`,
    to: `and e.at < (d.day + 1)::timestamp at time zone 'Europe/Paris'`,
    tests: [days],
  },
  {
    name: 'days-of-closed-homes',
    file: keeping,
    from: 'where h.closes_on is null or first.day + nth < h.closes_on',
    to: '',
    tests: [days],
  },
  {
    name: 'days-read-untold',
    file: `${beds}/home-days.service.ts`,
    from: 'await noteHomes(viewer, holders);',
    to: '',
    tests: ['tests/beds/beds-history.test.ts'],
  },
  {
    name: 'days-without-first-lock',
    file: `${beds}/home-days.queries.ts`,
    from: 'or d.provider_id = any ($2::int[]) or d.day >= w.since)',
    to: 'or d.provider_id = any ($2::int[]) or w.since is not null)',
    tests: ['tests/beds/history-first-lock.test.ts'],
  },
  {
    name: 'short-breaks-among-places',
    file: `${beds}/home-days.queries.ts`,
    from: 'from seen d where not d.short_breaks group by 1, 2)',
    to: 'from seen d group by 1, 2)',
    tests: ['tests/beds/beds-history.test.ts'],
  },
  {
    name: 'voids-of-shared-homes',
    file: `${beds}/block-voids.service.ts`,
    from: 'if (isShared) {',
    to: 'if (isShared && contract.beds < 0) {',
    tests: ['tests/beds/block-voids.test.ts'],
  },
];
