import type { Break } from './break.ts';

const beds = 'server/src/modules/beds';
const keeping = 'prisma/migrations/20261126121000_keep_open_places/migration.sql';
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
    from: 'or d.day >= w.since)',
    to: 'or w.since is not null)',
    tests: ['tests/beds/history-first-lock.test.ts'],
  },
  {
    name: 'short-breaks-among-places',
    file: `${beds}/home-days.queries.ts`,
    from: '        where not w.short_breaks),',
    to: '        ),',
    tests: ['tests/beds/beds-history.test.ts'],
  },
  {
    name: 'blocks-of-others-then',
    file: `${beds}/home-days.queries.ts`,
    from: 'then d.accepting else d.accepting_open end',
    to: 'then d.accepting else d.accepting end',
    tests: ['tests/beds/beds-history.test.ts'],
  },
  {
    name: 'blocks-written-freely',
    file: 'prisma/migrations/20261126122000_tighten_beds/migration.sql',
    from: 'if bed_loading() or not row_security_active(tg_relid) then',
    to: 'if true then',
    tests: ['tests/beds/home-second-lock.test.ts'],
  },
  {
    name: 'one-home-on-the-wall',
    file: `${beds}/region.service.ts`,
    from: 'const onWallAtLeast = { places: 3, homes: 3 };',
    to: 'const onWallAtLeast = { places: 3, homes: 0 };',
    tests: ['tests/beds/region.test.ts'],
  },
  {
    name: 'voids-of-shared-homes',
    file: `${beds}/block-voids.queries.ts`,
    from: 'o.contract_id <> w.contract_id and',
    to: 'o.contract_id is null and',
    tests: ['tests/beds/block-voids.test.ts'],
  },
];
