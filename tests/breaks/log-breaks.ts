import type { Break } from './break.ts';

const lockSharing = 'prisma/migrations/20261122120100_lock_sharing/migration.sql';
const service = 'server/src/modules/audit/audit.service.ts';

const beforeTheAnswer = 'tests/audit/before-the-answer.test.ts';
const tampering = 'tests/audit/tampering.test.ts';

/** What keeps the log complete and unbent. */
export const logBreaks: readonly Break[] = [
  {
    name: 'answer-does-not-wait-for-the-log',
    file: 'server/src/graphql/transaction.plugin.ts',
    from: '  await context.recordBeforeAnswer(',
    to: '  void context.recordBeforeAnswer(',
    tests: [beforeTheAnswer],
  },
  {
    name: 'reading-not-noted',
    file: 'server/src/modules/indicators/own-figures.service.ts',
    from: 'for (const read of figures.reads) noteRead(viewer, read);',
    to: '',
    tests: ['tests/audit/figure-reads.test.ts'],
  },
  {
    name: 'file-leaves-before-the-log',
    file: 'server/src/modules/export/file.routes.ts',
    from: '    await recordBeforeAnswer(viewer, { database: services.database, refused });\n',
    to: '',
    tests: [beforeTheAnswer],
  },
  {
    name: 'log-that-fails-is-passed-over',
    file: service,
    from: `    await writing.commitWith(addEvents({ actor, at: clock.now(), events }));
  } catch (error) {
    throw notRecorded(error);`,
    to: `    await writing.commitWith(addEvents({ actor, at: clock.now(), events }));
  } catch (error) {
    notRecorded(error);`,
    tests: [beforeTheAnswer],
  },
  {
    name: 'mutation-kept-without-its-event',
    file: 'server/src/graphql/transaction.plugin.ts',
    from: `await context.end(failed ? 'rollback' : 'commit');`,
    to: `await context.end('commit');`,
    tests: [beforeTheAnswer, 'tests/access/sessions.test.ts'],
  },
  {
    name: 'log-may-be-edited',
    file: lockSharing,
    from: 'grant select, insert on audit_event to exchange_app;',
    to: 'grant select, insert, update on audit_event to exchange_app;',
    tests: ['tests/audit/append-only.test.ts'],
  },
  {
    name: 'log-in-anothers-name',
    file: lockSharing,
    from: 'with check (actor_organisation_id = (select app_tenant()));',
    to: 'with check (actor_organisation_id is not null);',
    tests: ['tests/audit/append-only.test.ts'],
  },
  {
    name: 'chain-without-the-hash-before',
    file: 'server/src/modules/audit/chain.ts',
    from: '  const content = [\n    previousHash,\n',
    to: '  const content = [\n',
    tests: [tampering],
  },
  {
    name: 'anchor-not-asked',
    file: 'server/src/modules/audit/chain-check.ts',
    from: '    if (anchor.sequence > sequence) {',
    to: '    if (anchor.sequence > sequence + 1_000_000) {',
    tests: [tampering],
  },
  {
    name: 'anchor-moved-back',
    file: 'server/src/modules/audit/anchor.ts',
    from: '.filter(([tenantId, { hash }]) => stillThere.get(tenantId) !== hash)',
    to: '.filter(([tenantId]) => !stillThere.has(tenantId) && heads.has(tenantId) === false)',
    tests: ['tests/audit/chaining.test.ts'],
  },
];
