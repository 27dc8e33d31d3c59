import type { Break } from './break.ts';

const queries = 'server/src/modules/access/sign-in.queries.ts';
const service = 'server/src/modules/access/sign-in.service.ts';

const closed = 'tests/architecture/schema-is-closed.test.ts';
const sessions = 'tests/access/sessions.test.ts';
const revocation = 'tests/sharing/revocation.test.ts';

/** What decides who is asking, and what a role may ask. */
export const signInBreaks: readonly Break[] = [
  {
    name: 'scope-of-a-field-removed',
    file: 'server/src/modules/indicators/saved-comparison.schema.ts',
    from: `      authScopes: { signedIn: true },
      totalCount:`,
    to: '      totalCount:',
    tests: [closed],
  },
  {
    name: 'scope-of-a-type-removed',
    file: 'server/src/modules/indicators/saved-comparison.schema.ts',
    from: `  nullable: true,
  authScopes: { signedIn: true },
  fields:`,
    to: `  nullable: true,
  fields:`,
    tests: [closed],
  },
  {
    name: 'any-scope-is-enough',
    file: 'server/src/graphql/builder.ts',
    from: `defaultStrategy: 'all'`,
    to: `defaultStrategy: 'any'`,
    tests: ['tests/access/permissions-by-scope.test.ts'],
  },
  {
    name: 'permission-not-asked-by-a-use-case',
    file: 'server/src/modules/sharing/agreement-changes.service.ts',
    from: `requirePermission(viewer.actor, 'agreement:draft');`,
    to: '',
    tests: ['tests/access/permissions-by-use-case.test.ts'],
  },
  {
    name: 'permission-not-asked-by-a-file',
    file: 'server/src/modules/audit/audit-log.service.ts',
    from: `requirePermission(viewer.actor, 'audit:export');\n`,
    to: '',
    tests: ['tests/audit/before-the-answer.test.ts'],
  },
  {
    name: 'disabled-account-keeps-its-token',
    file: queries,
    from: 'where t.secret_hash = $1 and a.disabled_at is null',
    to: 'where t.secret_hash = $1',
    tests: [revocation],
  },
  {
    name: 'disabled-account-keeps-its-session',
    file: queries,
    from: 'where s.secret_hash = $1 and a.disabled_at is null',
    to: 'where s.secret_hash = $1',
    tests: ['tests/sharing/revocation-of-answers.test.ts'],
  },
  {
    name: 'disabled-account-signs-in',
    file: service,
    from: 'if (!row || row.disabled) throw notFound',
    to: 'if (!row) throw notFound',
    tests: ['tests/audit/before-the-answer.test.ts'],
  },
  {
    name: 'credential-remembered-for-an-hour',
    file: service,
    from: 'const memory = 2 * second;',
    to: 'const memory = 60 * minute;',
    tests: [revocation],
  },
  {
    name: 'sign-out-forgets-the-cookie-only',
    file: service,
    from: '    await deleteSession(this.#database.pool, hash);\n    this.#known',
    to: '    this.#known',
    tests: [sessions],
  },
  {
    name: 'csrf-header-not-required',
    file: 'server/src/http/guards.ts',
    from: `if (request.headers.has('authorization') || request.headers.get('x-csrf') === '1') return;`,
    to: "if (request.headers.has('content-type')) return;",
    tests: ['tests/graphql/transport.test.ts'],
  },
];
