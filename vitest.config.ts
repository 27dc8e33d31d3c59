import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/** Vite would load graphql's `index.mjs` for our files while Node loads `index.js` for packages: two copies, and `instanceof GraphQLError` false between them. */
const graphql = createRequire(new URL('server/package.json', import.meta.url)).resolve('graphql');

const resolve = { alias: [{ find: /^graphql$/, replacement: graphql }] };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          // Pure functions: nothing of one file can be seen in another.
          isolate: false,
          include: ['{client,prisma,server,shared}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        resolve,
        test: {
          name: 'system',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['tests/testkit/browser-setup.ts', 'tests/testkit/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
    // Two cores, one of which PostgreSQL and the browser need.
    maxWorkers: 2,
  },
});
