import type { Break } from './break.ts';

const subscriptions = 'server/src/graphql/open-subscriptions.ts';
const shared = 'server/src/graphql/shared-execution.ts';
const followed = ['tests/beds/beds-changed.test.ts'];

/** What lets many be told the same by one answer, and nobody what is not for them. */
export const liveBreaks: readonly Break[] = [
  {
    name: 'events-shared-across-organisations',
    file: subscriptions,
    from: 'JSON.stringify([organisationId, role,',
    to: 'JSON.stringify([role,',
    tests: followed,
  },
  {
    name: 'events-shared-across-roles',
    file: subscriptions,
    from: 'JSON.stringify([organisationId, role,',
    to: 'JSON.stringify([organisationId,',
    tests: followed,
  },
  {
    name: 'disabled-account-keeps-following',
    file: 'server/src/modules/access/sign-in.queries.ts',
    from: 'where t.secret_hash = any ($1) and a.disabled_at is null',
    to: 'where t.secret_hash = any ($1)',
    tests: followed,
  },
  {
    name: 'event-not-in-the-log',
    file: shared,
    from: 'events: watcher.notYetRecorded(events, day)',
    to: 'events: watcher.notYetRecorded([], day)',
    tests: followed,
  },
  {
    name: 'event-of-nothing-told',
    file: shared,
    from: 'if (isShared && isNothing(result)) return null;',
    to: '',
    tests: followed,
  },
  {
    name: 'anything-told-is-looked-up',
    file: 'server/src/modules/beds/bed-changes.service.ts',
    from: 'if (!isUuid(told)) return null;',
    to: '',
    tests: followed,
  },
];
