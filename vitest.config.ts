import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** Vite would load graphql's `index.mjs` for our files while Node loads `index.js` for packages: two copies, and `instanceof GraphQLError` false between them. */
const graphql = createRequire(new URL('server/package.json', import.meta.url)).resolve('graphql');

const resolve = { alias: [{ find: /^graphql$/, replacement: graphql }] };

/** Test files that put something in place of a module: each loads all modules anew, and no other file gets to see it. */
const replacing = globSync('tests/**/*.test.ts', {
  cwd: import.meta.dirname,
  exclude: ['**/node_modules/**'],
}).filter((path) => /^vi\.mock\(/m.test(readFileSync(path, 'utf8')));

/** Limits end what hangs. None says how quick a thing is: the slowest test takes a fifth on a machine that does nothing else. */
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What is waited for comes when it comes: after a render, another process, another person’s answer.
  expect: { poll: { timeout: 60_000 } },
};

const setupFiles = ['tests/testkit/same-cases.ts'];

const system = { exclude: ['**/node_modules/**'], setupFiles, ...patience };

export default defineConfig({
  test: {
    globalSetup: ['tests/testkit/browser-setup.ts', 'tests/testkit/global-setup.ts'],
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          setupFiles,
          ...patience,
          // Pure functions: nothing of one file can be seen in another.
          isolate: false,
          include: ['{client,prisma,server,shared}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        resolve,
        test: {
          ...system,
          name: 'system',
          // The server is loaded once for all files. Each has an app and a database of its own.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...system.exclude, ...replacing],
        },
      },
      { resolve, test: { ...system, name: 'system-replacing', include: replacing } },
    ],
    // Two cores, one of which PostgreSQL and the browser need.
    maxWorkers: 2,
  },
});
