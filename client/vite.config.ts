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
  },
  server: {
    proxy: { '/graphql': server, '/ready': server, '/health': server, '/exports': server },
  },
});
