import { describe, expect, test } from 'vitest';
import { violationsOf } from './planted-imports.ts';
import type { Planted } from './planted-tree.ts';

const modules = 'server/src/modules';

/** A small tree that keeps every rule; the planted imports point into it. */
const obedient: readonly Planted[] = [
  ['server/src/graphql/builder.ts', "import '@pothos/core';\nexport const builder = {};\n"],
  ['server/src/platform/database.ts', "import 'pg';\nexport type Transaction = { id: number };\n"],
  ['server/src/main.ts', "import '@hono/node-server';\nimport 'node:http';\n"],
  [
    `${modules}/beds/beds.schema.ts`,
    "import { builder } from '../../graphql/builder.ts';\nimport { list } from './beds.service.ts';\nexport const Bed = { builder, list };\n",
  ],
  [
    `${modules}/beds/beds.service.ts`,
    "import { select } from './beds.queries.ts';\nimport '@sufficiency/shared/errors.ts';\nexport const list = select;\n",
  ],
  [
    `${modules}/beds/beds.queries.ts`,
    "import type { Transaction } from '../../platform/database.ts';\nexport const select = (tx: Transaction) => tx;\n",
  ],
  [`${modules}/beds/rate.ts`, 'export type Rate = number;\n'],
  [`${modules}/access/row-filter.ts`, 'export const readableBy = {};\n'],
  [
    `${modules}/demand/demand.service.ts`,
    "import '../beds/beds.service.ts';\nimport '../access/row-filter.ts';\n",
  ],
  [`${modules}/demand/demand.schema.ts`, "import type { Bed } from '../beds/beds.schema.ts';\n"],
  ['shared/src/errors.ts', "import 'zod';\nexport type Code = string;\n"],
  ['client/src/page.tsx', "import '@sufficiency/shared/errors.ts';\n"],
  ['prisma/src/embedded.ts', "import 'pg';\nexport const start = 1;\n"],
  ['tests/testkit/app.ts', "import '@sufficiency/server/main.ts';\n"],
];

/** One file for each way of breaking a rule. */
const planted: readonly Planted[] = [
  [`${modules}/a/r1.service.ts`, "import 'graphql';\n"],
  [`${modules}/a/r1.queries.ts`, "import type { X } from '@pothos/core';\n"],
  [`${modules}/a/r1-builder.service.ts`, "import '../../graphql/builder.ts';\n"],
  [`${modules}/a/r1-name.ts`, "import '@sufficiency/server/graphql/builder.ts';\n"],
  [`${modules}/a/r2.schema.ts`, "import type { Transaction } from '../../platform/database.ts';\n"],
  [`${modules}/a/r2-name.schema.ts`, "import '@sufficiency/prisma/embedded.ts';\n"],
  [`${modules}/a/r2-prisma.schema.ts`, "import '@prisma/client';\n"],
  [`${modules}/a/r3.service.ts`, "import type { Rate } from '../beds/rate.ts';\n"],
  [`${modules}/a/r3-schema.service.ts`, "import type { Bed } from '../beds/beds.schema.ts';\n"],
  [`${modules}/a/r3-sql.service.ts`, "import '../beds/beds.queries.ts';\n"],
  [`${modules}/a/suffix.importer.ts`, "import 'node:fs';\n"],
  [`${modules}/a/suffix.ts`, "import './r1.queries.ts';\n"],
  ['shared/src/r4.ts', "import '@sufficiency/server/main.ts';\n"],
  ['shared/src/r4-type.ts', "import type { Bed } from '../../server/src/main.ts';\n"],
  ['shared/src/r4-node.ts', "import 'node:path';\n"],
  ['client/src/r4.ts', "import type { Bed } from '@sufficiency/server/main.ts';\n"],
  ['client/src/r4-prisma.tsx', "const start = import('../../prisma/src/embedded.ts');\n"],
  ['shared/src/r5-a.ts', "import type { B } from './r5-b.ts';\nexport type A = B;\n"],
  ['shared/src/r5-b.ts', "import type { A } from './r5-a.ts';\nexport type B = A;\n"],
  ['server/src/graphql/r6.ts', "import { Pool } from 'pg';\n"],
  ['server/src/r6.ts', "import { createServer } from 'node:http';\n"],
  ['server/src/r6-hono.ts', "import { serve } from '@hono/node-server';\n"],
  ['server/src/platform/upward.ts', `import '../modules/beds/rate.ts';\n`],
  ['prisma/src/upward.ts', "import '@sufficiency/server/main.ts';\n"],
  ['server/src/testing.ts', "import '../../tests/testkit/app.ts';\n"],
  ['server/src/lost.ts', "import '@sufficiency/nowhere/thing.ts';\n"],
];

describe('the dependency rules', () => {
  const violations = violationsOf([...obedient, ...planted]);

  test.each([
    `graphql-only-in-schema-files: ${modules}/a/r1.service.ts → node_modules/graphql/main.js`,
    `graphql-only-in-schema-files: ${modules}/a/r1.queries.ts → node_modules/@pothos/core/main.js`,
    `graphql-only-in-schema-files: ${modules}/a/r1-builder.service.ts → server/src/graphql/builder.ts`,
    `graphql-only-in-schema-files: ${modules}/a/r1-name.ts → server/src/graphql/builder.ts`,
    `schema-files-reach-no-database: ${modules}/a/r2.schema.ts → server/src/platform/database.ts`,
    `schema-files-reach-no-database: ${modules}/a/r2-name.schema.ts → prisma/src/embedded.ts`,
    `schema-files-reach-no-database: ${modules}/a/r2-prisma.schema.ts → node_modules/@prisma/client/main.js`,
    `modules-meet-through-services: ${modules}/a/r3.service.ts → ${modules}/beds/rate.ts`,
    `only-schema-files-reference-schema-files: ${modules}/a/r3-schema.service.ts → ${modules}/beds/beds.schema.ts`,
    `queries-belong-to-their-service: ${modules}/a/r3-sql.service.ts → ${modules}/beds/beds.queries.ts`,
    `plain-files-do-no-io: ${modules}/a/suffix.importer.ts → fs`,
    `plain-files-do-no-io: ${modules}/a/suffix.ts → ${modules}/a/r1.queries.ts`,
    'shared-imports-nothing-of-ours: shared/src/r4.ts → server/src/main.ts',
    'shared-imports-nothing-of-ours: shared/src/r4-type.ts → server/src/main.ts',
    'shared-imports-nothing-built-in: shared/src/r4-node.ts → path',
    'client-imports-no-server: client/src/r4.ts → server/src/main.ts',
    'client-imports-no-server: client/src/r4-prisma.tsx → prisma/src/embedded.ts',
    'no-cycles: shared/src/r5-a.ts → shared/src/r5-b.ts',
    'only-platform-connects: server/src/graphql/r6.ts → node_modules/pg/main.js',
    'only-main-listens: server/src/r6.ts → http',
    'only-main-listens: server/src/r6-hono.ts → node_modules/@hono/node-server/main.js',
    `platform-knows-no-module: server/src/platform/upward.ts → ${modules}/beds/rate.ts`,
    'prisma-imports-no-application: prisma/src/upward.ts → server/src/main.ts',
    'product-imports-no-tests: server/src/testing.ts → tests/testkit/app.ts',
    'nothing-unresolved: server/src/lost.ts → @sufficiency/nowhere/thing.ts',
  ])('report %s', (violation) => {
    expect(violations).toContain(violation);
  });

  test('report nothing in a tree that keeps them', () => {
    expect(violationsOf(obedient)).toEqual([]);
  });
});
