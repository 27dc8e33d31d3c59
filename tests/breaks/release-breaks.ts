import type { Break } from './break.ts';

const lockReleases = 'prisma/migrations/20261122190100_lock_releases/migration.sql';
const narrowReleases = 'prisma/migrations/20261122200000_narrow_releases/migration.sql';
const linkReleases = 'prisma/migrations/20261122200100_link_releases/migration.sql';
const locks = 'server/src/modules/access/release-locks.ts';
const build = 'server/src/modules/disclosure/release-build.service.ts';
const reading = 'server/src/modules/disclosure/release-reading.service.ts';
const worker = 'server/src/modules/disclosure/release-worker.service.ts';

const audited = 'tests/releases/release-audited.test.ts';
const role = 'tests/releases/release-role.test.ts';
const readers = 'tests/releases/release-readers.test.ts';
const secondLock = 'tests/releases/release-second-lock.test.ts';
const firstLock = 'tests/releases/release-first-lock.test.ts';
const life = 'tests/releases/release-life.test.ts';
const remembered = 'tests/releases/release-remembered.test.ts';
const insiders = 'tests/releases/release-insiders.test.ts';
const twoConsortia = 'tests/releases/release-two-consortia.test.ts';

/** What keeps unread what no audit saw, and lets releases be read by their audience alone. */
export const releaseBreaks: readonly Break[] = [
  {
    name: 'release-not-compared-with-its-audit',
    file: lockReleases,
    from: '        and c.cells_hash = release_cells_hash(new.tenant_id, new.id)\n',
    to: '',
    tests: [audited],
  },
  {
    name: 'certificate-too-narrow',
    file: lockReleases,
    from: 'check (coalesce(narrowest_interval, 4) >= 4 and exact_recoveries = 0)',
    to: 'check (narrowest_interval >= 0)',
    tests: [audited],
  },
  {
    name: 'small-count-stored',
    file: lockReleases,
    from: 'check (indicator_id is not null or value is null or value = 0 or value >= 8)',
    to: 'check (indicator_id is not null or value is null or value >= 0)',
    tests: [audited],
  },
  {
    name: 'certificate-tells-what-is-kept-back',
    file: 'server/src/modules/disclosure/audit.ts',
    from: 'method: `Two tables',
    to: 'method: problem.variables.join() + `Two tables',
    tests: ['tests/releases/released-bytes.test.ts'],
  },
  {
    name: 'earlier-release-forgotten',
    file: lockReleases,
    from: "and (o.status = 'READY' or o.published_at is not null) and o.id <> all (",
    to: 'and false and o.id <> all (',
    tests: [audited],
  },
  {
    name: 'withdrawn-release-forgotten',
    file: lockReleases,
    from: "and (o.status = 'READY' or o.published_at is not null) and o.id <> all (",
    to: 'and o.status = any (readable) and o.id <> all (',
    tests: [remembered],
  },
  {
    name: 'earlier-total-of-those-who-still-share',
    file: narrowReleases,
    from: '  cross join unnest(n.contributors) c\n',
    to: '  cross join unnest(null::text[]) c\n',
    tests: [remembered],
  },
  {
    name: 'stricter-rule-published',
    file: lockReleases,
    from: 'where s.minimum_count <= new.minimum_count and s.rounding <= new.rounding)',
    to: 'where true)',
    tests: [secondLock],
  },
  {
    name: 'shown-more-since',
    file: lockReleases,
    from: 'where i.insider_id <> all (a.exact_to))',
    to: 'where false)',
    tests: [insiders],
  },
  {
    name: 'others-exact-figures-forgotten',
    file: 'server/src/modules/disclosure/insiders.ts',
    from: 'for (const code of authorities.filter((each) => known.has(each))) hold(organisation, code);',
    to: 'void [organisation, authorities, known];',
    tests: [insiders],
  },
  {
    name: 'counts-of-what-is-not-shared',
    file: 'server/src/modules/disclosure/release-certificates.service.ts',
    from: 'return { ...row, ...read, narrowestInterval, attackers: [] };',
    to: 'return { ...row, ...read, ...row, narrowestInterval, attackers: [] };',
    tests: [readers],
  },
  {
    name: 'worker-reads-everybody',
    file: narrowReleases,
    from: `    where n.while_building) place
  cross join lateral release_sources(place.consortium_code, place.audience, place.dataset, place.period_end) s
`,
    to: `    where n.while_building) place
  cross join lateral (select o.organisation_id as giver_id, o.authority_code from organisation_authority o) s
`,
    tests: [role],
  },
  {
    name: 'worker-writes-what-another-builds',
    file: lockReleases,
    from: `create policy release_certificate_add on release_certificate for insert to exchange_release
  with check ((tenant_id, release_id) in (select h.tenant_id, h.release_id from release_held() h));`,
    to: `create policy release_certificate_add on release_certificate for insert to exchange_release
  with check (true);`,
    tests: [role],
  },
  {
    name: 'ended-agreement-published',
    file: lockReleases,
    from: "if new.status in ('READY', 'PUBLISHED') and not new.contributors <@ array(",
    to: "if new.status = 'READY' and not new.contributors <@ array(",
    tests: [secondLock],
  },
  {
    name: 'cells-of-whoever-is-in-it',
    file: lockReleases,
    from: `            ->> (c || r.dataset))::date, false) as is_shown`,
    to: `            ->> (c || r.dataset))::date, true) as is_shown`,
    tests: [secondLock],
  },
  {
    name: 'members-release-for-reviewers',
    file: locks,
    from: `...(role === 'reviewer' ? [] : ['MEMBERS' as const]),`,
    to: `'MEMBERS' as const,`,
    tests: [firstLock],
  },
  {
    name: 'draft-for-everybody',
    file: locks,
    from: `...(worksOnReleases(actor) ? [{ tenantId: actor.organisationId }] : []),`,
    to: `{ tenantId: actor.organisationId },`,
    tests: [firstLock],
  },
  {
    name: 'agreement-not-asked-again',
    file: build,
    from: '    await requireInForce(connection, job, members);\n',
    to: '',
    tests: [life],
  },
  {
    name: 'exact-figures-of-another-moment',
    file: reading,
    from: '      acceptedAt <= at &&\n      (endedAt === null || endedAt > at) &&\n',
    to: '      acceptedAt <= at &&\n      endedAt === null &&\n',
    tests: ['tests/releases/release-worker.test.ts'],
  },
  {
    name: 'words-of-an-error-logged',
    file: worker,
    from: "log.error({ name, at }, 'a release could not be built');",
    to: "log.error({ err: error }, 'a release could not be built');",
    tests: ['tests/releases/release-worker.test.ts'],
  },
  {
    name: 'release-read-unlogged',
    file: 'server/src/modules/disclosure/release-tables.service.ts',
    from: '  noteReads(viewer, release, seen);\n',
    to: '',
    tests: [readers],
  },
  {
    name: 'agreements-of-others-by-a-setting',
    file: narrowReleases,
    from: 'drop policy agreement_public on sharing_agreement;\n',
    to: '',
    tests: [secondLock],
  },
  {
    name: 'insiders-for-whoever-names-a-worker',
    file: narrowReleases,
    from: "pg_has_role(session_user, 'exchange_release', 'member')",
    to: 'app_worker() is not null',
    tests: [secondLock],
  },
  {
    name: 'reasons-of-whoever-is-not-shown',
    file: narrowReleases,
    from: '(release_authority.authority_code || r.dataset))::date)',
    to: '(r.contributors[1] || r.dataset))::date)',
    tests: [secondLock],
  },
  {
    name: 'anything-in-the-log',
    file: narrowReleases,
    from: "details - 'authorities' = jsonb_build_object(",
    to: 'details @> jsonb_build_object(',
    tests: [role],
  },
  {
    name: 'released-by-two-consortia',
    file: linkReleases,
    from: "(o.status = 'READY' or o.published_at is not null) and o.contributors && new.contributors)",
    to: 'false)',
    tests: [twoConsortia],
  },
  {
    name: 'released-by-another-consortium-already',
    file: reading,
    from: '    if (read.elsewhere.has(member.code)) {',
    to: '    if (read.elsewhere.has(period)) {',
    tests: [twoConsortia],
  },
  {
    name: 'months-of-another-consortium',
    file: 'server/src/modules/disclosure/release-reading.queries.ts',
    from: 'releases_tell(r.dataset, r.period, $2, $3)',
    to: '(r.dataset, r.period) = ($2, $3)',
    tests: [twoConsortia],
  },
  {
    name: 'two-of-a-hub-at-once',
    file: 'server/src/modules/disclosure/release-jobs.queries.ts',
    from: 'where j.tenant_id = r.tenant_id and j.heartbeat_at',
    to: 'where (j.tenant_id, j.release_id) = (r.tenant_id, r.id) and j.heartbeat_at',
    tests: ['tests/releases/release-worker.test.ts'],
  },
  {
    name: 'months-built-at-once',
    file: linkReleases,
    from: 'where around.release_id <> all (',
    to: 'where false and around.release_id <> all (',
    tests: [remembered],
  },
  {
    name: 'months-around-forgotten',
    file: reading,
    from: '    around: earlier.filter((release) => !isOf(job)(release)),\n',
    to: '',
    tests: [remembered],
  },
];
