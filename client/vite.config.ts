import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `pnpm start` listens, so that `vite` alone can be pointed at a running server. */
const server = 'http://localhost:4000';

export default defineConfig({
  plugins: [react()],
  build: {
    // `light-dark()` and `:has()` are used as they are; these are the first browsers with both.
    target: ['chrome125', 'firefox125', 'safari17.5'],
    // Strict content security: nothing is inlined as a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs of others' code: in one piece it is smaller, and it stays in the browser's cache
          // when only our own code changes.
          groups: [
            {
              name: 'frame',
              test: /node_modules\/(react|react-dom|scheduler|react-router|urql|@urql|wonka|@0no-co)\//,
            },
            // Small things that nearly every page needs: a file for each would weigh more than they do.
            {
              name: 'parts',
              test: /client\/src\/(components\/(class-names|use-media-query|Dialog|Page|Switch|TableRegion|Tag)|features\/indicators\/(figure-button|in-words|london-day|synthetic))\.tsx?$|rolldown.runtime/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/graphql': server, '/ready': server, '/health': server, '/exports': server },
  },
});
